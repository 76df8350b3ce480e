"""Where images stand on the canvas of the viewer, and how what is around them is painted."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from advgui.core.images import SIZE
from advgui.ui.theme import marks
from advgui.ui.theme.pixels import Scale, whole_square
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import LARGE, MEDIUM, RING, SMALL, TIGHT, Tokens
from advgui.ui.viewer.choice import Choice
from advgui.ui.viewer.tile import ShownTile
from advgui.ui.viewer.tile_looks import draw_frame, end_words, ramp_image

_SIGN: Final = 10.0
_RAMP: Final = 10.0
_GRIP: Final = 9.0

#: Around what has to be seen on any ground.
_HALO: Final = QColor("#14181d")
_SQUARE: Final = Qt.PenCapStyle.SquareCap
_CORNER: Final = Qt.PenJoinStyle.MiterJoin
_UPRIGHT: Final = QTransform().rotate(-90)


class Panel(NamedTuple):
    """One place for an image, and the numbers of the images that are shown in it."""

    square: QRectF
    images: tuple[int, ...]


def caption_height() -> float:
    """What is above an image."""
    return texts().line("body") + TIGHT


def scale_width() -> float:
    """What a scale of colours takes at the right of the images."""
    return SMALL + _RAMP + TIGHT + texts().width("+0.00", "caption")


def panels(choice: Choice, room: QRectF, ratio: float, *, scaled: bool) -> tuple[Panel, ...]:
    """The places for the chosen images, as large as there is room beside a scale of colours."""
    inside = room.adjusted(RING, caption_height() + RING, -RING, -RING)
    if scaled:
        inside.setRight(inside.right() - scale_width())
    if choice.mode != "beside":
        return (Panel(whole_square(inside, SIZE, ratio), choice.shown),)
    half = (inside.width() - MEDIUM) / 2
    left = QRectF(inside.left(), inside.top(), half, inside.height())
    right = left.translated(half + MEDIUM, 0)
    squares = (whole_square(part, SIZE, ratio) for part in (left, right))
    return tuple(
        Panel(QRectF(QPointF(square.left(), inside.top()), square.size()), (one,))
        for square, one in zip(squares, choice.shown, strict=True)
    )


def draw_ground(
    painter: QPainter, panel: Panel, tile: ShownTile, colours: Tokens, *, other: ShownTile | None
) -> None:
    """The frame of an image, and above it what it is; the ``other`` one's at the right."""
    square = panel.square
    draw_frame(painter, square, None if other else tile.mark, colours)
    above = QRectF(square.left(), square.top() - caption_height(), square.width(), 0)
    above.setHeight(texts().line("body"))
    if other is None:
        _write_caption(painter, above, tile, colours)
    else:
        _write_pair(painter, above, tile, other, colours)


def _write_caption(painter: QPainter, room: QRectF, tile: ShownTile, colours: Tokens) -> None:
    words = texts()
    words.write(painter, room, tile.title, "strong", colours.text)
    left = room.left() + words.width(tile.title, "strong") + SMALL
    line = QRectF(left, room.top(), max(0.0, room.right() - left), room.height())
    if tile.mark is not None:
        sign = QRectF(line.left(), line.center().y() - _SIGN / 2, _SIGN, _SIGN)
        marks.draw_mark(painter, tile.mark, sign, marks.ink(tile.mark, colours))
        line.setLeft(sign.right() + TIGHT)
    if words.width(tile.line, "body") <= line.width():  # else it is read among the small images
        words.write(painter, line, tile.line, "body", colours.muted)


def _write_pair(
    painter: QPainter, room: QRectF, first: ShownTile, second: ShownTile, colours: Tokens
) -> None:
    half = QRectF(room.left(), room.top(), room.width() / 2 - TIGHT, room.height())
    texts().write(painter, half, first.title, "strong", colours.text)
    half.moveRight(room.right())
    texts().write(painter, half, second.title, "strong", colours.text, "right")


def draw_empty(painter: QPainter, square: QRectF, words: str, colours: Tokens) -> None:
    """Words where there is no image yet."""
    painter.fillRect(square, colours.card)
    painter.setFont(texts().font("body"))
    painter.setPen(colours.muted)
    room = square.adjusted(LARGE, LARGE, -LARGE, -LARGE)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def draw_colour_scale(painter: QPainter, square: QRectF, scale: Scale, colours: Tokens) -> None:
    """The colours of all changes, the largest one up at the top, at the right of an image."""
    ramp = QRectF(square.right() + SMALL, square.top(), _RAMP, square.height())
    turned = ramp_image(scale, dark=colours.dark).transformed(_UPRIGHT)
    painter.drawImage(ramp, turned)
    painter.setPen(QPen(colours.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(ramp.adjusted(-0.5, -0.5, 0.5, 0.5))
    end, line = end_words(scale), texts().line("caption")
    for share, words in ((0.0, f"+{end}"), (0.5, "0"), (1.0, f"\u2212{end}")):
        top = ramp.top() + share * (ramp.height() - line)
        room = QRectF(ramp.right() + TIGHT, top, texts().width("+0.00", "caption"), line)
        texts().write(painter, room, words, "caption", colours.muted)


def draw_cursor(painter: QPainter, pixel: QRectF, colours: Tokens) -> None:
    """A frame around a pixel that is seen on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for grown, wide, colour in ((2.0, 4.0, _HALO), (1.5, 2.0, colours.goal)):
        painter.setPen(QPen(colour, wide, Qt.PenStyle.SolidLine, _SQUARE, _CORNER))
        painter.drawRect(pixel.adjusted(-grown, -grown, grown, grown))


def draw_divider(painter: QPainter, square: QRectF, share: float, colours: Tokens) -> None:
    """The line between two images, with a grip."""
    along = square.left() + share * square.width()
    line = QRectF(along - 1, square.top(), 2, square.height())
    painter.fillRect(line.adjusted(-1, 0, 1, 0), _HALO)
    painter.fillRect(line, colours.goal)
    middle = QPointF(along, square.center().y())
    painter.setPen(QPen(_HALO, 2))
    painter.setBrush(colours.goal)
    painter.drawEllipse(middle, _GRIP, _GRIP)
    painter.setPen(QPen(_HALO, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for way in (-1, 1):
        tip = middle + QPointF(way * 5.0, 0)
        for side in (-3.0, 3.0):
            painter.drawLine(tip, tip + QPointF(-way * 3.0, side))
