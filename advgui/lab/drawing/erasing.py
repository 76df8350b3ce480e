"""An eraser on its way over a drawing: a movement costs what it touches, and no more."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.digits.rendering import BOX, Floats, Stroke, Strokes
from advgui.core.digits.stroke_changes import boxes, near
from advgui.core.images import SIZE, Bytes
from advgui.lab.drawing.model import Drawing, kept

#: The eraser's radius in canvas units.
ERASER: Final = 0.05
_STEPS: Final = 8  # per radius of the eraser: how finely strokes are cut


def erased(drawing: Drawing, path: Stroke, radius: float) -> Drawing:
    """The drawing without the ink that a round eraser touched along a path (m, 2).

    A stroke it crosses becomes two. Pixels of an opened image whose middles it touched
    turn black. The same drawing where it touched nothing.
    """
    return Erasing(drawing, radius).along(path).left


class Erasing:
    """Takes away what a path touches, which is told again and again, longer each time.

    Only the last point of a path that was told may be another one the next time.
    """

    def __init__(self, before: Drawing, radius: float) -> None:
        self.before = before
        self.left = before
        self._settled = _Part.of(before, radius)
        self._done = 0  # points of the path that are settled, but for the last of them

    def along(self, path: Stroke) -> "Erasing":
        """``left`` is what this path leaves; itself."""
        settled = path[self._done : -1, :2]
        if len(settled) > 1:
            self._settled = self._settled.without(settled)
            self._done += len(settled) - 1
        if len(path):
            self.left = self._settled.without(path[-2:, :2]).drawing
        return self


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A drawing of which something was erased, with the boxes (n, 4) of its strokes."""

    drawing: Drawing
    places: Floats
    radius: float

    @classmethod
    def of(cls, drawing: Drawing, radius: float) -> "_Part":
        return cls(drawing, boxes(drawing.strokes), radius)

    def without(self, path: Floats) -> "_Part":
        """Without what a short path touched; itself where that is nothing."""
        # The end of a line is as round as the pen: cut so that nothing of it is touched.
        reach = self.radius + self.drawing.pen * BOX / SIZE / 2.0
        parts = self._parts(path, reach)
        base = _wiped(self.drawing.base, path, self.radius)
        if not parts and base is self.drawing.base:
            return self
        strokes, places = self._exchanged(parts)
        return _Part(replace(self.drawing, strokes=strokes, base=base), places, self.radius)

    def _parts(self, path: Floats, reach: float) -> dict[int, Strokes]:
        """What is left of each stroke that was touched, by its number."""
        strokes, found = self.drawing.strokes, {}
        numbers = near(self.places, path, reach)
        close = _close([strokes[number] for number in numbers.tolist()], path, reach)
        for number in numbers[close].tolist():
            left = _outside(strokes[number], path, reach)
            if left is not None:
                found[number] = left
        return found

    def _exchanged(self, parts: dict[int, Strokes]) -> tuple[Strokes, Floats]:
        """The strokes and their boxes, with parts in the place of some."""
        strokes: list[Stroke] = []
        places: list[Floats] = []
        after = 0
        for number, left in parts.items():
            strokes += (*self.drawing.strokes[after:number], *left)
            places += (self.places[after:number], boxes(left))
            after = number + 1
        strokes += self.drawing.strokes[after:]
        return tuple(strokes), np.concatenate([*places, self.places[after:]])


def _close(strokes: list[Stroke], path: Floats, reach: float) -> NDArray[np.bool_]:
    """Which strokes come so near the middle of a path that the path may touch them."""
    if not strokes:
        return np.zeros(0, np.bool_)
    middle = (path.min(axis=0) + path.max(axis=0)) / 2.0
    around = float(np.hypot(*(path - middle).T).max()) + reach * (1.0 + 1e-9)
    points = np.concatenate([stroke[:, :2] for stroke in strokes]) - middle
    firsts = np.cumsum([0, *map(len, strokes)])[:-1]
    ways = np.diff(points, axis=0, prepend=points[:1])
    ways[firsts] = 0.0
    share = (points * ways).sum(axis=1) / np.maximum((ways**2).sum(axis=1), 1e-300)
    nearest = points - np.clip(share, 0.0, 1.0)[:, None] * ways
    return np.minimum.reduceat(np.hypot(*nearest.T), firsts) <= around


