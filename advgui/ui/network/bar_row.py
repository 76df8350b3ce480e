"""One of the ten rows of confidences: where its parts are, and how they are painted."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from advgui.ui.theme.marks import draw_mark
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CORNER, MEDIUM, RING, SMALL, TIGHT, TextRole, Tokens

#: The widest figure that is written.
WIDEST_FIGURE: Final = "> 99.9\u00a0%"

#: Device-independent pixels.
_SIGN: Final = 10.0
_THICKEST: Final = 18.0
#: The line around a track, and how far inside it is, so that it is one pixel and not two.
_EDGE: Final = 1.0
_INSIDE: Final = (_EDGE / 2, _EDGE / 2, -_EDGE / 2, -_EDGE / 2)
#: In a cell that is narrower, signs and figures leave as much as they can to the bar.
_NARROW: Final = 200.0

_ROLE: Final[TextRole] = "strong"
_SMALL_ROLE: Final[TextRole] = "caption"


class RowLook(NamedTuple):
    """All that a row is painted from, but its place and its colours.

    ``confidence`` is in [0, 1], None where nothing is read; ``blue`` is the colour of the
    prediction, ``pointed`` its sign, ``goal`` the flag and the ring, and a colour that goes before
    that of the prediction, as its curves have it, too.
    """

    digit: int
    figure: str
    confidence: float | None
    blue: bool
    pointed: bool
    goal: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Where the parts of a row are."""

    cell: QRectF
    pointer: QRectF
    digit: QRectF
    track: QRectF
    flag: QRectF
    figure: QRectF

    role: TextRole

    @classmethod
    def within(cls, cell: QRectF) -> "Row":
        """The row in a cell: the bar gets what the figures leave, which are small if they must."""
        narrow = cell.width() < _NARROW
        gap, digit, role = (TIGHT, _SIGN, _SMALL_ROLE) if narrow else (SMALL, 2 * MEDIUM, _ROLE)
        figures = texts().width(WIDEST_FIGURE, role) + TIGHT / 2
        thick, middle = min(_THICKEST, cell.height() * 0.5), cell.center().y()
        left, right = cell.left() + gap, cell.right() - gap
        signs, flag = middle - _SIGN / 2, right - figures - TIGHT / 2 - _SIGN
        start, end = left + _SIGN + digit + gap, flag - gap
        return cls(
            cell=cell,
            pointer=QRectF(left, signs, _SIGN, _SIGN),
            digit=QRectF(left + _SIGN, cell.top(), digit, cell.height()),
            track=QRectF(start, round(middle - thick / 2), end - start, thick),
            flag=QRectF(flag, signs, _SIGN, _SIGN),
            figure=cell.adjusted(0, 0, -gap, 0),
            role=role,
        )

    def paint(
        self, painter: QPainter, look: RowLook, colours: Tokens, *, hovered: bool, enabled: bool
    ) -> None:
        """Bar on its track, pointer, flag, digit, figure."""
        self._paint_bar(painter, look, colours, hovered=hovered)
        if look.pointed:
            draw_mark(painter, "prediction", self.pointer, colours.prediction)
        if look.goal:
            self._paint_goal(painter, colours)
        role: TextRole = "strong" if look.blue or look.goal else "body"
        figure = self.role if self.role == _SMALL_ROLE else role
        words, ink = texts(), _ink(look, colours, enabled=enabled)
        words.write(painter, self.digit, str(look.digit), role, ink, "centre")
        words.write(painter, self.figure, look.figure, figure, ink, "right")

    def _paint_bar(
        self, painter: QPainter, look: RowLook, colours: Tokens, *, hovered: bool
    ) -> None:
        painter.setPen(QPen(colours.edge, _EDGE))
        painter.setBrush(colours.line if hovered else colours.track)
        painter.drawRoundedRect(self.track.adjusted(*_INSIDE), CORNER, CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        if look.confidence:
            bar = QRectF(self.track)
            bar.setWidth(bar.width() * look.confidence)
            painter.setBrush(_fill(look, colours))
            painter.drawRoundedRect(bar, min(CORNER, bar.width() / 2), CORNER)

    def _paint_goal(self, painter: QPainter, colours: Tokens) -> None:
        draw_mark(painter, "goal", self.flag, colours.goal)
        painter.setPen(QPen(colours.goal, RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = self.track.adjusted(-RING, -RING, RING, RING)
        painter.drawRoundedRect(around, CORNER + RING, CORNER + RING)


def _fill(look: RowLook, colours: Tokens) -> QColor:
    if look.goal:
        return colours.goal
    return colours.prediction if look.blue else colours.edge


def _ink(look: RowLook, colours: Tokens, *, enabled: bool) -> QColor:
    """Of the digit and its figure; faint where nothing can be chosen."""
    if not look.goal and not enabled:
        return colours.faint
    if look.goal:
        return colours.goal_text
    return colours.prediction_text if look.blue else colours.muted
