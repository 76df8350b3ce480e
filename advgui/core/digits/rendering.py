"""From strokes to a 28 x 28 image, the way MNIST was made.

MNIST's digits were scaled into a box of 20 pixels and placed with their centre of mass
on the image's centre (LeCun et al., "Gradient-based learning applied to document
recognition", 1998, section III.A). Measured on its 60,000 training images, that centre
is pixel *index* 14.0, not 13.5, and a stroke is 2.56 pixels thick.

The ink is a distance field: across the edge of the pen a pixel's value falls from 1 to
0 within a ramp of one pixel, so no large image is drawn and scaled down.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import PIXELS, SIZE, Bytes, quantise

Floats = NDArray[np.float64]
Stroke = NDArray[np.float64]
"""Points (m, 2), x to the right and y down, or (m, 3) with the pressure in [0, 1]."""
Strokes = tuple[Stroke, ...]

BOX: Final = 19.5
"""Pixels between the ink's edges: with the ramp, 20 pixels in a row are not black."""
PEN: Final = 0.12
"""The pen's width as a share of the box."""
CENTRE: Final = 14.0
"""The pixel index, across and down, on which the centre of mass lies."""
LEAST: Final = 0.075
"""The size of the smallest digit, as a share of the sheet: what is smaller is a dot of the pen."""

_RAMP: Final = 1.0
_TINIEST: Final = 1e-300
_DENSE: Final = 0.25  # pixels: points that follow each other closer add nothing
_PIECE: Final = 1.5  # pixels: a longer segment is cut, so that few pixels are near each
_AT_ONCE: Final = 4096  # pieces: more of them take no less time, but much memory
_X, _Y, _DX, _DY, _R, _DR = range(6)  # columns of a piece: middle, half its vector, radius


def render(strokes: Strokes, pen: float = PEN, *, least: float = 0.0) -> Bytes:
    """The valid image (28, 28) of a digit, wherever and however large it was drawn.

    ``pen`` is the pen's width as a share of the digit's box, in (0, 0.5]. A pressure of
    one half is that width; 0 is half as wide, 1 half as wide again. A tap is a dot; no
    ink is a black image. Strokes that measure less than ``least``, in their own unit, are
    not enlarged to fill the box: they are a dot, and no digit.

    Drawn twice: about the middle of its box, to measure the centre of mass, and moved
    so that this lies on index 14.0 across and down, with sub-pixel accuracy.
    """
    if not 0.0 < pen <= 0.5:
        raise ValueError(f"the pen is a share of the box in (0, 0.5], not {pen}")
    if not any(len(stroke) for stroke in strokes):
        return np.zeros((SIZE, SIZE), np.uint8)
    pieces = _pieces(_boxed(strokes, pen, least), pen * BOX)
    ink = _drawn(pieces)
    # So thin a dot can lie between the pixels, and be on none of them.
    balance = centre_of_mass(ink) if ink.any() else (SIZE - 1) / 2.0
    pieces[:, : _Y + 1] += CENTRE - balance
    return quantise(_drawn(pieces))


def render_in_place(strokes: Strokes, pen: float) -> Bytes:
    """The valid image (28, 28) of strokes that stay where they are.

    Points are in units of the image, whose edges are 0 and 28; ``pen`` is the width in
    pixels, above 0. What lies outside is cut off.
    """
    if not pen > 0.0:
        raise ValueError(f"the pen is wider than 0 pixels, not {pen}")
    if not any(len(stroke) for stroke in strokes):
        return np.zeros((SIZE, SIZE), np.uint8)
    pieces = _pieces(strokes, pen)
    pieces[:, : _Y + 1] -= 0.5  # from edges at 0 and 28 to pixel indices
    return quantise(_drawn(pieces))


def centre_of_mass(image: NDArray[np.floating | np.integer]) -> Floats:
    """Where the ink of an image (h, w) that is not all black balances: index (x, y)."""
    weights = np.asarray(image, np.float64)
    across = weights.sum(axis=0) @ np.arange(weights.shape[1])
    down = weights.sum(axis=1) @ np.arange(weights.shape[0])
    balance: Floats = np.array([across, down]) / weights.sum()
    return balance


def pen_width(strokes: Strokes, pen: float = PEN) -> float:
    """How wide ``render``'s pen is in the strokes' own unit; 0 where they have no size."""
    size = float(np.ptp(np.concatenate([s[:, :2] for s in strokes]), axis=0).max())
    return size * pen / (1.0 - pen)


