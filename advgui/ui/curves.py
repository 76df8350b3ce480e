"""What is plotted of a run: its curves, their pens, and the key that tells them apart."""

from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.ui.theme import LARGE, SMALL, TIGHT, Tokens, font, tokens

Series = NDArray[np.floating[Any]]
CurveName = Literal["goal", "misfit", "distance"]

_SAMPLE: Final = 20.0
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: what it is called, and whether it belongs to the axis on the right."""

    name: CurveName
    title: str
    far: bool = False


CURVES: Final = (
    Curve("goal", "Confidence of the goal"),
    Curve("misfit", "Misfit"),
    Curve("distance", "Distance, L2", far=True),
)


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """A run's curves so far, each (k,), over rising step numbers (k,)."""

    steps: NDArray[np.integer[Any]]
    goal: Series
    misfit: Series
    distance: Series

    def values(self, name: CurveName) -> Series:
        """One of the curves."""
        return {"goal": self.goal, "misfit": self.misfit, "distance": self.distance}[name]

    def at(self, step: int) -> dict[CurveName, float]:
        """The values at a step, or at the last one before it; none before the first."""
        index = int(np.searchsorted(self.steps, step, side="right")) - 1
        if index < 0:
            return {}
        return {curve.name: float(self.values(curve.name)[index]) for curve in CURVES}


def pen(curve: Curve, colours: Tokens, width: float = 1) -> QPen:
    """Orange for the goal; the others are neutral, and a dash tells them apart."""
    made = QPen(_colour(curve, colours), width)
    made.setCosmetic(True)
    if curve.far:
        made.setStyle(Qt.PenStyle.DashLine)
    return made


def _colour(curve: Curve, colours: Tokens) -> QColor:
    match curve.name:
        case "goal":
            return colours.goal
        case "misfit":
            return colours.text
        case "distance":
            return colours.muted


class CurveKey(QWidget):
    """The curves' names with a sample of each, and their values at the step shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[CurveName, float] = {}
        self.setObjectName("curve-key")
        self.setAccessibleName("Values at the step shown")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, values: dict[CurveName, float]) -> None:
        """Write other values; names without one stand alone."""
        self._values = values
        self.setAccessibleDescription("; ".join(self.words(curve) for curve in CURVES))
        self.update()

    def words(self, curve: Curve) -> str:
        """A curve's name, and its value where there is one."""
        value = self._values.get(curve.name)
        return curve.title if value is None else f"{curve.title} {value:.3f}"

    def sizeHint(self) -> QSize:
        """One line of small words."""
        metrics = QFontMetricsF(font("caption"))
        return QSize(3 * LARGE, round(metrics.height()) + TIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme is painted at once."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line, a name, a value; then the next. Values do not push the names about."""
        painter = QPainter(self)
        painter.setFont(font("caption"))
        metrics = QFontMetricsF(painter.font())
        colours, middle, left = tokens(self.palette()), self.height() / 2, 0.0
        for curve in CURVES:
            painter.setPen(pen(curve, colours, 2))
            painter.drawLine(QLineF(left, middle, left + _SAMPLE, middle))
            left += _SAMPLE + SMALL
            painter.setPen(colours.muted)
            baseline = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left, baseline), self.words(curve))
            left += metrics.horizontalAdvance(f"{curve.title} 00.000") + LARGE
