"""How far an image must move, inside the box, until a weighted sum of its pixels has changed."""

from typing import Any, Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Norm = Literal["linf", "l2"]
"""In which a radius is measured: the largest change of a pixel, or the Euclidean norm."""

_STEPS: Final = 8
_FILLINGS: Final = 12
_SETTLED: Final = 1e-7
_TINY: Final = 1e-30
_FAR: Final = 1e9  # instead of infinity: every pixel is at its end


class Reach(NamedTuple):
    """Radii (m,) and the changes (m, pixels) that lie on them.

    ``shared`` (m,) is how far pixels go there, from which a similar sum may start.
    """

    radii: Floats
    changes: Floats
    shared: Floats


def reach(
    sums: Floats,
    slopes: Floats,
    image: Floats,
    norm: Norm,
    steps: int = _STEPS,
    start: Floats | None = None,
    blank: int = 0,
) -> Reach:
    """The smallest radii at which sums (m,) + slopes (m, pixels) . change can come to 0.

    ``image`` (pixels,) is in [0, 1], and so is every image that it may become; its last
    ``blank`` pixels are 0, which makes them quicker. After any number of steps, but at least
    one from a ``start``, the radii are proven: none is too large. After enough of them, some ten,
    they are exact. A sum that is not above 0 has a radius of 0, one that cannot come to 0 an
    infinite radius.

    The least of slopes . change has each pixel go against its slope, by up to a reach that
    all of them share, and no further than the box: the same for all in L-infinity, in
    proportion to the slope in L2. What is left of the sum is convex in that reach, so that
    every step of Newton's method ends on the near side of the root, wherever it began: at
    ``start`` (m,), such as what a similar sum has ``shared``, one or two are enough.
    """
    parts = _parts(slopes, image, norm, blank)
    shared = np.zeros(len(sums)) if start is None else start
    for _ in range(steps):
        left, falling = sums.copy(), np.zeros(len(sums))
        for part in parts:
            fall, rate = part.falls(shared)
            left -= fall
            falling += rate
        with np.errstate(divide="ignore", invalid="ignore"):
            more = np.where(left == 0, 0.0, left / falling)
        shared = np.maximum(shared + more, 0.0)
        if (np.abs(more) <= _SETTLED * shared).all() or not np.isfinite(shared).all():
            break
    return _reached(sums, parts, shared, norm)


def _reached(sums: Floats, parts: "list[_Part]", shared: Floats, norm: Norm) -> Reach:
    there = np.isfinite(shared)
    far = np.where(there, shared, _FAR)
    changes = np.concatenate([part.changes(far) for part in parts], axis=1)
    if norm == "linf":
        radii = shared
    else:
        # Weak duality: for every reach this is a radius that the ball may have.
        left = sums - sum(part.falls(far)[0] for part in parts)
        squares = 2 * far * left + np.vecdot(changes, changes)
        radii = np.where(there, np.sqrt(np.maximum(squares, 0)), np.inf)
    return Reach(np.where(sums > 0, radii, 0.0), changes, np.where(there, shared, 0.0))


class _Part:
    """Pixels that give way to slopes (m, k) as far as a reach (m,) lets them, in their room."""

    def __init__(self, slopes: Floats, image: Floats, norm: Norm) -> None:
        self._slopes = slopes
        self._sizes = np.abs(slopes)
        self._room = np.where(slopes > 0, image, 1 - image)
        self._even = norm == "linf"

    def falls(self, shared: Floats) -> tuple[Floats, Floats]:
        """By how much the sum falls (m,), and how fast as the reach grows."""
        moved = self._moved(shared)
        free = (moved < self._room).astype(moved.dtype)
        if not self._even:
            free *= self._sizes
        return np.vecdot(self._sizes, moved), np.vecdot(self._sizes, free)

    def changes(self, shared: Floats) -> Floats:
        """What becomes of the pixels (m, k)."""
        result: Floats = np.copysign(self._moved(shared), -self._slopes)
        return result

    def _moved(self, shared: Floats) -> Floats:
        rates = shared[:, None] if self._even else shared[:, None] * self._sizes
        return np.minimum(rates, self._room)


class _Blank(_Part):
    """The same where all pixels are 0: they can only rise, and each as far as the others."""

    def __init__(self, slopes: Floats, norm: Norm) -> None:
        self._down = np.minimum(slopes, 0.0)
        self._even = norm == "linf"
        if self._even:
            self._worth = -self._down.sum(axis=1)
        else:
            self._worth = np.vecdot(self._down, self._down)
            self._peak = -self._down.min(axis=1)

    def falls(self, shared: Floats) -> tuple[Floats, Floats]:
        """As long as no pixel is full that is in proportion to what it is worth."""
        if self._even:
            return self._worth * np.minimum(shared, 1.0), self._worth * (shared < 1)
        if (shared * self._peak <= 1).all():
            return self._worth * shared, self._worth
        moved = self.changes(shared)
        return -np.vecdot(self._down, moved), np.vecdot(self._down, self._down * (moved < 1))

    def changes(self, shared: Floats) -> Floats:
        """Up."""
        if self._even:
            return np.where(self._down < 0, np.minimum(shared, 1.0)[:, None], 0.0)
        risen = self._down * -shared[:, None]
        return np.minimum(risen, 1.0, out=risen)


def _parts(slopes: Floats, image: Floats, norm: Norm, blank: int) -> list[_Part]:
    inner = len(image) - blank
    parts = [_Part(slopes[:, :inner], image[:inner], norm)]
    if blank:
        parts.append(_Blank(slopes[:, inner:], norm))
    return parts


def widths(slopes: Floats, image: Floats, radius: float, norm: Norm) -> tuple[Floats, Floats]:
    """By how much slopes . change (m,) can fall and rise within a radius, both as >= 0.

    Never less than the truth; in L-infinity exact.
    """
    return falls(slopes, image, radius, norm), falls(-slopes, image, radius, norm)


def falls(slopes: Floats, image: Floats, radius: float, norm: Norm) -> Floats:
    """By how much slopes . change (m,) can fall within a radius, as >= 0; as in ``widths``."""
    room = np.where(slopes > 0, image, 1 - image)
    sizes = np.abs(slopes)
    if norm == "linf":
        most: Floats = np.vecdot(sizes, np.minimum(radius, room))
    else:
        most = np.minimum(_euclidean(sizes, room, radius), np.vecdot(sizes, room))
    return most


def _euclidean(sizes: Floats, room: Floats, radius: float) -> Floats:
    """The same in L2: the reach that all pixels share rises until the ball is full.

    Dual to it: the sum of |slope| change is at most this, whatever the reach.
    """
    shared = radius / np.maximum(np.linalg.norm(sizes, axis=1), _TINY)
    for _ in range(_FILLINGS):
        moved = shared[:, None] * sizes
        free = moved < room
        held = np.where(free, 0.0, room)
        spare = radius * radius - np.vecdot(held, held)
        moved *= free
        with np.errstate(divide="ignore", invalid="ignore"):
            growth = np.sqrt(np.maximum(spare, 0) / np.vecdot(moved, moved))
        growth = np.where(np.isfinite(growth) & (growth > 1), growth, 1.0)
        shared = shared * growth
        if (growth < 1 + _SETTLED).all():
            break
    changes = np.minimum(shared[:, None] * sizes, room)
    left = radius * radius - np.vecdot(changes, changes)
    most: Floats = np.vecdot(sizes, changes) + left / (2 * np.maximum(shared, _TINY))
    return most
