"""Which strokes of a drawing are others, and where on the sheet each of them is."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.digits.rendering import Floats, Stroke, Strokes


class Changes(NamedTuple):
    """What is in one drawing only, and what in the other only."""

    gone: list[Stroke]
    come: list[Stroke]


def changes_between(old: Strokes, new: Strokes) -> Changes:
    """What changed between two drawings; a stroke is the same where it is the same array."""
    before, after = _differing(old, new)
    here, there = set(map(id, old[before])), set(map(id, new[after]))
    return Changes(
        [stroke for stroke in old[before] if id(stroke) not in there],
        [stroke for stroke in new[after] if id(stroke) not in here],
    )


class Places:
    """The strokes of a drawing with the box (n, 4) of each, brought up to date by what changed."""

    def __init__(self, strokes: Strokes = ()) -> None:
        self.strokes = strokes
        self.boxes = boxes(strokes)

    def become(self, strokes: Strokes) -> Changes:
        """These strokes from now on; what is exchanged for that."""
        changed = changes_between(self.strokes, strokes)
        before, after = _differing(self.strokes, strokes)
        known = {id(stroke): row for row, stroke in enumerate(self.strokes[before])}
        rows = np.array([known.get(id(stroke), -1) for stroke in strokes[after]], np.intp)
        exchanged = np.empty((len(rows), 4))
        exchanged[rows >= 0] = self.boxes[before][rows[rows >= 0]]
        exchanged[rows < 0] = boxes(tuple(changed.come))
        parts = self.boxes[: before.start], exchanged, self.boxes[before.stop :]
        self.strokes, self.boxes = strokes, np.concatenate(parts)
        return changed


def _differing(old: Strokes, new: Strokes) -> tuple[slice, slice]:
    """The part of each, past which both begin and end with the same strokes."""
    start, end = 0, 0
    shorter = min(len(old), len(new))
    while start < shorter and old[start] is new[start]:
        start += 1
    while end < shorter - start and old[-1 - end] is new[-1 - end]:
        end += 1
    return slice(start, len(old) - end), slice(start, len(new) - end)


def boxes(strokes: Strokes) -> Floats:
    """The lowest x and y and the highest of each stroke: (n, 4)."""
    if not strokes:
        return np.empty((0, 4))
    points = np.concatenate([stroke[:, :2] for stroke in strokes])
    starts = np.cumsum([0, *map(len, strokes)])[:-1]
    low, high = (f.reduceat(points, starts, axis=0) for f in (np.minimum, np.maximum))
    return np.concatenate([low, high], axis=1)


def near(boxes: Floats, points: Floats, reach: float) -> NDArray[np.intp]:
    """Which boxes (n, 4) are no further than ``reach`` from the box of points (m, 2)."""
    low, high = points.min(axis=0) - reach, points.max(axis=0) + reach
    return np.flatnonzero(((boxes[:, :2] <= high) & (boxes[:, 2:] >= low)).all(axis=1))


def changed_points(changed: Changes) -> Floats:
    """The points (n, 2) that were moved, removed or added, with two neighbours of each.

    Of a stroke that is cut in two, these are the ones around the cut.
    """
    rows = [stroke[:, :2] for stroke in (*changed.gone, *changed.come)]
    points = np.concatenate(rows)
    count = sum(map(len, changed.gone))
    _, which = np.unique(points, axis=0, return_inverse=True)
    which = which.ravel()  # numpy 2.0 gives it another shape
    before = np.bincount(which[:count], minlength=len(points))
    after = np.bincount(which[count:], minlength=len(points))
    other = np.convolve((before != after)[which], np.ones(5))[2:-2] > 0
    return points[other]
