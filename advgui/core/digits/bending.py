"""Strokes that bend smoothly: a few control points along each are moved, and the rest follows.

Between two control points the displacement is theirs, mixed by raised cosines: weights that add
up to one, so that no point moves farther than a control point. A hand's inaccuracy is such a
bend at random.
"""

from functools import cached_property
from typing import Final

import numpy as np

from advgui.core.digits.ink import Ink, stroke_length
from advgui.core.digits.rendering import Floats, Stroke, Strokes

#: Pixels of the image along a stroke from one control point to the next.
SPACING: Final = 4.5
#: Pixels from one point to the next, at most: straight lines are to bend, too.
_DENSE: Final = 1.0
#: Points that are put between those of a drawing, at most.
_MOST: Final = 500


class Bending:
    """The strokes of some ink, ready to be bent by ``count`` control points."""

    def __init__(self, ink: Ink, spacing: float = SPACING) -> None:
        """``spacing`` is how many pixels of the image lie between two control points."""
        dense = max(_DENSE * ink.pixel, ink.length / _MOST)
        self._strokes = tuple(_densely(stroke, dense) for stroke in ink.strokes)
        self._weights = [_raised_cosines(s, spacing * ink.pixel) for s in self._strokes]
        self._ends = np.cumsum([weights.shape[1] for weights in self._weights])
        self.count = int(self._ends[-1])

    @cached_property
    def smoothing(self) -> Floats:
        """Sums over neighbours along each stroke (count, count), which keep a deviation of 1."""
        near = np.zeros((self.count, self.count))
        start = 0
        for end in self._ends.tolist():
            places = np.arange(end - start)
            near[start:end, start:end] = np.maximum(1.0 - np.abs(places[:, None] - places) / 2, 0)
            start = end
        near /= np.sqrt((near * near).sum(axis=1, keepdims=True))
        return near

    def bent(self, moves: Floats) -> Strokes:
        """The strokes once the control points have moved by (count, 2), in the strokes' unit."""
        parts = np.split(moves, self._ends[:-1])
        return tuple(map(_moved, self._strokes, self._weights, parts))


def redrawn(ink: Ink, share: float, random: np.random.Generator) -> Ink:
    """The same digit as another hand would draw it, with smooth jitter.

    Each control point goes astray by a normal deviate across and one down, whose standard
    deviation is a ``share`` of the digit's size.
    """
    bending = Bending(ink)
    moves = random.normal(0.0, share * ink.size, (bending.count, 2))
    return Ink(bending.bent(moves), ink.pen, ink.least)


def _densely(stroke: Stroke, gap: float) -> Stroke:
    """The same way with points (m, 2 or 3) no farther apart than ``gap``."""
    if len(stroke) < 2 or gap <= 0.0:
        return np.array(stroke, np.float64)
    steps = np.diff(stroke, axis=0)
    counts = np.maximum(np.ceil(np.hypot(*steps[:, :2].T) / gap).astype(np.intp), 1)
    which = np.repeat(np.arange(len(steps)), counts)
    number = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    points: Stroke = stroke[which] + steps[which] * (number / counts[which])[:, None]
    return np.concatenate([points, stroke[-1:]])


def _raised_cosines(stroke: Stroke, spacing: float) -> Floats:
    """How much each control point moves each point: (points, controls), rows that sum to 1."""
    length = stroke_length(stroke)
    if length <= 0.0:
        return np.ones((len(stroke), 1))
    gaps = max(round(length / spacing), 1)
    way = np.hypot(*np.diff(stroke[:, :2], axis=0).T).cumsum()
    places = np.concatenate([[0.0], way]) * (gaps / length)
    away = np.minimum(np.abs(places[:, None] - np.arange(gaps + 1)), 1.0)
    weights: Floats = (1.0 + np.cos(np.pi * away)) / 2.0
    weights /= weights.sum(axis=1, keepdims=True)
    return weights


def _moved(stroke: Stroke, weights: Floats, moves: Floats) -> Stroke:
    bent = stroke.copy()
    bent[:, :2] += weights @ moves
    return bent
