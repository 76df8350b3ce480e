"""What stands below an image in small: a badge, or the scale of a difference."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from advgui.ui import marks
from advgui.ui.marks import Mark
from advgui.ui.pixels import colour_image, signed_colours
from advgui.ui.theme import CORNER, SMALL, TIGHT, Tokens, font

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SIGN: Final = 10.0
_RAMP: Final = 6.0


def draw_badge(painter: QPainter, room: QRectF, mark: Mark, words: str, colours: Tokens) -> None:
    """A sign and words on a ground in the colour of what they mean, at the left of ``room``."""
    painter.setFont(font("caption"))
    metrics = QFontMetricsF(painter.font())
    around = SMALL + _SIGN + TIGHT + SMALL
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - around)
    pill = QRectF(room)
    pill.setWidth(around + metrics.horizontalAdvance(words))
    ground = QColor(marks.fill(mark, colours))
    ground.setAlphaF(0.2 if colours.dark else 0.14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(pill, CORNER, CORNER)
    ink = marks.ink(mark, colours)
    sign = QRectF(pill.left() + SMALL, pill.center().y() - _SIGN / 2, _SIGN, _SIGN)
    marks.draw_mark(painter, mark, sign, ink)
    painter.setPen(ink)
    painter.drawText(pill.adjusted(SMALL + _SIGN + TIGHT, 0, 0, 0), _LEFT, words)


def draw_scale(painter: QPainter, room: QRectF, peak: int, colours: Tokens) -> None:
    """The colours of a signed image, between the largest changes down and up, of 0 to 255."""
    painter.setFont(font("caption"))
    painter.setPen(colours.muted)
    wide = QFontMetricsF(painter.font()).horizontalAdvance("+0.00")
    low = QRectF(room.left(), room.top(), wide, room.height())
    painter.drawText(low, _LEFT, f"\u2212{peak / 255:.2f}")
    painter.drawText(low.translated(room.width() - wide, 0), _LEFT, f"+{peak / 255:.2f}")
    length = room.width() - 2 * (wide + TIGHT)
    if length > 0:
        ramp = QRectF(low.right() + TIGHT, low.center().y() - _RAMP / 2, length, _RAMP)
        painter.drawImage(ramp, colour_image(signed_colours(colours.dark)[None, 1:]))
