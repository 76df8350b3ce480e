"""What a pen does, without Qt: points gathered into a stroke, strokes written again."""

import math
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.digits.rendering import Stroke, Strokes

Point = NDArray[np.float64]

#: Canvas units; a point nearer than this to the one before says nothing new.
_NEAR: Final = 1e-3
#: Canvas units; a point is evened out with neighbours nearer than this.
_TREMBLE: Final = 0.05
#: What lifting the pen between two strokes takes, as a share of the way it moves.
_LIFTED: Final = 0.5


class StrokeBuilder:
    """Gathers one pen movement: points clipped into the canvas, needless ones left out.

    A mouse tells whole pixels, and a hand trembles: each point is evened out with its
    neighbours once the next one is known, if they are near, so that corners stay. The
    newest point is always where the pen is.
    """

    def __init__(self, *, pressure: bool) -> None:
        self._buffer = np.empty((64, 3 if pressure else 2))
        self._count = 0
        self._told: list[Point] = []  # the last two points as they were told

    def __len__(self) -> int:
        return self._count

    def add(self, x: float, y: float, pressure: float = 0.5) -> bool:
        """Take a point in canvas units; False where it is where the pen already was."""
        point: Point = np.clip((x, y, pressure), 0.0, 1.0)[: self._buffer.shape[1]]
        if self._told and _apart(self._told[-1], point) < _NEAR:
            return False
        if len(self._told) == 2:
            before, last = self._told
            if max(_apart(before, last), _apart(last, point)) < _TREMBLE:
                self._buffer[self._count - 1] = (before + 2.0 * last + point) / 4.0
        if self._count == len(self._buffer):
            self._buffer = np.concatenate([self._buffer, np.empty_like(self._buffer)])
        self._buffer[self._count] = point
        self._told = [*self._told[-1:], point]
        self._count += 1
        return True

    def newest(self, count: int) -> Stroke:
        """The last points, up to ``count`` of them; a view, gone with the next point."""
        return self._buffer[max(self._count - count, 0) : self._count]

    def stroke(self) -> Stroke:
        """All points so far, (m, 2) or with pressure (m, 3): a copy."""
        return self._buffer[: self._count].copy()


def written(strokes: Strokes, share: float) -> Strokes:
    """The strokes as far as a pen has come that wrote them evenly; share in [0, 1].

    The way through the air between two strokes takes time as well, half as much.
    """
    if share >= 1.0 or not strokes:
        return strokes
    lengths, lifts = [_length(stroke) for stroke in strokes], _lifts(strokes)
    left = max(share, 0.0) * (sum(lengths) + sum(lifts))
    done: list[Stroke] = []
    for stroke, length, lift in zip(strokes, lengths, (*lifts, 0.0), strict=True):
        done.append(_cut(stroke, left))
        left -= length + lift
        if left < 0.0:
            break
    return tuple(done)


def _apart(one: Point, other: Point) -> float:
    return math.hypot(one[0] - other[0], one[1] - other[1])


def _length(stroke: Stroke) -> float:
    steps = np.diff(stroke[:, :2], axis=0)
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum())


def _lifts(strokes: Strokes) -> list[float]:
    """What lifting the pen costs after each stroke but the last."""
    return [
        _LIFTED * float(np.hypot(*(after[0, :2] - before[-1, :2])))
        for before, after in pairwise(strokes)
    ]


def _cut(stroke: Stroke, length: float) -> Stroke:
    """The beginning of a stroke, ending exactly after a length along it."""
    steps = np.diff(stroke[:, :2], axis=0)
    way = np.concatenate(([0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))))
    if length >= way[-1]:
        return stroke
    whole = int(np.searchsorted(way, length, side="right"))
    share = (length - way[whole - 1]) / (way[whole] - way[whole - 1])
    end = stroke[whole - 1] + share * (stroke[whole] - stroke[whole - 1])
    return np.vstack([stroke[:whole], end])
