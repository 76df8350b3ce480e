"""What is plotted: curves, their values, and the pens that tell them apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from advgui.core.language import english, numeral
from advgui.lab.attack.phrases import percent
from advgui.ui.theme.tokens import Tokens

Series = NDArray[np.floating[Any]]

DASHED: Final = Qt.PenStyle.DashLine
DOTTED: Final = Qt.PenStyle.DotLine

Colour = Literal["goal", "prediction", "fooled", "restored", "text", "muted"]


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: what it is called, and how it is drawn.

    A share from 0 to 1 belongs to the upper strip, and all else to the lower one. ``short`` is
    what it is called where there is no room for the title, and ``heading`` what its column in a
    file is called, in English, where the title has something put in.
    """

    name: str
    title: str
    colour: Colour
    line: Qt.PenStyle = Qt.PenStyle.SolidLine
    share: bool = False
    short: str = ""
    heading: str = ""

    @property
    def column(self) -> str:
        """What its values are called in a file, whatever the window's language."""
        return self.heading or english(self.title)

    def written(self, value: float | None) -> str:
        """A value as it is told, nothing where there is none."""
        if value is None or isnan(value):
            return ""
        return percent(value) if self.share else numeral(value, ".3f")


CurveTable = tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class Titles:
    """What the axes are called: the one along, that of the shares, and that of all else.

    Where there are no others than shares, ``rest`` is empty. The axis along is at least
    ``least`` long, and what is along it counts in wholes if it ``counts``.
    """

    along: str
    share: str
    rest: str = ""
    least: float = 1.0
    counts: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class PlotData:
    """Curves with their values (k,) by name, over rising places (k,): steps, or epochs.

    A curve that ends before others do has its last value from there on, if it is ``held``.
    """

    curves: CurveTable
    places: NDArray[Any]
    values: Mapping[str, Series]
    held: bool = True

    @property
    def last(self) -> float:
        """The last place that there is, 0 where there is none."""
        return float(self.places[-1]) if len(self.places) else 0.0

    def at(self, place: float) -> dict[str, float]:
        """The values at a place, or at the last one before it that has some; none before all."""
        index = int(np.searchsorted(self.places, place, side="right")) - 1
        if index < 0:
            return {}
        return {
            name: _newest(values, index)
            for name, values in self.values.items()
            if self.held or not np.isnan(values[index:]).all()
        }

    def nearest(self, place: float) -> float:
        """The place nearest to this one; 0 where there is none."""
        if not len(self.places):
            return 0.0
        after = min(int(np.searchsorted(self.places, place)), len(self.places) - 1)
        around = self.places[max(0, after - 1) : after + 1]
        return float(around[np.abs(around - place).argmin()])

    @property
    def top(self) -> float:
        """The largest finite value of all that is not a share, 0 where there is none."""
        known = [self.values[curve.name] for curve in self.curves if not curve.share]
        finite = [values[np.isfinite(values)] for values in known]
        return max((float(values.max(initial=0.0)) for values in finite), default=0.0)


def _newest(values: Series, index: int) -> float:
    """The value there, or the last one before where there is none there; NaN where none is."""
    found = float(values[index])
    if not isnan(found):
        return found
    known = values[:index][~np.isnan(values[:index])]
    return float(known[-1]) if len(known) else found


def part(
    data: PlotData, curve: Curve, low: float, high: float, groups: int
) -> tuple[NDArray[Any], Series]:
    """What is seen of a curve from ``low`` to ``high``, in so many peaks at most, and finite.

    One value beyond either end is among it, so that the line goes on to the edge.
    """
    first = max(0, int(np.searchsorted(data.places, low)) - 1)
    after = int(np.searchsorted(data.places, high, side="right")) + 1
    places = data.places[first:after].astype(np.float64)
    values = data.values[curve.name][first:after].astype(np.float64)
    finite = np.isfinite(values)
    return peaks(places[finite], values[finite], groups)


def peaks(places: NDArray[Any], values: Series, groups: int) -> tuple[NDArray[Any], Series]:
    """A long curve as the largest and the least value of each group, where and as they came.

    Curves with no more than two values for each group stay as they are.
    """
    if len(places) <= 2 * groups:
        return places, values
    size = -(-len(places) // groups)
    grouped = np.pad(values, (0, -len(values) % size), mode="edge").reshape(-1, size)
    ends = np.sort(np.stack([grouped.argmax(axis=1), grouped.argmin(axis=1)], axis=1), axis=1)
    kept = np.minimum(ends + size * np.arange(len(grouped))[:, None], len(values) - 1).ravel()
    return places[kept], values[kept]


def pen(curve: Curve, colours: Tokens, width: float = 1) -> QPen:
    """Its colour and its dashes, so many pixels of the screen wide.

    A line wider than one pixel is a hundred times as slow to draw, and slower yet the more it
    crosses itself.
    """
    made = QPen(_colour(curve, colours), width)
    made.setCosmetic(True)
    made.setStyle(curve.line)
    return made


def _colour(curve: Curve, colours: Tokens) -> QColor:
    return {
        "goal": colours.goal,
        "prediction": colours.prediction,
        "fooled": colours.fooled,
        "restored": colours.restored,
        "text": colours.text,
        "muted": colours.muted,
    }[curve.colour]
