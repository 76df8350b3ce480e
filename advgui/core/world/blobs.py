"""Dark blobs of a photo: where it is darker than what is about it, in connected pieces.

Runs of dark pixels are joined where they touch those of the next row, by union-find with halved
paths, all at once. A blob is told by its moments, by which a disc, seen from anywhere, is known:
no other shape has so little spread for its area.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import Bytes
from advgui.core.world.bands import ROWS, bands

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

_DARK: Final = 0.82  # of the mean about it: what is below is dark
_ABOUT: Final = 20  # the mean is of a square, so often in the photo's longer side


@dataclass(frozen=True, slots=True, eq=False)
class Blobs:
    """Connected dark pieces, in arrays of one number each.

    ``centres`` (n, 2) are x and y of their middles of mass, ``areas`` in pixels; ``fullness`` is
    the area divided by that of the ellipse of the same spread, so 1 for a full ellipse and less
    for everything else; ``spreads`` are the two variances (n, 2), the larger first; ``levels``
    the mean gray, and ``surroundings`` that of the square about the middle.
    """

    centres: Floats
    areas: Floats
    fullness: Floats
    spreads: Floats
    levels: Floats
    surroundings: Floats

    def __getitem__(self, chosen: Any) -> "Blobs":  # noqa: ANN401
        """Some of them."""
        return Blobs(
            self.centres[chosen],
            self.areas[chosen],
            self.fullness[chosen],
            self.spreads[chosen],
            self.levels[chosen],
            self.surroundings[chosen],
        )

    def __len__(self) -> int:
        """How many there are."""
        return len(self.areas)


def dark_blobs(gray: Bytes, least: int) -> Blobs:
    """The dark pieces of at least so many pixels of a photo (h, w)."""
    means = local_means(gray, max(gray.shape) // (2 * _ABOUT) + 1)
    dark = np.empty(gray.shape, np.bool_)
    for band in bands(len(gray)):
        dark[band] = gray[band] < np.float32(_DARK) * means[band]
    rows, starts, ends = _runs(dark)
    labels = _joined(*_touching(rows, starts, ends), len(rows))
    return _measured(gray, means, rows, starts, ends, labels, least)


def local_means(gray: Bytes, reach: int) -> NDArray[np.float32]:
    """The mean of the square of 2 reach + 1 pixels about each pixel, cut off at the edges.

    By running sums, as in Crow (1984), Summed-area tables for texture mapping. They may go round
    the end of their 32 bits: what lies between two of them is right all the same.
    """
    (top, bottom), (left, right) = (
        (np.maximum(np.arange(size) - reach, 0), np.minimum(np.arange(size) + reach + 1, size))
        for size in gray.shape
    )
    below = np.zeros((gray.shape[0] + 1, gray.shape[1]), np.uint32)
    np.cumsum(gray, axis=0, out=below[1:])
    across = np.zeros((ROWS, gray.shape[1] + 1), np.uint32)
    means = np.empty(gray.shape, np.float32)
    for band in bands(len(gray)):
        columns = below[bottom[band]] - below[top[band]]
        sums = across[: len(columns)]
        np.cumsum(columns, axis=1, out=sums[:, 1:])
        means[band] = sums.take(right, axis=1) - sums.take(left, axis=1)
        means[band] /= np.multiply.outer(bottom[band] - top[band], right - left)
    return means


def _runs(dark: NDArray[np.bool_]) -> tuple[Indices, Indices, Indices]:
    """Row, start and end of every run of dark pixels, row by row."""
    width = dark.shape[1] + 1
    padded = np.zeros(dark.shape[0] * width + 1, np.bool_)
    padded[1:].reshape(-1, width)[:, :-1] = dark
    changes = np.flatnonzero(padded[1:] != padded[:-1])
    starts, ends = changes[::2], changes[1::2]
    rows = starts // width
    return rows, starts - rows * width, ends - rows * width


def _touching(rows: Indices, starts: Indices, ends: Indices) -> tuple[Indices, Indices]:
    """Pairs of runs, one in the row below the other, that share a column."""
    if not len(rows):
        return rows, rows
    width = int(ends.max()) + 1
    first, last = rows * width + starts, rows * width + ends
    lowest = np.searchsorted(last, first + width, "right")
    counts = np.maximum(np.searchsorted(first, last + width, "left") - lowest, 0)
    above = np.repeat(np.arange(len(rows)), counts)
    within = np.arange(len(above)) - np.repeat(np.cumsum(counts) - counts, counts)
    return above, np.repeat(lowest, counts) + within


def _joined(one: Indices, other: Indices, count: int) -> Indices:
    """A label for each of so many runs, alike for those that the pairs join."""
    parents = np.arange(count)
    while True:
        low, high = (
            np.minimum(parents[one], parents[other]),
            np.maximum(parents[one], parents[other]),
        )
        apart = low != high
        if not apart.any():
            return np.unique(parents, return_inverse=True)[1]
        one, other = one[apart], other[apart]
        np.minimum.at(parents, high[apart], low[apart])
        while (parents != (halved := parents[parents])).any():
            parents = halved


def _measured(
    gray: Bytes,
    means: NDArray[np.float32],
    rows: Indices,
    starts: Indices,
    ends: Indices,
    labels: Indices,
    least: int,
) -> Blobs:
    """The moments of each label's runs."""
    lengths: Floats = (ends - starts).astype(np.float64)
    areas: Floats = np.bincount(labels, lengths).astype(np.float64)
    large = areas >= least
    kept = large[labels]
    rows, starts, ends, lengths = rows[kept], starts[kept], ends[kept], lengths[kept]
    labels = (np.cumsum(large) - 1)[labels[kept]]
    areas = areas[large]

    def mean(sums: Floats) -> Floats:
        total: Floats = np.bincount(labels, sums, len(areas)) / areas
        return total

    middles = (starts + ends - 1) / 2
    x, y = mean(middles * lengths), mean(rows * lengths)
    across, down = middles - x[labels], rows - y[labels]
    xx = mean((across**2 + (lengths**2 - 1) / 12) * lengths) + 1 / 12
    yy = mean(down**2 * lengths) + 1 / 12
    xy = mean(across * down * lengths)
    sums = np.concatenate([[0], np.cumsum(gray, dtype=np.int64)])
    flat = rows * gray.shape[1]
    levels = mean((sums[flat + ends] - sums[flat + starts]).astype(np.float64))
    half, root = (xx + yy) / 2, np.hypot((xx - yy) / 2, xy)
    spreads = np.stack([half + root, np.maximum(half - root, 1 / 12)], axis=1)
    fullness = areas / (4 * np.pi * np.sqrt(spreads.prod(axis=1)))
    place = np.rint(y).astype(int), np.rint(x).astype(int)
    return Blobs(
        np.stack([x, y], axis=1), areas, fullness, spreads, levels, means[place].astype(np.float64)
    )