def _outside(stroke: Stroke, path: Floats, reach: float) -> Strokes | None:
    """The parts of a stroke further than ``reach`` from a path; None where all of it is.

    It is cut finely where it was touched, and stays as it is elsewhere.
    """
    counts = _fine_counts(stroke, path, reach)
    touched = _touched(_refined(stroke, counts), path, reach)
    if not touched.any():
        return None
    ends = np.concatenate(([0], np.cumsum(counts)))
    sums = np.concatenate(([0], np.cumsum(touched)))
    counts[sums[ends[1:] + 1] == sums[ends[:-1]]] = 1
    fine = _refined(stroke, counts)
    away = ~_touched(fine, path, reach)
    edges = np.flatnonzero(np.diff(away)) + 1
    parts = zip(np.split(fine, edges), np.split(away, edges), strict=True)
    return tuple(kept(part) for part, left in parts if left[0])


def _fine_counts(stroke: Stroke, path: Floats, reach: float) -> NDArray[np.intp]:
    """Into how many each piece of a stroke is cut, so that none near the path is coarse."""
    starts, stops = stroke[:-1, :2], stroke[1:, :2]
    places = np.concatenate([np.minimum(starts, stops), np.maximum(starts, stops)], axis=1)
    which = near(places, path, reach)
    lengths = np.hypot(*(stops[which] - starts[which]).T)
    counts = np.ones(len(starts), np.intp)
    # What was cut before is as fine as it gets, whatever its lengths were rounded to.
    counts[which] = np.maximum(np.ceil(lengths / (reach / _STEPS) - 1e-6), 1.0)
    return counts


def _touched(points: Floats, path: Floats, reach: float) -> NDArray[np.bool_]:
    """Which points, (k, 2) or with pressure, a path comes as near as ``reach``."""
    places = points[:, :2]
    touched = np.zeros(len(points), np.bool_)
    which = near(np.concatenate([places, places], axis=1), path, reach)
    touched[which] = _distances(places[which], path) <= reach
    return touched


def _refined(stroke: Stroke, counts: NDArray[np.intp]) -> Stroke:
    """The same stroke with each of its pieces cut into so many."""
    ends = np.concatenate(([0], np.cumsum(counts)))
    if ends[-1] == len(counts):
        return stroke
    at = np.arange(ends[-1] + 1)
    return np.stack([np.interp(at, ends, column) for column in stroke.T], axis=1)


def _distances(points: Floats, path: Floats) -> Floats:
    """How far points (k, 2) are from a path (m, 2) of straight pieces: (k,)."""
    starts = path[:-1] if len(path) > 1 else path
    vectors = path[1:] - starts if len(path) > 1 else np.zeros((1, 2))
    squares = np.maximum((vectors**2).sum(axis=1), 1e-300)
    from_start = points[:, None] - starts
    along = np.clip((from_start * vectors).sum(axis=2) / squares, 0.0, 1.0)
    away = from_start - along[:, :, None] * vectors
    nearest: Floats = np.sqrt((away**2).sum(axis=2)).min(axis=1)
    return nearest


def _wiped(base: Bytes | None, path: Floats, radius: float) -> Bytes | None:
    """The image with the pixels black that the eraser touched; itself where none was lit."""
    if base is None:
        return None
    y, x = (np.indices((SIZE, SIZE)).reshape(2, -1) + 0.5) / SIZE
    touched = (_distances(np.stack([x, y], axis=1), path) <= radius).reshape(SIZE, SIZE)
    if not base[touched].any():
        return base
    return kept(np.where(touched, np.uint8(0), base))
