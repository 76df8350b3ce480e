"""The axes of a chart: where its numbers are in a widget, and what is written beside them."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from advgui.ui.plotting.scale import tick_words, ticks
from advgui.ui.theme.text_cache import Align, texts
from advgui.ui.theme.tokens import SMALL, TIGHT, Tokens

_SIDE: Final = 44.0
#: Room from one figure to the next, along and up: in widths of a figure, in lines.
_ALONG: Final = 72.0
_UP: Final = 2.0
#: More figures than these from the bottom to the top are no help.
_FIGURES: Final = 10
_GRID: Final = 0.5


@dataclass(frozen=True, slots=True)
class Axes:
    """From 0 to ``span`` along, 0 to 100 % at the left, and 0 to ``far`` at the right."""

    span: float = 1.0
    far: float = 2.0

    def area(self, room: QRect) -> QRectF:
        """Where the curves are, within a room for them and the figures."""
        line = texts().line("caption")
        return QRectF(room).adjusted(_SIDE, line / 2 + TIGHT, -_SIDE, -line - TIGHT)

    def along(self, area: QRectF, place: float) -> float:
        """From a place to a distance from the left."""
        return area.left() + area.width() * place / self.span

    def place(self, area: QRectF, along: float) -> float:
        """And back."""
        return (along - area.left()) * self.span / max(1.0, area.width())

    def top(self, *, share: bool) -> float:
        """Where the axis of a share ends, or that of all else."""
        return 1.0 if share else self.far

    def line(
        self, area: QRectF, places: NDArray[Any], values: NDArray[Any], *, share: bool
    ) -> QPolygonF:
        """A curve of shares or of anything else; values that are no numbers are left out."""
        known = np.isfinite(values)
        along = area.left() + places[known] * (area.width() / self.span)
        up = area.bottom() - values[known] * (area.height() / self.top(share=share))
        return QPolygonF(list(map(QPointF, along.tolist(), up.tolist())))

    def paint(self, painter: QPainter, area: QRectF, colours: Tokens) -> None:
        """The three axes, their figures, and faint lines across from those at the left."""
        grid = QColor(colours.line)
        grid.setAlphaF(_GRID)
        painter.setPen(QPen(grid, 1))
        line = texts().line("caption")
        for value in _ticks_up(1.0, area)[1:]:
            up = area.bottom() - area.height() * value
            painter.drawLine(QLineF(area.left(), up, area.right(), up))
        painter.setPen(QPen(colours.line, 1))
        for side in (area.left(), area.right()):
            painter.drawLine(QLineF(side, area.top(), side, area.bottom()))
        painter.drawLine(QLineF(area.left(), area.bottom(), area.right(), area.bottom()))
        left = QRectF(0, 0, area.left() - SMALL, line)
        self._write_up(painter, area, left, 100.0, "right", colours.muted, "\u00a0%")
        right = left.translated(area.right() + SMALL, 0)
        self._write_up(painter, area, right, self.far, "left", colours.muted)
        self._write_along(painter, area, colours.muted)

    def _write_up(
        self,
        painter: QPainter,
        area: QRectF,
        room: QRectF,
        top: float,
        align: Align,
        colour: QColor,
        unit: str = "",
    ) -> None:
        places = _ticks_up(top, area)
        for value, words in zip(places, tick_words(places), strict=True):
            up = area.bottom() - area.height() * value / top
            room.moveTop(up - room.height() / 2)
            texts().write(painter, room, words + unit, "caption", colour, align)

    def _write_along(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        places = ticks(self.span, int(area.width() / _ALONG))
        room = QRectF(0, area.bottom() + TIGHT / 2, _ALONG, texts().line("caption"))
        for place, words in zip(places, tick_words(places), strict=True):
            room.moveLeft(self.along(area, place) - _ALONG / 2)
            texts().write(painter, room, words, "caption", colour, "centre")


def _ticks_up(top: float, area: QRectF) -> list[float]:
    room = int(area.height() / (_UP * texts().line("caption")))
    return ticks(top, min(_FIGURES, room))
