"""The image of very many strokes, at a cost that does not grow with them.

``rendering.render`` looks at every piece of every stroke, twice. Here the pen's way is kept as a
map of 512 x 512 cells instead, which counts how often each was passed: one more stroke is
counted in, one that is gone is counted out, and the image is made of the cells that were
passed at all. Being made of whole numbers, the map depends on nothing but the strokes.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.digits.rendering import BOX, CENTRE, LEAST, Floats, Stroke, Strokes, centre_of_mass
from advgui.core.digits.stroke_changes import changes_between
from advgui.core.images import SIZE, Bytes, quantise

Counts = NDArray[np.int32]

_SIDE: Final = 512
#: Of pressure: 4 is none, or one half, and as wide as the pen; 0 half and 8 half again as wide.
_LEVELS: Final = 8
#: A row so far away that any other is nearer.
_NOWHERE: Final = np.int16(2**14)
#: Samples that are counted in one go, which bounds the memory for a stroke of any length.
_SAMPLES_AT_ONCE: Final = 2**18


class InkMap:
    """The cells that the strokes of a drawing pass, in canvas units from 0 to 1."""

    def __init__(self) -> None:
        self._strokes: Strokes = ()
        self._counts: dict[int, Counts] = {}

    def show(self, strokes: Strokes) -> None:
        """Hold these strokes from now on; those that were there before cost nothing."""
        gone, come = changes_between(self._strokes, strokes)
        if sum(map(len, gone)) > sum(map(len, strokes)) - sum(map(len, come)):
            gone, come = [], list(strokes)
            self._counts.clear()
        self._count(come, 1)
        self._count(gone, -1)
        self._strokes = strokes

    def render(self, pen: float) -> Bytes:
        """The valid image (28, 28), fitted as ``rendering.render`` fits what is on a sheet."""
        ways = self._ways()
        if not ways:
            return np.zeros((SIZE, SIZE), np.uint8)
        low = np.min([way.cells.min(axis=0) for way in ways], axis=0)
        high = np.max([way.cells.max(axis=0) for way in ways], axis=0)
        size = max(float((high - low).max()), LEAST * _SIDE)
        scale = BOX * (1.0 - pen) / size
        offset = (SIZE - 1) / 2.0 - scale * (low + high) / 2.0
        width = pen * BOX
        offset = offset + CENTRE - centre_of_mass(_covered(ways, scale, offset, width))
        return quantise(_covered(ways, scale, offset, width))

    def render_in_place(self, width: float) -> Bytes:
        """The valid image (28, 28) of the strokes where they are, as ``rendering.render_in_place``.

        ``width`` is the pen's in pixels of the image.
        """
        scale = SIZE / _SIDE
        offset = np.full(2, scale / 2.0 - 0.5)
        return quantise(_covered(self._ways(), scale, offset, width))

    def _ways(self) -> "list[_Way]":
        passed = ((level, counts > 0) for level, counts in self._counts.items())
        return [_way(level, cells) for level, cells in passed if cells.any()]

    def _count(self, strokes: Sequence[Stroke], by: int) -> None:
        for levels, places in _sampled(strokes):
            for level in np.unique(levels).tolist():
                if level not in self._counts:
                    self._counts[level] = np.zeros((_SIDE, _SIDE), np.int32)
                np.add.at(self._counts[level].reshape(-1), places[levels == level], by)


class _Way(NamedTuple):
    """The cells of one pressure: their corners (2, 2), and the nearest ones up and down.

    ``above`` and ``below`` (rows, columns) tell for every cell of the columns ``across`` in
    which row the next passed one lies at or above, and at or below it.
    """

    factor: float
    cells: NDArray[np.intp]
    across: NDArray[np.intp]
    above: NDArray[np.int16]
    below: NDArray[np.int16]


def _way(level: int, passed: NDArray[np.bool_]) -> _Way:
    across, down = (np.flatnonzero(passed.any(axis=axis)) for axis in (0, 1))
    rows = np.arange(_SIDE, dtype=np.int16)[:, None]
    held = passed[:, across]
    above = np.maximum.accumulate(np.where(held, rows, -_NOWHERE), axis=0)
    below = np.minimum.accumulate(np.where(held, rows, _NOWHERE)[::-1], axis=0)[::-1]
    cells = np.array([[across[0], down[0]], [across[-1], down[-1]]])
    return _Way(level / _LEVELS + 0.5, cells, across, above, below)


def _covered(ways: Sequence[_Way], scale: float, offset: Floats, width: float) -> Floats:
    """Coverage (28, 28) in [0, 1]; a cell c lies on pixel index ``c * scale + offset``."""
    nearest = np.full((SIZE, SIZE), np.inf)
    for way in ways:
        np.minimum(nearest, _distances(way, scale, offset) - way.factor * width / 2.0, out=nearest)
    return np.clip(0.5 - nearest, 0.0, 1.0)


def _distances(way: _Way, scale: float, offset: Floats) -> Floats:
    """How far each pixel (28, 28) is from the nearest cell: first along columns, then rows."""
    pixels = np.arange(SIZE)
    sideways = pixels[:, None] - (way.across * scale + offset[0])
    straight = _upright(way, scale, offset[1])
    squares = straight[:, None, :] ** 2 + sideways[None, :, :] ** 2
    distances: Floats = np.sqrt(squares.min(axis=2))
    return distances


def _upright(way: _Way, scale: float, offset: float) -> Floats:
    """How far each row of pixels is from the nearest cell of each column (28, columns)."""
    pixels = np.arange(SIZE)[:, None]
    row = np.floor((pixels[:, 0] - offset) / scale).astype(np.intp)
    up = way.above[np.clip(row, 0, _SIDE - 1)] * scale + offset - pixels
    down = way.below[np.clip(row + 1, 0, _SIDE - 1)] * scale + offset - pixels
    nearest: Floats = np.minimum(np.abs(up), np.abs(down))
    return nearest


def _sampled(strokes: Sequence[Stroke]) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Levels of pressure and places of cells along strokes, no cell left out on the way.

    What a stroke gives does not depend on those beside it.
    """
    if not strokes:
        return
    points = np.concatenate([_with_level(stroke) for stroke in strokes])
    starts = np.zeros(len(points), np.bool_)
    starts[np.cumsum([0, *map(len, strokes)])[:-1]] = True
    before = np.where(starts, np.arange(len(points)), np.arange(len(points)) - 1)
    ways = points - points[before]
    counts = np.maximum(np.ceil(np.abs(ways[:, :2]).max(axis=1)), 1.0).astype(np.intp)
    for piece in _cut(counts):
        yield _passed(points[before[piece]], ways[piece], counts[piece])


