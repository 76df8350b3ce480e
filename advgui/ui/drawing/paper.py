"""What lies under and around the ink: the sheet, its frame, its words, its pointers."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from advgui.core.language import tr
from advgui.ui.theme.tokens import CARD_CORNER, RING, SMALL, Tokens, font

FrameState = Literal["plain", "focused", "drop"]

#: Where MNIST's digits lie in their image, as a share of its side: 20 of 28 pixels.
_GUIDE_INSET: Final = 4 / 28
_TITLE: Final = tr("Draw a digit")
_HINT: Final = tr("or drop an image here")
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
_CROSS: Final = 19
_LARGEST_POINTER: Final = 120.0


def paint_empty(painter: QPainter, square: QRectF, colours: Tokens) -> None:
    """A sheet with nothing on it: where a digit goes, and what to do."""
    inset = square.width() * _GUIDE_INSET
    pen = QPen(colours.edge, 1.0)
    pen.setDashPattern([5.0, 5.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    guide = square.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(guide, CARD_CORNER, CARD_CORNER)
    room = guide.adjusted(SMALL, 0.0, -SMALL, 0.0)
    lines = ((font("title"), _TITLE), (font("body"), _HINT))
    heights = [
        QFontMetricsF(letters).boundingRect(room, _WRAPPED, words).height()
        for letters, words in lines
    ]
    top = square.center().y() - (sum(heights) + SMALL) / 2.0
    painter.setPen(colours.muted)
    for (letters, words), high in zip(lines, heights, strict=True):
        painter.setFont(letters)
        painter.drawText(QRectF(room.left(), top, room.width(), high), _WRAPPED, words)
        top += high + SMALL


def paint_frame(painter: QPainter, square: QRectF, colours: Tokens, state: FrameState) -> None:
    """Round the corners of a sheet off, and draw the line around it."""
    outside = QPainterPath()
    outside.addRect(square.adjusted(-1.0, -1.0, 1.0, 1.0))
    sheet = QPainterPath()
    sheet.addRoundedRect(square, CARD_CORNER, CARD_CORNER)
    painter.fillPath(outside.subtracted(sheet), colours.window)
    width = 1.0 if state == "plain" else float(RING)
    painter.setPen(QPen(colours.edge if state == "plain" else colours.accent, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2.0
    line = square.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(line, CARD_CORNER - half, CARD_CORNER - half)


def inside_frame(square: QRectF) -> QRectF:
    """The part of a sheet that its frame and its round corners leave as it is."""
    return square.adjusted(CARD_CORNER, CARD_CORNER, -CARD_CORNER, -CARD_CORNER)


def pen_pointer(colours: Tokens, ratio: float) -> QCursor:
    """A fine cross, open in the middle, that is seen on paper and on ink."""
    pixmap, painter = _pointer(_CROSS, ratio)
    middle, gap, end = _CROSS / 2.0, 3.0, _CROSS / 2.0 - 1.5
    for colour, width in ((colours.paper, 3.0), (colours.ink, 1.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            start = QPointF(middle + gap * x, middle + gap * y)
            painter.drawLine(start, QPointF(middle + end * x, middle + end * y))
    painter.end()
    return QCursor(pixmap)


def eraser_pointer(colours: Tokens, ratio: float, radius: float) -> QCursor:
    """A circle as large as the eraser, as far as systems show pointers that large."""
    radius = min(radius, _LARGEST_POINTER / 2.0)
    side = int(2.0 * radius) + 4
    pixmap, painter = _pointer(side, ratio)
    fill = QColor(colours.paper)
    fill.setAlphaF(0.5)
    painter.setBrush(fill)
    for colour, width in ((colours.paper, 3.0), (colours.muted, 1.25)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(QPointF(side / 2.0, side / 2.0), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.end()
    return QCursor(pixmap)


def _pointer(side: int, ratio: float) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return pixmap, painter
