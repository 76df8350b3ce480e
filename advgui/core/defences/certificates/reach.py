"""How far an image must move, inside the box, until a weighted sum of its pixels has changed."""

from typing import Any, Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Norm = Literal["linf", "l2"]
"""In which a radius is measured: the largest change of a pixel, or the Euclidean norm."""

_STEPS: Final = 8
_FILLINGS: Final = 8
_SETTLED: Final = 1e-7
_NEARLY: Final = 1e-3  # what is dual to a reach is off by the square of what that is
_TINY: Final = 1e-30
_FAR: Final = 1e9  # instead of infinity: every pixel is at its end


class Radii(NamedTuple):
    """Radii (m,), and how far pixels go there, ``shared`` (m,), from which a similar sum starts."""

    radii: Floats
    shared: Floats


class Reach(NamedTuple):
    """The same, and the changes (m, pixels) that lie on the radii."""

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
    shared = _shared(sums, parts, steps, start)
    far = np.where(np.isfinite(shared), shared, _FAR)
    changes = np.concatenate([part.changes(far) for part in parts], axis=1)
    radii, shared = _radii(sums, parts, shared, norm)
    return Reach(radii, changes, shared)


def radii_of(
    sums: Floats,
    slopes: Floats,
    image: Floats,
    norm: Norm,
    steps: int,
    start: Floats | None = None,
    blank: int = 0,
) -> Radii:
    """The same as ``reach``, in less time, as nobody asks where that is."""
    parts = _parts(slopes, image, norm, blank)
    return _radii(sums, parts, _shared(sums, parts, steps, start), norm)


def _shared(sums: Floats, parts: "list[_Part]", steps: int, start: Floats | None) -> Floats:
    """How far pixels go, by so many of Newton's steps; infinite where all going is not enough."""
    shared, out = np.zeros(len(sums)) if start is None else start, np.zeros(len(sums), np.bool_)
    for _ in range(steps):
        left, falling = sums.copy(), np.zeros(len(sums))
        for part in parts:
            fall, rate = part.falls(shared)
            left -= fall
            falling += rate
        with np.errstate(divide="ignore", invalid="ignore"):
            more = np.where(left == 0, 0.0, left / falling)
        out |= more == np.inf
        shared = np.clip(shared + more, 0.0, _FAR)
        if ((np.abs(more) <= _SETTLED * shared) | out).all():
            break
    return np.where(out, np.inf, shared)


def _radii(sums: Floats, parts: "list[_Part]", shared: Floats, norm: Norm) -> Radii:
    """What is proven where pixels go so far."""
    radii, there = shared, np.isfinite(shared)
    if norm == "l2":
        # Weak duality: for every reach this is a radius that the ball may have.
        far = np.where(there, shared, _FAR)
        left = sums - sum(part.falls(far)[0] for part in parts)
        squares = 2 * far * left + sum(part.squares(far) for part in parts)
        radii = np.where(there, np.sqrt(np.maximum(squares, 0)), np.inf)
    return Radii(np.where(sums > 0, radii, 0.0), np.where(there, shared, 0.0))


class _Part:
    """Pixels that give way to slopes (m, k) as far as a reach (m,) lets them, in their room."""

    def __init__(self, slopes: Floats, image: Floats, norm: Norm) -> None:
        self._slopes = slopes
        self._sizes = np.abs(slopes)
        self._room = np.where(slopes > 0, image, 1 - image)
        self._even = norm == "linf"

    @property
    def worth(self) -> Floats:
        """The squares of those slopes against which a pixel can go, (m,)."""
        squares: Floats = np.vecdot(self._sizes, self._sizes * (self._room > 0))
        return squares

    def falls(self, shared: Floats) -> tuple[Floats, Floats]:
        """By how much the sum falls (m,), and how fast as the reach grows."""
        moved = self._moved(shared)
        free = (moved < self._room).astype(moved.dtype)
        if not self._even:
            free *= self._sizes
        return np.vecdot(self._sizes, moved), np.vecdot(self._sizes, free)

    def squares(self, shared: Floats) -> Floats:
        """The squares of the changes, (m,)."""
        moved = self._moved(shared)
        squares: Floats = np.vecdot(moved, moved)
        return squares

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

    @property
    def worth(self) -> Floats:
        """Those against which it can rise; in L-infinity the sum of their sizes."""
        worth: Floats = self._worth
        return worth

    def falls(self, shared: Floats) -> tuple[Floats, Floats]:
        """As long as no pixel is full that is in proportion to what it is worth."""
        if self._even:
            return self._worth * np.minimum(shared, 1.0), self._worth * (shared < 1)
        if self._free(shared):
            return self._worth * shared, self._worth
        moved = self.changes(shared)
        return -np.vecdot(self._down, moved), np.vecdot(self._down, self._down * (moved < 1))

    def squares(self, shared: Floats) -> Floats:
        """As long as none is full, in proportion to what they are worth."""
        if not self._even and self._free(shared):
            squares: Floats = self._worth * shared * shared
        else:
            moved = self.changes(shared)
            squares = np.vecdot(moved, moved)
        return squares

    def _free(self, shared: Floats) -> bool:
        return bool((shared * self._peak <= 1).all())

    def changes(self, shared: Floats) -> Floats:
        """Up."""
        if self._even:
            up: Floats = np.minimum(shared, 1.0)[:, None] * (self._down < 0)
            return up
        risen = self._down * -shared[:, None]
        return np.minimum(risen, 1.0, out=risen)


def _parts(slopes: Floats, image: Floats, norm: Norm, blank: int) -> list[_Part]:
    inner = len(image) - blank
    parts = [_Part(slopes[:, :inner], image[:inner], norm)]
    if blank:
        parts.append(_Blank(slopes[:, inner:], norm))
    return parts


def widths(
    slopes: Floats, image: Floats, radius: float, norm: Norm, blank: int = 0
) -> tuple[Floats, Floats]:
    """By how much slopes . change (m,) can fall and rise within a radius, both as >= 0.

    Never less than the truth; in L-infinity exact.
    """
    fall = falls(slopes, image, radius, norm, blank)
    return fall, falls(-slopes, image, radius, norm, blank)


def falls(slopes: Floats, image: Floats, radius: float, norm: Norm, blank: int = 0) -> Floats:
    """By how much slopes . change (m,) can fall within a radius, as >= 0; as in ``widths``."""
    parts = _parts(slopes, image, norm, blank)
    if norm == "linf":
        return _fallen(parts, np.full(len(slopes), radius))
    return np.minimum(_euclidean(parts, radius), _fallen(parts, np.full(len(slopes), _FAR)))


def _fallen(parts: "list[_Part]", shared: Floats) -> Floats:
    fallen: Floats = np.sum([part.falls(shared)[0] for part in parts], axis=0)
    return fallen


def _euclidean(parts: "list[_Part]", radius: float) -> Floats:
    """The same in L2: the reach that all pixels share rises until the ball is full.

    Dual to it: the sum of |slope| change is at most this, whatever the reach.
    """
    shared = radius / np.maximum(np.sqrt(sum(part.worth for part in parts)), _TINY)
    for _ in range(_FILLINGS):
        squares = np.maximum(sum(part.squares(shared) for part in parts), _TINY)
        growth = radius / np.sqrt(squares)
        if (growth < 1 + _NEARLY).all():
            break
        shared = np.minimum(shared * growth, _FAR)
    left = radius * radius - sum(part.squares(shared) for part in parts)
    most: Floats = _fallen(parts, shared) + left / (2 * np.maximum(shared, _TINY))
    return most
