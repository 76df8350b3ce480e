"""Where in a gray image the ink is: what differs from a smooth background."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.errors import ImageFileError
from advgui.core.images import Bytes
from advgui.core.language import tr

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_FAINTEST: Final = 12.0  # of 255: ink differs at least so much from its background,
_CLEAREST: Final = 4.0  # and more than that many standard deviations of its noise
_SPECK: Final = 0.04  # of the largest part of the ink: a smaller one is dirt


def ink_coverage(gray: Bytes) -> Floats:
    """How much of each pixel (h, w) ink covers, in [0, 1], at least one of them fully.

    Lighting may be uneven: the background is a quadratic surface through all that is
    not ink, begun at the image's border. Whether ink is dark or light is told by the
    side to which pixels differ from it further. Ink is beyond Otsu's threshold ("A
    threshold selection method from gray-level histograms", 1979); specks are left out.

    Raises ImageFileError where nothing stands out from the background.
    """
    values = gray.astype(np.float64)
    difference = values - _surface(values, _calm(values, _border(values)))
    sign = 1.0 if float((difference**3).sum()) > 0.0 else -1.0
    rest = np.zeros(gray.shape, np.bool_)
    for _ in range(3):
        rest = sign * difference <= otsu(sign * difference) / 2.0
        difference = values - _surface(values, _calm(difference, rest))
    towards = sign * difference
    threshold = otsu(towards)
    level = float(np.median(towards[towards > threshold]))
    noise = require_clear(level, difference[rest])
    floor = min(3.0 * noise, threshold / 2.0)
    covered = np.clip((towards - floor) / (level - floor), 0.0, 1.0)
    return np.where(grown(without_specks(covered >= 0.5)), covered, 0.0)


def require_clear(level: float, rest: Floats) -> float:
    """The noise of the background's values; ImageFileError where ink hardly differs from it."""
    noise = _deviation(rest)
    if level < max(_FAINTEST, _CLEAREST * noise):
        raise ImageFileError(tr("The image shows no digit that stands out from its background."))
    return noise


def _border(values: Floats) -> Mask:
    """A frame as wide as a twentieth of the image."""
    border = np.ones(values.shape, np.bool_)
    rows, columns = (max(side // 20, 1) for side in values.shape)
    border[rows:-rows, columns:-columns] = False
    return border


def _deviation(values: Floats) -> float:
    """The standard deviation, were it not for a few that are far off."""
    return 1.4826 * float(np.median(np.abs(values - np.median(values))))


def _calm(values: Floats, where: Mask) -> Mask:
    """Those of the pixels that are not far from their median."""
    chosen = values[where]
    limit = 3.0 * _deviation(chosen) + 0.5
    return where & (np.abs(values - np.median(chosen)) <= limit)


def _surface(values: Floats, where: Mask) -> Floats:
    """The quadratic surface (h, w) nearest to the values at some pixels."""
    height, width = values.shape
    y, x = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)
    # A little of a penalty keeps terms that the pixels do not determine at 0.
    known, wanted = terms[where], values[where]
    middle = float(np.median(wanted))
    penalty = 1e-6 * len(known) * np.diag([0.0, 1.0, 1.0, 1.0, 1.0, 1.0])
    weights = np.linalg.solve(known.T @ known + penalty, known.T @ (wanted - middle))
    surface: Floats = terms @ weights + middle
    return surface


def otsu(values: Floats) -> float:
    """The threshold that parts values above 0 best into two classes (Otsu, 1979)."""
    top = float(values.max())
    if top <= 0.0:
        return 0.0
    counts, edges = np.histogram(np.clip(values, 0.0, top), 256, (0.0, top))
    middles = (edges[:-1] + edges[1:]) / 2.0
    below = np.cumsum(counts)[:-1]
    above = values.size - below
    mass = np.cumsum(counts * middles)
    low = mass[:-1] / np.maximum(below, 1)
    high = (mass[-1] - mass[:-1]) / np.maximum(above, 1)
    between = below * above * (high - low) ** 2
    best = np.flatnonzero(between == between.max())
    # Between two clean levels all thresholds are as good: the middle one.
    return float(edges[1:][best].mean())


def without_specks(ink: Mask) -> Mask:
    """The ink without parts that are far smaller than the largest."""
    parts = parts_of(ink)
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    large: Mask = (sizes >= _SPECK * sizes.max())[parts]
    return large & ink


def parts_of(ink: Mask) -> NDArray[np.intp]:
    """A number above 0 for each connected part of the ink (h, w), 0 elsewhere."""
    parts = np.where(ink, np.arange(1, ink.size + 1).reshape(ink.shape), 0)
    while True:
        near = np.where(ink, _largest_near(parts), 0)
        # A pixel's number is another pixel of its part: take over what that one has.
        near = np.concatenate(([0], near.ravel()))[near]
        if np.array_equal(near, parts):
            return near
        parts = near


def grown(ink: Mask) -> Mask:
    """The ink and the two pixels next to it, where its edge is soft."""
    return _largest_near(_largest_near(ink.astype(np.intp))) > 0


def _largest_near(numbers: NDArray[np.intp]) -> NDArray[np.intp]:
    """The largest number in the 3 x 3 pixels about each pixel, none below 0."""
    padded = np.pad(numbers, 1)
    rows = np.maximum(np.maximum(padded[:-2], padded[1:-1]), padded[2:])
    largest: NDArray[np.intp] = np.maximum(np.maximum(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])
    return largest