def _boxed(strokes: Strokes, pen: float, least: float) -> Strokes:
    """The strokes scaled into the box, the middle of the box on pixel index 13.5."""
    points = np.concatenate([stroke.T[:2] for stroke in strokes], axis=1)
    low, high = points.min(axis=1), points.max(axis=1)
    size = max(float((high - low).max()), least)
    # Below what float64 resolves, or can divide by, there is no shape, only a dot.
    resolved = size > max(_TINIEST, 1e-9 * float(max(np.abs(low).max(), np.abs(high).max())))
    scale = BOX * (1.0 - pen) / size if resolved else 0.0
    middle = (low + high) / 2.0
    fitted = []
    for stroke in strokes:
        columns = np.array(stroke.T, np.float64, order="C")
        columns[:2] = (columns[:2] - middle[:, None]) * scale + (SIZE - 1) / 2.0
        fitted.append(columns.T)
    return tuple(fitted)


def _pieces(strokes: Strokes, width: float) -> Floats:
    """Straight pieces (k, 6) of the pen's way, none longer than a pixel and a half."""
    return np.concatenate([_cut(_thinned(s, width)) for s in strokes if len(s)])


def _thinned(stroke: Stroke, width: float) -> Floats:
    """Points (m, 3) of x, y and the pen's radius there, without needlessly close ones."""
    columns = np.empty((3, len(stroke)))
    columns[:2] = stroke.T[:2]
    columns[2] = (stroke[:, 2] + 0.5 if stroke.shape[1] == 3 else 1.0) * (width / 2.0)
    if len(stroke) < 3:
        return columns.T
    x, y = columns[:2, 1:] - columns[:2, :-1]
    way = np.floor(np.cumsum(np.sqrt(x * x + y * y)) * (1.0 / _DENSE))
    keep = np.ones(len(stroke), np.bool_)
    keep[2:-1] = way[1:-1] != way[:-2]
    return columns[:, keep].T


def _cut(points: Floats) -> Floats:
    """The segments between points (m, 3) as pieces (k, 6), long ones cut evenly."""
    if len(points) == 1:
        points = np.repeat(points, 2, axis=0)
    vectors = points[1:] - points[:-1]
    lengths = np.sqrt((vectors[:, :2] ** 2).sum(axis=1))
    counts = np.maximum(np.ceil(lengths / _PIECE).astype(np.intp), 1)
    which = np.repeat(np.arange(len(vectors)), counts)
    number = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    share = counts[which, None]
    halves = vectors[which] / (2.0 * share)
    middles = points[which] + (2 * number[:, None] + 1) * halves
    return np.concatenate([middles, halves], axis=1)[:, [0, 1, 3, 4, 2, 5]]


def _drawn(pieces: Floats) -> Floats:
    """Coverage (28, 28) in [0, 1] of the union of the pieces, in pixel indices."""
    nearest = np.full(PIXELS + 1, np.inf)
    for first in range(0, len(pieces), _AT_ONCE):
        _draw_near(pieces[first : first + _AT_ONCE], nearest)
    covered = 0.5 - nearest[:PIXELS].reshape(SIZE, SIZE) / _RAMP
    return np.minimum(np.maximum(covered, 0.0), 1.0)


def _draw_near(pieces: Floats, nearest: Floats) -> None:
    """Make ``nearest`` less where a pixel is nearer to the edge of one of the pieces.

    Only a small square of pixels about each piece is looked at.
    """
    half = np.sqrt(pieces[:, _DX] ** 2 + pieces[:, _DY] ** 2)
    reach = float((half + pieces[:, _R] + np.abs(pieces[:, _DR])).max()) + _RAMP / 2.0
    first = np.ceil(pieces[:, : _Y + 1] - reach)
    square = first[:, :, None] + np.arange(int(2.0 * reach) + 1)  # (k, 2, side)
    away = square - pieces[:, : _Y + 1, None]
    edges = _edge_distances(away[:, 0, None, :], away[:, 1, :, None], pieces, half)
    # Places outside the image go to one more, that is dropped.
    columns, rows = square[:, 0].astype(np.intp), square[:, 1].astype(np.intp)
    columns[(columns < 0) | (columns >= SIZE)] = PIXELS
    rows[(rows < 0) | (rows >= SIZE)] = SIZE
    places = np.minimum((rows * SIZE)[:, :, None] + columns[:, None, :], PIXELS)
    np.minimum.at(nearest, places.ravel(), edges.ravel())


def _edge_distances(x: Floats, y: Floats, pieces: Floats, half: Floats) -> Floats:
    """Pixels (k, side, side) from points to the edge of each piece's pen, inside < 0.

    The points' places (k, 1, side) and (k, side, 1) count from the pieces' middles.
    """
    _, _, dx, dy, radius, growth = pieces.T[:, :, None, None]
    scale = 1.0 / np.where(half > 0.0, half * half, 1.0)[:, None, None]
    along = x * (dx * scale) + y * (dy * scale)
    along = np.minimum(np.maximum(along, -1.0), 1.0)
    x, y = x - along * dx, y - along * dy
    distances: Floats = np.sqrt(x * x + y * y) - radius - along * growth
    return distances
