"""What stands around an image and below it: frames, a badge, the scale of a difference."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from advgui.ui.theme import marks
from advgui.ui.theme.marks import Mark
from advgui.ui.theme.pixels import colour_image, signed_colours
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CARD_CORNER, CORNER, RING, SMALL, TIGHT, Tokens

_WRAPPED: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_SIGN: Final = 10.0
_RAMP: Final = 6.0


def draw_badge(painter: QPainter, room: QRectF, mark: Mark, words: str, colours: Tokens) -> None:
    """A sign and words on a ground in the colour of what they mean, at the left of ``room``."""
    written, ink = texts(), marks.ink(mark, colours)
    around = SMALL + _SIGN + TIGHT + SMALL
    pill = QRectF(room)
    pill.setWidth(min(around + written.width(words, "caption"), max(room.width(), around)))
    ground = QColor(marks.fill(mark, colours))
    ground.setAlphaF(0.2 if colours.dark else 0.14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(pill, CORNER, CORNER)
    sign = QRectF(pill.left() + SMALL, pill.center().y() - _SIGN / 2, _SIGN, _SIGN)
    marks.draw_mark(painter, mark, sign, ink)
    inside = pill.adjusted(SMALL + _SIGN + TIGHT, 0, -SMALL, 0)
    written.write(painter, inside, words, "caption", ink)


def draw_scale(painter: QPainter, room: QRectF, peak: int, colours: Tokens) -> None:
    """The colours of a signed image, between the largest changes down and up, of 0 to 255."""
    written, muted = texts(), colours.muted
    wide = written.width("+0.00", "caption")
    low = QRectF(room.left(), room.top(), wide, room.height())
    high = low.translated(room.width() - wide, 0)
    written.write(painter, low, f"\u2212{peak / 255:.2f}", "caption", muted)
    written.write(painter, high, f"+{peak / 255:.2f}", "caption", muted)
    length = room.width() - 2 * (wide + TIGHT)
    if length > 0:
        ramp = QRectF(low.right() + TIGHT, low.center().y() - _RAMP / 2, length, _RAMP)
        painter.drawImage(ramp, colour_image(signed_colours(colours.dark)[None, 1:]))


def draw_frame(painter: QPainter, square: QRectF, mark: Mark | None, colours: Tokens) -> None:
    """The ground of an image that is painted next: it is seen around, and covers no pixel."""
    told = mark in ("fooled", "restored")
    wide = RING if told else 1
    colour = marks.fill(mark, colours) if told and mark is not None else colours.line
    painter.fillRect(square.adjusted(-wide, -wide, wide, wide), colour)


def draw_gap(painter: QPainter, square: QRectF, words: str, colours: Tokens) -> None:
    """Words in a frame where there is no image yet."""
    _draw_around(painter, square, QPen(colours.line, 1, Qt.PenStyle.DashLine), CARD_CORNER)
    painter.setFont(texts().font("caption"))
    painter.setPen(colours.muted)
    painter.drawText(square.adjusted(SMALL, SMALL, -SMALL, -SMALL), _WRAPPED, words)


def draw_ring(painter: QPainter, square: QRectF, colours: Tokens) -> None:
    """The keyboard is here."""
    beyond = square.adjusted(-RING - 1, -RING - 1, RING + 1, RING + 1)
    _draw_around(painter, beyond, QPen(colours.accent, RING), CORNER)


def _draw_around(painter: QPainter, inner: QRectF, pen: QPen, corner: int) -> None:
    grown = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner.adjusted(-grown, -grown, grown, grown), corner, corner)
