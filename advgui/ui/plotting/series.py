"""What is plotted: curves, their pens, and the key that tells them apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.lab.attack.phrases import percent
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import LARGE, SMALL, TIGHT, Tokens, tokens

Series = NDArray[np.floating[Any]]

_SAMPLE: Final = 20.0


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: what it is called, and how it is drawn.

    A share from 0 to 1 belongs to the axis on the left, and all else to that on the right.
    """

    name: str
    title: str
    colour: Literal["goal", "prediction", "text", "muted"]
    line: Qt.PenStyle = Qt.PenStyle.SolidLine
    share: bool = False


CurveTable = tuple[Curve, ...]

_DASHED: Final = Qt.PenStyle.DashLine
_DOTTED: Final = Qt.PenStyle.DotLine

TRAINING: Final[CurveTable] = (
    Curve("accuracy", "Read correctly", "prediction", share=True),
    Curve("loss", "Loss", "text", _DASHED),
)


def run_curves(away: int | None = None) -> CurveTable:
    """What is plotted of a run toward a goal, or away from a label.

    Orange is the goal, as everywhere, and blue what is read. The others are neutral, and told
    apart by their dashes.
    """
    aim = Curve("goal", "Confidence of the goal", "goal", share=True)
    if away is not None:
        title = f"Confidence of the {away} it was read as"
        aim = Curve("goal", title, "prediction", share=True)
    misfit = "Misfit" if away is None else f"Misfit to the {away}"
    return (
        aim,
        Curve("misfit", misfit, "text", _DOTTED),
        Curve("distance", "L2 before rounding", "muted", _DASHED),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """Curves with their values (k,) by name, over rising places (k,): steps, or epochs."""

    curves: CurveTable
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

    @property
    def top(self) -> float:
        """The largest value of all that is not a share."""
        known = [self.values[curve.name] for curve in self.curves if not curve.share]
        return max((float(values.max(initial=0.0)) for values in known), default=0.0)


def run_course(
    steps: NDArray[np.integer[Any]],
    *,
    goal: Series,
    misfit: Series,
    distance: Series,
    away: int | None = None,
) -> Course:
    """The curves of a run so far, each (k,), over its steps.

    ``goal`` is the confidence of the goal, or of the label to get ``away`` from.
    """
    values = {"goal": goal, "misfit": misfit, "distance": distance}
    return Course(run_curves(away), steps, values)


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
    """Its colour and its dashes, by default in one pixel of the screen.

    A wider line is a hundred times as slow to draw, and slower yet the more it crosses itself.
    """
    made = QPen(_colour(curve, colours), width)
    made.setCosmetic(True)
    made.setStyle(curve.line)
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: CurveTable = ()
        self._values: dict[str, float] = {}
        self.setObjectName("curve-key")
        self.setAccessibleName("Values at the place shown")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, curves: CurveTable, values: dict[str, float]) -> None:
        """Name these curves, each with its value; one without stands alone."""
        if (curves, values) == (self._curves, self._values):
            return
        self._curves, self._values = curves, values
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription("; ".join(self.words(curve) for curve in self._curves))

    def words(self, curve: Curve) -> str:
        """A curve's name, and its value where there is one."""
        return f"{curve.title} {self._value(curve)}".rstrip()

    def _value(self, curve: Curve) -> str:
        value = self._values.get(curve.name)
        if value is None:
            return ""
        return percent(value) if curve.share else f"{value:.3f}"

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
        for curve, wide in zip(self._curves, self._widths(), strict=True):
            painter.setPen(pen(curve, colours, 2))
            painter.drawLine(QLineF(left, middle, left + _SAMPLE, middle))
            room = QRectF(left + _SAMPLE + SMALL, 0, wide, self.height())
            words.write(painter, room, curve.title, "caption", colours.muted)
            room.setRect(room.right() + TIGHT, 0, self._figure(), self.height())
            words.write(painter, room, self._value(curve), "caption", colours.muted)
            left = room.right() + LARGE

    def _figure(self) -> float:
        return texts().width("> 99.9\u00a0%", "caption")

    def _widths(self) -> list[float]:
        """The rooms for the names, all narrower by one share where the widget is too narrow."""
        wanted = [texts().width(curve.title, "caption") for curve in self._curves]
        beside = len(wanted) * (_SAMPLE + SMALL + TIGHT + self._figure() + LARGE) - LARGE
        share = min(1.0, max(0.0, self.width() - beside) / max(1.0, sum(wanted)))
        return [wide * share for wide in wanted]
