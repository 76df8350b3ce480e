"""An axis in the window's own letters: round figures, few of them, and faint lines across."""

import math
from typing import Final, Literal

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsSceneResizeEvent

from advgui.core.language import numeral
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import SMALL, TIGHT, Tokens, font

#: Room from one figure to the next, along and up: in pixels, in lines.
_ALONG: Final = 72.0
_UP: Final = 1.75
#: More figures than these from one end to the other are no help.
_FIGURES: Final = 10
_GRID: Final = 0.5
_BELOW: Final = -1000.0
_SHY: Final = 1 - 1e-9


class Axis(pg.AxisItem):
    """An axis at the left of a box, or below one; that at the left may be in percent.

    One below a box ``counts`` in wholes, unless it is said that it does not.
    """

    def __init__(
        self,
        side: Literal["left", "bottom"],
        box: pg.ViewBox,
        title: str = "",
        unit: str = "",
        *,
        counts: bool = True,
    ) -> None:
        self._upright, self._unit, self._title = side == "left", unit, title
        self._counts = counts and not self._upright
        super().__init__(side, linkView=box, maxTickLength=0)
        self.enableAutoSIPrefix(False)
        self.setZValue(_BELOW)  # the lines across lie below the curves
        self.keep(on=True)
        self.setStyle(tickAlpha=_GRID, tickTextOffset=SMALL if self._upright else TIGHT // 2)
        self.setGrid(self._upright and 255)

    def keep(self, *, on: bool) -> None:
        """Whether its letters, which take the most time, are painted once and kept as pixels."""
        mode = self.CacheMode
        self.setCacheMode(mode.DeviceCoordinateCache if on else mode.NoCache)

    def dress(self, colours: Tokens) -> None:
        """Take on the colours of a theme, and the font of today."""
        self.setPen(QPen(colours.edge, 0))
        self.setTickPen(QPen(colours.line, 0))
        self.setTextPen(QPen(colours.muted, 0))
        self.setTickFont(font("caption"))
        line = round(texts().line("caption"))
        if self._upright:
            self.label.setFont(font("caption"))
            self.setLabel(self._title, color=QColor(colours.muted).name())
            self.setWidth(round(texts().width("0.0000", "caption")) + line + SMALL)
            self.resizeEvent()
        else:
            self.setHeight(line + TIGHT // 2)

    def resizeEvent(self, event: QGraphicsSceneResizeEvent | None = None) -> None:
        """Say what it is called only where there is room for it."""
        if self._upright:
            self.showLabel(texts().width(self._title, "caption") <= self.size().height())
        super().resizeEvent(event)

    def boundingRect(self) -> QRectF:
        """With room for the figures at both ends, which pyqtgraph would leave out."""
        line = texts().line("caption")
        beside, above = (0.0, line) if self._upright else (_ALONG / 2, 0.0)
        return super().boundingRect().adjusted(-beside, -above, beside, above)

    def tickSpacing(
        self,
        minVal: float,  # noqa: N803 - pyqtgraph's name, as the next
        maxVal: float,  # noqa: N803
        size: float,
    ) -> list[tuple[float, float]]:
        """One kind of ticks, at round places; the only one is at the end, if that is round."""
        between = _UP * texts().line("caption") if self._upright else _ALONG
        room, span = max(1, min(_FIGURES, int(size / between))), maxVal - minVal
        step = round_step(span / room)
        if self._counts:
            step = max(1.0, step)  # half a step, query or epoch is none
        elif not self._upright:
            step *= _SHY  # or the last one would be beyond the end by a bit
        return [(span if step > span == float(f"{span:.0e}") else step, 0.0)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Each with as many decimals as tell it from the next."""
        if self._unit:
            values, spacing = [100.0 * value for value in values], 100.0 * spacing
        decimals = max(0, -math.floor(math.log10(spacing) + 1e-6))
        return [numeral(value, f",.{decimals}f") + self._unit for value in values]


def round_step(least: float) -> float:
    """The next 1, 2 or 5 of any power of ten that is no less; 1 where that is no number."""
    if not 0 < least < math.inf:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next((m * power for m in (1.0, 2.0, 5.0) if least <= m * power), 10.0 * power)


def doubled_top(top: float) -> float:
    """Where an axis ends that seldom moves: at 1, 2, 4, 8 and so on, the first that is enough."""
    return 2.0 ** max(0, math.ceil(math.log2(top))) if 0 < top < math.inf else 2.0


def stepped_span(last: float) -> float:
    """Where an axis ends along which a curve grows: 100, or as often a quarter more as it takes."""
    return 100.0 * 1.25 ** max(0, math.ceil(math.log(max(last, 1.0) / 100.0, 1.25)))
