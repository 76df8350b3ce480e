"""How far an image must move, inside the box, until a weighted sum of its pixels has changed."""

from typing import Any, Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Norm = Literal["linf", "l2"]
"""In which a radius is measured: the largest change of a pixel, or the Euclidean norm."""

_STEPS: Final = 8
_HALVINGS: Final = 40
_SETTLED: Final = 1e-7


class Reach(NamedTuple):
    """Radii (m,) and the changes (m, pixels) that lie on them."""

    radii: Floats
    changes: Floats


def reach(sums: Floats, slopes: Floats, image: Floats, norm: Norm, steps: int = _STEPS) -> Reach:
    """The smallest radii at which sums (m,) + slopes (m, pixels) . change can come to 0.

    ``image`` (pixels,) is in [0, 1], and so is every image that it may become. After any
    number of steps the radii are proven: none is too large. After enough of them, some ten,
    they are exact. A sum that is not above 0 has a radius of 0, one that cannot come to 0 an
    infinite radius.

    The least of slopes . change has each pixel go against its slope, by up to a reach that
    all of them share, and no further than the box: the same for all in L-infinity, in
    proportion to the slope in L2. What is left of the sum is convex in that reach, so that
    every step of Newton's method stays on the near side of the root.
    """
    sizes = np.abs(slopes)
    room = np.where(slopes > 0, image, 1 - image)
    rates = np.ones_like(sizes) if norm == "linf" else sizes
    shared = np.zeros(len(sums))
    for _ in range(steps):
        moved = shared[:, None] * rates
        left = sums - (sizes * np.minimum(moved, room)).sum(axis=1)
        falling = (sizes * rates * (moved < room)).sum(axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            more = np.where(left > 0, left / falling, 0.0)
        shared = shared + more
        if (more <= _SETTLED * shared).all() or not np.isfinite(shared).all():
            break
    return _reached(sums, slopes, room, rates, shared, norm)


def _reached(
    sums: Floats, slopes: Floats, room: Floats, rates: Floats, shared: Floats, norm: Norm
) -> Reach:
    far = np.where(np.isfinite(shared), shared, 0.0)
    changes = np.minimum(far[:, None] * rates, room)
    changes[~np.isfinite(shared)] = room[~np.isfinite(shared)]
    if norm == "linf":
        radii = shared
    else:
        # Weak duality: for every reach this is a radius that the ball may have.
        left = sums - (np.abs(slopes) * changes).sum(axis=1)
        squares = 2 * far * np.maximum(left, 0) + (changes * changes).sum(axis=1)
        radii = np.where(np.isfinite(shared), np.sqrt(squares), np.inf)
    return Reach(np.where(sums > 0, radii, 0.0), -np.sign(slopes) * changes)


def widths(slopes: Floats, image: Floats, radius: float, norm: Norm) -> tuple[Floats, Floats]:
    """By how much slopes . change (m,) can fall and rise within a radius, both as >= 0.

    Never less than the truth; in L-infinity exact.
    """
    both = np.concatenate([slopes, -slopes])
    room = np.where(both > 0, image, 1 - image)
    sizes = np.abs(both)
    if norm == "linf":
        most = (sizes * np.minimum(radius, room)).sum(axis=1)
    else:
        most = np.minimum(_euclidean(sizes, room, radius), (sizes * room).sum(axis=1))
    return most[: len(slopes)], most[len(slopes) :]


def _euclidean(sizes: Floats, room: Floats, radius: float) -> Floats:
    """The same in L2: the reach that all pixels share is found by halving, and dual to it."""
    near = np.full(len(sizes), 1e-6)
    far = np.full(len(sizes), 1e6)
    for _ in range(_HALVINGS):
        middle = np.sqrt(near * far)
        changes = np.minimum(middle[:, None] * sizes, room)
        outside = (changes * changes).sum(axis=1) > radius * radius
        far, near = np.where(outside, middle, far), np.where(outside, near, middle)
    changes = np.minimum(near[:, None] * sizes, room)
    left = radius * radius - (changes * changes).sum(axis=1)
    most: Floats = (sizes * changes).sum(axis=1) + left / (2 * near)
    return most
