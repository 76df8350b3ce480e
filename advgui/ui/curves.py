"""What is plotted: curves, their pens, and the key that tells them apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.ui.texts import texts
from advgui.ui.theme import LARGE, SMALL, TIGHT, Tokens, tokens

Series = NDArray[np.floating[Any]]

_SAMPLE: Final = 20.0


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: what it is called, its colour, and whether its axis is that on the right."""

    name: str
    title: str
    colour: Literal["goal", "prediction", "text", "muted"]
    far: bool = False


CurveTable = tuple[Curve, ...]

# Orange for the goal, as everywhere; the others are neutral, and a dash tells them apart.
RUN: Final[CurveTable] = (
    Curve("goal", "Confidence of the goal", "goal"),
    Curve("misfit", "Misfit", "text"),
    Curve("distance", "Distance, L2", "muted", far=True),
)
TRAINING: Final[CurveTable] = (
    Curve("accuracy", "Read correctly", "prediction"),
    Curve("loss", "Loss", "text", far=True),
)


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """Curves by their names, each (k,), over rising places (k,): steps, or epochs."""

    places: NDArray[Any]
    values: Mapping[str, Series]

    @property
    def last(self) -> float:
        """The last place that there is, 0 where there is none."""
        return float(self.places[-1]) if len(self.places) else 0.0

    def at(self, place: float) -> dict[str, float]:
        """The values at a place, or at the last one before it; none before the first."""
        index = int(np.searchsorted(self.places, place, side="right")) - 1
        if index < 0:
            return {}
        return {name: float(values[index]) for name, values in self.values.items()}

    def nearest(self, place: float) -> float:
        """The place nearest to this one; 0 where there is none."""
        if not len(self.places):
            return 0.0
        after = min(int(np.searchsorted(self.places, place)), len(self.places) - 1)
        around = self.places[max(0, after - 1) : after + 1]
        return float(around[np.abs(around - place).argmin()])

    def top(self, curves: CurveTable) -> float:
        """The largest value of these curves."""
        return max((float(self.values[c.name].max(initial=0.0)) for c in curves), default=0.0)


def peaks(places: NDArray[Any], values: Series, groups: int) -> tuple[NDArray[Any], Series]:
    """A long curve as the largest and the least value of each group, at the group's middle.

    Curves with fewer than twice so many places stay as they are; an incomplete last group
    is left out.
    """
    size = len(places) // groups
    if size < 2:
        return places, values
    kept = len(places) // size
    middles = places[size // 2 :: size][:kept]
    grouped = values[: kept * size].reshape(kept, size)
    ends = np.stack([grouped.max(axis=1), grouped.min(axis=1)], axis=1)
    return np.repeat(middles, 2), ends.ravel()


def pen(curve: Curve, colours: Tokens, width: float = 1) -> QPen:
    """A dash tells the axis on the right."""
    made = QPen(_colour(curve, colours), width)
    made.setCosmetic(True)
    if curve.far:
        made.setStyle(Qt.PenStyle.DashLine)
    return made


def _colour(curve: Curve, colours: Tokens) -> QColor:
    return {
        "goal": colours.goal,
        "prediction": colours.prediction,
        "text": colours.text,
        "muted": colours.muted,
    }[curve.colour]


class CurveKey(QWidget):
    """The curves' names with a sample of each, and their values at the place shown."""

    def __init__(self, curves: CurveTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves = curves
        self._values: dict[str, float] = {}
        self.setObjectName("curve-key")
        self.setAccessibleName("Values at the place shown")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def set_values(self, values: dict[str, float]) -> None:
        """Write other values; names without one stand alone."""
        if values == self._values:
            return
        self._values = values
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription("; ".join(self.words(curve) for curve in self._curves))

    def words(self, curve: Curve) -> str:
        """A curve's name, and its value where there is one."""
        value = self._values.get(curve.name)
        return curve.title if value is None else f"{curve.title} {value:.3f}"

    def sizeHint(self) -> QSize:
        """One line of small words."""
        return QSize(3 * LARGE, round(texts().line("caption")) + TIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme is painted at once."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line, a name, a value; then the next. Values do not push the names about."""
        painter, words = QPainter(self), texts()
        colours, middle, left = tokens(self.palette()), self.height() / 2, 0.0
        for curve in self._curves:
            painter.setPen(pen(curve, colours, 2))
            painter.drawLine(QLineF(left, middle, left + _SAMPLE, middle))
            left += _SAMPLE + SMALL
            wide = words.width(f"{curve.title} 00.000", "caption")
            room = QRectF(left, 0, wide + LARGE, self.height())
            words.write(painter, room, self.words(curve), "caption", colours.muted)
            left += wide + LARGE
