"""Lines to draw over: the strokes as they were, faint, and as an attack changed them."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from advgui.lab.drawing.guide import Guide
from advgui.ui.drawing.inklayer import Sheet
from advgui.ui.drawing.inkpaint import paint_strokes

#: How much of the paper the old strokes hide, and how wide the new lines are beside the pen.
_FAINT: Final = 0.16
_LINE: Final = 0.3


def guide_pixmap(guide: Guide, sheet: Sheet) -> QPixmap:
    """The guide on nothing, as large as the sheet."""
    side = round(sheet.side * sheet.ratio)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(sheet.ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, area = sheet.colours.ink, QRectF(0.0, 0.0, sheet.side, sheet.side)
    paint_strokes(painter, guide.before.strokes, side=sheet.side, width=sheet.width, colour=ink)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(area, QColor.fromRgbF(0.0, 0.0, 0.0, _FAINT))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    goal, width = sheet.colours.goal, _LINE * sheet.width
    paint_strokes(painter, guide.after.strokes, side=sheet.side, width=width, colour=goal)
    painter.end()
    return pixmap
