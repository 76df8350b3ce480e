"""One of the ten goals in small: its digit, how it went, its image, a figure below."""

from typing import Final, Literal, NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from advgui.core.images import SIZE
from advgui.ui.theme.marks import draw_mark, ink
from advgui.ui.theme.pixels import draw_pixels, gray_image, whole_square
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CORNER, RING, TIGHT, Tokens
from advgui.ui.viewer.tile_looks import FADED, draw_veil

GoalState = Literal["idle", "running", "fooled", "failed", "already"]

_SIGN: Final = 9.0


class GoalLook(NamedTuple):
    """All that a column is painted from, but its place and its colours.

    ``image`` is the bytes of a valid image (28, 28); None where there is none. What is ``faded``
    is not of now any more.
    """

    digit: int
    image: bytes | None
    state: GoalState
    line: str
    selected: bool
    faded: bool = False


def row_above() -> float:
    """The height of the digits above the images."""
    return texts().line("body") + 1.5 * TIGHT


def row_below() -> float:
    """The height of the lines below the images."""
    return texts().line("caption") + 1.5 * TIGHT


def image_square(cell: QRectF, ratio: float, below: float) -> QRectF:
    """Where the image is in a cell: a whole number of device pixels for each of its own."""
    room = cell.adjusted(RING, row_above(), -RING, -below)
    return whole_square(room, SIZE, ratio)


def paint_selection(painter: QPainter, cell: QRectF, look: GoalLook, colours: Tokens) -> None:
    """The ground of the one that is shown in the large."""
    if look.selected:
        painter.setPen(QPen(colours.edge, 1))
        painter.setBrush(colours.hover)
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


def paint_goal(
    painter: QPainter, cell: QRectF, square: QRectF, look: GoalLook, colours: Tokens
) -> None:
    """Paint a column of the strip on its ground; its image has its place in ``square``."""
    painter.setOpacity(FADED if look.faded else 1.0)
    _paint_caption(painter, square, look, colours)
    painter.setOpacity(1.0)
    _paint_image(painter, square, look, colours)
    if look.faded:
        draw_veil(painter, square.adjusted(-RING, -RING, RING, RING), colours)
    painter.setOpacity(FADED if look.faded else 1.0)
    room = QRectF(cell.left(), square.bottom() + RING, cell.width(), row_below() - RING)
    if look.image is not None and look.line and room.bottom() <= cell.bottom() + 1:
        texts().write(painter, room, look.line, "caption", colours.muted, "centre")
    painter.setOpacity(1.0)


def _paint_caption(painter: QPainter, square: QRectF, look: GoalLook, colours: Tokens) -> None:
    """The digit, and beside it the sign of how it went; both together are centred."""
    words, digit = texts(), str(look.digit)
    room = QRectF(square.left(), square.top() - row_above(), square.width(), row_above())
    if look.state == "idle":
        words.write(painter, room, digit, "body", colours.muted, "centre")
        return
    colour, middle = ink(look.state, colours), room.center()
    sign = QRectF(middle.x() + TIGHT / 2, middle.y() - _SIGN / 2, _SIGN, _SIGN)
    room.setRight(room.right() - _SIGN - TIGHT)
    words.write(painter, room, digit, "body", colour, "centre")
    draw_mark(painter, look.state, sign, colour)


def _paint_image(painter: QPainter, square: QRectF, look: GoalLook, colours: Tokens) -> None:
    """The frame is outside the image, so that it covers none of its pixels."""
    if look.image is None or look.state == "idle":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.track)
        painter.drawRoundedRect(square, CORNER, CORNER)
        return
    fooled = look.state == "fooled"
    wide = RING if fooled else 1
    around = square.adjusted(-wide, -wide, wide, wide)
    painter.fillRect(around, colours.fooled if fooled else colours.line)
    pixels = np.frombuffer(look.image, np.uint8).reshape(SIZE, SIZE)
    draw_pixels(painter, square, gray_image(pixels))
