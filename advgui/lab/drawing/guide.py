"""Strokes to draw over: what an attack changed, and what a person's own drawing comes to."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.digits.ink import Ink
from advgui.core.digits.rendering import Floats, Strokes
from advgui.core.nn.network import Reading

#: How near a drawing has to be to the lines, as a share of the digit's size.
NEAR: Final = 0.08
#: The share of the lines that has to be drawn, and of the drawing that has to be near them.
ENOUGH: Final = 0.9
#: Points along a line of the digit's size, between which a distance is not noticed.
_FINE: Final = 50


@dataclass(frozen=True, slots=True, eq=False)
class Guide:
    """The ink ``before`` and ``after`` an attack, both where they lie on the sheet.

    ``label`` is what was read before, and ``goal`` what is wanted; None is anything else.
    """

    before: Ink
    after: Ink
    label: int
    goal: int | None

    def fooled(self, reading: Reading) -> bool:
        """Whether a reading is what the attack wanted."""
        if self.goal is None:
            return reading.label != self.label
        return reading.label == self.goal


def drawn_share(guide: Guide, strokes: Strokes) -> float:
    """How much of the changed lines has been drawn over, in [0, 1]."""
    return _near_share(guide.after.strokes, strokes, NEAR * guide.after.size)


def inside_share(guide: Guide, strokes: Strokes) -> float:
    """How much of a drawing keeps to the changed lines, in [0, 1]."""
    return _near_share(strokes, guide.after.strokes, NEAR * guide.after.size)


def _near_share(some: Strokes, others: Strokes, reach: float) -> float:
    """The share of the points of some lines from which others are no farther than that."""
    if not some or not others:
        return 0.0
    one, other = _points(some, reach), _points(others, reach)
    squares = ((one[:, None] - other) ** 2).sum(axis=2).min(axis=1)
    return float((squares <= reach * reach).mean())


def _points(strokes: Strokes, reach: float) -> Floats:
    """Points (m, 2) evenly along lines, two to a reach."""
    return np.concatenate([_evenly(stroke[:, :2], reach / 2.0) for stroke in strokes])


def _evenly(stroke: Floats, gap: float) -> Floats:
    way = np.concatenate([[0.0], np.hypot(*np.diff(stroke, axis=0).T).cumsum()])
    places = np.linspace(0.0, way[-1], max(2, min(int(way[-1] / gap), 20 * _FINE)))
    return np.stack([np.interp(places, way, column) for column in stroke.T], axis=1)
