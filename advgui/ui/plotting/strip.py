"""One of the aligned strips of a chart: a box of pyqtgraph's with an axis, and curves in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGraphicsSceneWheelEvent

from advgui.ui.plotting.axis import Axis
from advgui.ui.plotting.curves import Curve, CurveTable, PlotData, part, pen
from advgui.ui.theme.tokens import Tokens

#: A curve that goes up and down by more pixels is not smoothed, which takes its time.
_SMOOTH: Final = 30_000
#: So many peaks are drawn of a curve, and no more than fill so many pixels, each as high as the
#: strip.
_PEAKS: Final = 400
_PIXELS: Final = 300_000
#: From this many pixels to a point of the screen on, lines are as wide as a point, but dashed
#: ones: these, and long smooth ones, take a hundred times as long if they are wider than a pixel.
_DENSE: Final = 1.5
_SHORT: Final = 3_000


class Box(pg.ViewBox):
    """Wheel and mouse move it along, over an axis in that axis alone; it has no menu.

    What it does follows from how it looks after the turn before, painted or not.
    """

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.disableAutoRange()

    def wheelEvent(self, ev: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        """Zoom along, about the mouse."""
        self.updateMatrix()
        super().wheelEvent(ev, axis=0 if axis is None else axis)

    def mouseDragEvent(self, ev: object, axis: int | None = None) -> None:
        """Move along with the mouse."""
        self.updateMatrix()
        super().mouseDragEvent(ev, axis=axis)


@dataclass(frozen=True, slots=True)
class View:
    """How curves are painted: the colours, and the pixels to a point of the screen.

    Whoever is ``patient`` has them smooth whatever time that takes.
    """

    colours: Tokens
    ratio: float
    patient: bool = False


class Strip:
    """Shares from 0 to 100 %, or all other curves of a plot, from 0 to ``top``."""

    def __init__(self, title: str, *, share: bool) -> None:
        self.share, self.top = share, 1.0
        self.box = Box()
        self.axis = Axis("left", self.box, title, "\u00a0%" if share else "")
        self._curves: CurveTable = ()
        self._items: dict[str, pg.PlotCurveItem] = {}

    @property
    def area(self) -> QRectF:
        """Where the curves are, in the chart."""
        return self.box.sceneBoundingRect()

    def set_home(self, span: float, top: float, finest: float) -> None:
        """What there is to be seen at most: from 0 to ``span`` along, and to ``top`` up."""
        self.top = top
        self.box.setLimits(xMin=0.0, xMax=span, minXRange=finest, yMin=0.0, yMax=top)
        self.box.setYRange(0.0, top, padding=0)

    def seen(self) -> tuple[float, float]:
        """From where to where it is seen along."""
        low, high = self.box.viewRange()[0]
        return low, high

    @property
    def is_whole(self) -> bool:
        """Whether all of its height is seen."""
        low, high = self.box.viewRange()[1]
        return high - low > 0.999 * self.top

    def height_of(self, value: float) -> float:
        """Where a value is in the chart, from its top."""
        low, high = self.box.viewRange()[1]
        return self.area.bottom() - (value - low) / (high - low) * self.area.height()

    def draw(self, data: PlotData | None, view: View) -> None:
        """Its curves of these, as many values as can be told apart."""
        self._take(() if data is None else data.curves)
        if data is None:
            return
        low, high = self.seen()
        wide, high_pixels = (
            max(1, int(side * view.ratio)) for side in (self.area.width(), self.area.height())
        )
        most = wide if view.patient else min(_PEAKS, _PIXELS // high_pixels)
        groups = max(1, min(wide // 2, most))
        for curve in self._curves:
            places, values = part(data, curve, low, high, groups)
            travel = float(np.abs(np.diff(values)).sum()) * high_pixels / self.top
            smooth, width = _quality(curve, travel, wide, view)
            self._items[curve.name].setData(
                places,
                values,
                pen=pen(curve, view.colours, width),
                antialias=smooth,
                skipFiniteCheck=True,
            )

    def _take(self, curves: CurveTable) -> None:
        mine = tuple(curve for curve in curves if curve.share == self.share)
        if mine == self._curves:
            return
        for item in self._items.values():
            self.box.removeItem(item)
        self._curves = mine
        self._items = {curve.name: pg.PlotCurveItem(skipFiniteCheck=True) for curve in mine}
        for item in reversed(self._items.values()):  # the first lies above all others
            self.box.addItem(item)

    def dots(self, values: dict[str, float]) -> Iterator[tuple[float, str]]:
        """Where these values are from the chart's top, as far as they are seen."""
        area = self.area
        for curve in self._curves:
            value = values.get(curve.name, np.nan)
            if np.isfinite(value) and area.top() <= (up := self.height_of(value)) <= area.bottom():
                yield up, curve.name


def _quality(curve: Curve, travel: float, wide: int, view: View) -> tuple[bool, int]:
    """Whether a curve is smoothed that goes up and down so far, and how wide its line is."""
    smooth = travel <= _SMOOTH
    if view.patient:
        return True, round(view.ratio)
    if view.ratio < _DENSE or curve.line != Qt.PenStyle.SolidLine:
        return smooth, 1
    return travel + wide <= _SHORT, round(view.ratio)