def _passed(
    starts: Floats, ways: Floats, counts: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Levels and places at so many even steps of each straight way, its end included."""
    number = np.arange(1, counts.sum() + 1) - np.repeat(np.cumsum(counts) - counts, counts)
    share = number / np.repeat(counts, counts)
    x, y, level = (
        np.repeat(start, counts) + np.repeat(way, counts) * share
        for start, way in zip(starts.T, ways.T, strict=True)
    )
    columns, rows = (np.clip(place, 0.0, _SIDE - 1).astype(np.intp) for place in (x, y))
    return np.rint(level).astype(np.intp), rows * _SIDE + columns


def _with_level(stroke: Stroke) -> Floats:
    """The points (m, 3) in cells, with the level of the pressure."""
    scaled = np.full((len(stroke), 3), _LEVELS / 2.0)
    scaled[:, :2] = stroke[:, :2] * _SIDE
    if stroke.shape[1] == 3:
        scaled[:, 2] = stroke[:, 2] * _LEVELS
    return scaled


def _cut(counts: NDArray[np.intp]) -> Iterator[slice]:
    """Slices of what has so many samples each, of moderate sums."""
    groups = np.cumsum(counts) // _SAMPLES_AT_ONCE
    edges = [0, *(np.flatnonzero(np.diff(groups)) + 1).tolist(), len(counts)]
    yield from (slice(start, stop) for start, stop in pairwise(edges))
