"""From any gray image of a digit, a photograph too, to one as MNIST was made."""

from collections.abc import Callable
from typing import Final

import numpy as np
from PIL import Image

from advgui.core.digits.paper import ink_on_paper, is_disturbed, is_flat
from advgui.core.digits.rendering import BOX, CENTRE, PEN, centre_of_mass
from advgui.core.digits.segmentation import Floats, ink_coverage
from advgui.core.errors import ImageFileError
from advgui.core.images import SIZE, Bytes, quantise
from advgui.core.language import tr

Finder = Callable[[Bytes], Floats]
"""How much of each pixel (h, w) of a gray image ink covers, in [0, 1]."""

SMALLEST: Final = 4
"""Pixels of a side below which there is no digit."""
_WORKING: Final = 224  # pixels: nothing in a digit needs a longer side
_LIGHT: Final = 170  # of 255: a 28 x 28 image with a lighter border is dark on light
_MARGIN: Final = 0.15  # of the digit: background that is kept about it
_THIN: Final = 0.75  # of the usual pen: a thinner line is drawn over with that


def fit(gray: Bytes) -> Bytes:
    """The digit in a gray image (h, w) as a valid image (28, 28), light on dark.

    A 28 x 28 image is taken pixel for pixel, inverted if its border is light. In any
    other the ink is found (``segmentation.ink_coverage``, or ``paper.ink_on_paper`` in
    photos of more than a digit), cropped, scaled and centred as ``rendering.render`` does
    it. Lines much thinner than its pen are drawn over with it.

    Raises ImageFileError where the image is too small or has no ink.
    """
    require_size(*reversed(gray.shape))
    if gray.min() == gray.max():
        raise ImageFileError(tr("The image is empty, all its pixels are alike."))
    if gray.shape == (SIZE, SIZE):
        return _as_mnist(gray)
    return fitted(gray, _finder(gray))


def fitted(gray: Bytes, find: Finder) -> Bytes:
    """The ink that is found in a gray image (h, w), cropped, scaled and centred (28, 28).

    It is looked for in a smaller image, then in what is about it. Raises what ``find`` does.
    """
    coverage = find(_reduced(gray))
    if max(gray.shape) > _WORKING:
        coverage = find(_reduced(_closer(gray, coverage)))
    return _placed(_thickened(coverage))


def _finder(gray: Bytes) -> Finder:
    """The plain way, but for photos in which it would take table or lines for ink."""
    if is_flat(gray):
        return ink_coverage
    try:
        disturbed = is_disturbed(ink_coverage(_reduced(gray)) >= 0.5)
    except ImageFileError:
        disturbed = True
    return ink_on_paper if disturbed else ink_coverage


def require_size(width: int, height: int) -> None:
    """Raise ImageFileError where an image is too small for a digit."""
    if min(height, width) < SMALLEST:
        raise ImageFileError(
            tr("The image is too small for a digit ({width} x {height} pixels).").format(
                width=width, height=height
            )
        )


def _as_mnist(gray: Bytes) -> Bytes:
    border = np.concatenate([gray[0], gray[-1], gray[:, 0], gray[:, -1]])
    return 255 - gray if np.median(border) >= _LIGHT else gray.copy()


def _reduced(gray: Bytes) -> Bytes:
    """As large as it takes to find a digit."""
    return shrunk(gray, _WORKING)


def shrunk(gray: Bytes, side: int) -> Bytes:
    """The image (h, w) with its longer side at most ``side`` pixels."""
    shrink = side / max(gray.shape)
    if shrink >= 1.0:
        return gray
    height, width = (max(round(side * shrink), SMALLEST) for side in gray.shape)
    small = Image.fromarray(gray).resize((width, height), Image.Resampling.BOX)
    return np.asarray(small)


def _ink_box(coverage: Floats) -> tuple[int, int, int, int]:
    """Top, bottom, left and right edge of what is at least half covered."""
    rows = np.flatnonzero(coverage.max(axis=1) >= 0.5)
    columns = np.flatnonzero(coverage.max(axis=0) >= 0.5)
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def _closer(gray: Bytes, coverage: Floats) -> Bytes:
    """The part of the image about the ink that a small copy of it showed."""
    box = np.array(_ink_box(coverage)).reshape(2, 2)
    margin = max(2.0, _MARGIN * float((box[:, 1] - box[:, 0]).max()))
    shape = np.array(gray.shape)
    scale = shape / coverage.shape
    low = np.maximum((box[:, 0] - margin) * scale, 0).astype(np.intp)
    high = np.minimum((box[:, 1] + margin) * scale, shape).astype(np.intp)
    return gray[low[0] : high[0], low[1] : high[1]]


def _thickened(coverage: Floats) -> Floats:
    """The same ink, its lines as wide as the usual pen if they are much thinner."""
    top, bottom, left, right = _ink_box(coverage)
    usual = PEN * max(bottom - top, right - left)
    down, across = np.gradient(np.pad(coverage, 1))
    # A long strip has the area w l and the outline 2 l.
    width = 2.0 * float(coverage.sum() / np.hypot(down, across).sum())
    if width >= _THIN * usual:
        return coverage
    return _spread(coverage, (usual - width) / 2.0)


def _spread(coverage: Floats, radius: float) -> Floats:
    """The ink widened by a disc, whose edge is as soft as a pixel."""
    reach = int(radius + 0.5) + 1
    height, width = (side + 2 * reach for side in coverage.shape)
    padded = np.pad(coverage, 2 * reach)
    widest = np.zeros((height, width))
    for y in range(-reach, reach + 1):
        for x in range(-reach, reach + 1):
            share = min(radius + 0.5 - float(np.hypot(x, y)), 1.0)
            if share > 0.0:
                moved = padded[reach + y :, reach + x :][:height, :width]
                np.maximum(widest, moved * share, out=widest)
    return widest


def _placed(coverage: Floats) -> Bytes:
    """The ink in the box of ``rendering.render``, its centre of mass where MNIST has it."""
    step = max(_extent(coverage.max(axis=1)), _extent(coverage.max(axis=0))) / BOX
    x, y = centre_of_mass(coverage)
    across = _averages(coverage.shape[1], float(x), step)
    down = _averages(coverage.shape[0], float(y), step)
    return quantise(down @ coverage @ across.T)


def _extent(profile: Floats) -> float:
    """Pixels from edge to edge of what a line (n,) covers, to parts of a pixel.

    The outermost pixels count by how much they are covered.
    """
    covered = np.flatnonzero(profile >= 0.5)
    first, last = int(covered[0]), int(covered[-1])
    padded = np.pad(profile, 2)
    inner = max(last - first - 3, 0)
    if inner == 0:
        return float(last - first + 1)
    return inner + float(padded[first : first + 4].sum() + padded[last + 1 : last + 5].sum())


def _averages(length: int, centre: float, step: float) -> Floats:
    """Weights (28, length) that average pixels of a line into 28, ``step`` for one.

    Index ``centre`` comes to lie on index 14.0. Where the line is drawn larger
    (``step`` < 1), this interpolates linearly.
    """
    window = max(step, 1.0)
    middles = centre + (np.arange(SIZE)[:, None] - CENTRE) * step
    pixels = np.arange(length)[None, :]
    first = np.maximum(pixels - 0.5, middles - window / 2.0)
    last = np.minimum(pixels + 0.5, middles + window / 2.0)
    weights: Floats = np.maximum(last - first, 0.0) / window
    return weights
