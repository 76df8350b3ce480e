"""The perturbations inside a budget: what is allowed, the nearest that is, and valid images."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import floor
from typing import Any, ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.objective import Norm
from advgui.core.images import PIXELS, Array, Bytes, l2, quantise, to_floats, unit

Floats = NDArray[np.float64]
Levels = NDArray[np.int64]

# A budget is meant as it was typed, .2 being 51 of 255 levels, whatever its last bit says.
_TYPED: Final = 1e-9
# By so much less than a level is taken for less: float32 has no more digits.
_SHY: Final = 1 - 1e-6


@dataclass(frozen=True, slots=True)
class Ball(ABC):
    """All perturbations (n, 28, 28) of at most ``budget``, of pixels in [0, 1].

    Every method keeps to the box too: originals and perturbation together are in [0, 1].
    """

    budget: float

    @property
    @abstractmethod
    def size(self) -> float:
        """What of the budget 8-bit images can use."""

    @abstractmethod
    def project(self, changes: Array, originals: Array) -> Array:
        """The nearest allowed perturbation to each (L2)."""

    @abstractmethod
    def rounded(self, changes: Array, originals: Bytes) -> Bytes:
        """The valid images of allowed perturbations, which are allowed as well."""

    @abstractmethod
    def inside(self, originals: Array, random: np.random.Generator) -> Array:
        """Perturbations drawn evenly from the ball, cut off where the box ends."""

    @abstractmethod
    def steepest(self, gradient: Array, changes: Array, originals: Array) -> Array:
        """The step of size 1 in this norm that climbs a gradient most, from where one is."""


@dataclass(frozen=True, slots=True)
class LinfBall(Ball):
    """No pixel changes by more than the budget, in whole levels of 255."""

    @property
    def size(self) -> float:
        """Whole levels: .1 allows 25 of 255, and 26, which is nearer, would break it."""
        return floor(self.budget * 255 + _TYPED) / 255

    def project(self, changes: Array, originals: Array) -> Array:
        """Each pixel by itself."""
        most = np.float32(self.size)
        low, high = np.maximum(-most, -originals), np.minimum(most, 1 - originals)
        near: Array = np.clip(changes, low, high)
        return near

    def rounded(self, changes: Array, originals: Bytes) -> Bytes:
        """The nearest level is inside, as the edge is one."""
        return quantise(to_floats(originals) + changes)

    def inside(self, originals: Array, random: np.random.Generator) -> Array:
        """Each pixel by itself."""
        drawn = random.uniform(-self.size, self.size, originals.shape).astype(np.float32)
        return self.project(drawn, originals)

    def steepest(self, gradient: Array, changes: Array, originals: Array) -> Array:
        """The signs; 0 where a pixel has no slope."""
        return np.sign(gradient)


@dataclass(frozen=True, slots=True)
class L2Ball(Ball):
    """The Euclidean norm is at most the budget."""

    @property
    def size(self) -> float:
        """All of it, as a few of the bytes can use it."""
        return self.budget

    def project(self, changes: Array, originals: Array) -> Array:
        """Shrunk, and cut off at the box, by the one factor that leaves the budget's norm.

        Shrinking first and then cutting off, as is often done, ends inside but not nearest.
        """
        low, high = -originals, 1 - originals
        cut = np.clip(changes, low, high)
        far = np.flatnonzero(l2(cut) > self.size)
        if len(far):
            rows, ends = _flat(changes[far]), _flat(np.where(changes > 0, high, low)[far])
            shares = _shares(np.abs(rows), np.abs(ends), self.size)
            shrunk = (rows * shares[:, None]).reshape(cut[far].shape)
            cut[far] = np.clip(shrunk, low[far], high[far])
        return cut

    def rounded(self, changes: Array, originals: Bytes) -> Bytes:
        """As near as the budget allows on the bytes."""
        return _rounded(changes, originals, floor((self.size * 255) ** 2 + _TYPED), _square)

    def inside(self, originals: Array, random: np.random.Generator) -> Array:
        """A direction, and a length whose ball has an even share of the volume."""
        lengths = self.size * random.uniform(size=len(originals)) ** (1 / PIXELS)
        drawn = unit(random.normal(size=originals.shape).astype(np.float32))
        drawn *= lengths.astype(np.float32)[:, None, None]
        return np.clip(drawn, -originals, 1 - originals)

    def steepest(self, gradient: Array, changes: Array, originals: Array) -> Array:
        """Along the gradient; no step where there is none."""
        return unit(gradient)


@dataclass(frozen=True, slots=True)
class L1Ball(Ball):
    """All changes together are at most the budget, in whole levels of 255."""

    #: The share of the pixels that one step changes (Tramer and Boneh 2019 take 1 % and more).
    DENSITY: ClassVar[float] = 0.02

    @property
    def size(self) -> float:
        """Whole levels, as each change is some."""
        return floor(self.budget * 255 + _TYPED) / 255

    def project(self, changes: Array, originals: Array) -> Array:
        """Every change less by the one amount, and cut off at the box, that leaves the budget.

        Croce and Hein 2021, "Mind the box": to the ball first and to the box then is not
        nearest, and wastes budget on pixels that cannot use it.
        """
        low, high = -originals, 1 - originals
        cut = np.clip(changes, low, high)
        far = np.flatnonzero(np.abs(cut).sum(axis=(1, 2)) > self.size)
        if len(far):
            rows, ends = _flat(changes[far]), _flat(np.where(changes > 0, high, low)[far])
            sizes = np.abs(rows)
            less = _amounts(sizes, np.abs(ends), self.size)
            kept = np.minimum(np.maximum(sizes - less[:, None], 0), np.abs(ends))
            cut[far] = (np.sign(rows) * kept).reshape(cut[far].shape)
        return cut

    def rounded(self, changes: Array, originals: Bytes) -> Bytes:
        """As near as the budget allows on the bytes."""
        return _rounded(changes, originals, floor(self.size * 255 + 0.5), _itself)

    def inside(self, originals: Array, random: np.random.Generator) -> Array:
        """Shares of an even division into one part more than there are pixels, signs at random."""
        parts = random.exponential(size=(len(originals), PIXELS + 1))
        parts *= self.size / parts.sum(axis=1, keepdims=True)
        drawn = parts[:, :-1] * random.choice([-1.0, 1.0], parts[:, :-1].shape)
        shaped: Array = drawn.astype(np.float32).reshape(originals.shape)
        return np.clip(shaped, -originals, 1 - originals)

    def steepest(self, gradient: Array, changes: Array, originals: Array) -> Array:
        """The steepest pixels that can move, all by as much; one alone would go far too slowly."""
        at_end = np.where(gradient > 0, originals + changes >= 1, originals + changes <= 0)
        slopes = _flat(np.where(at_end, 0, gradient))
        count = max(1, round(self.DENSITY * PIXELS))
        chosen = np.argpartition(np.abs(slopes), -count, axis=1)[:, -count:]
        step = np.zeros_like(slopes)
        signs = np.sign(np.take_along_axis(slopes, chosen, axis=1))
        np.put_along_axis(step, chosen, signs / np.float32(count), axis=1)
        moved: Array = step.reshape(gradient.shape)
        return moved


#: The balls by their norms.
BALLS: Final[Mapping[Norm, Callable[[float], Ball]]] = {
    "linf": LinfBall,
    "l2": L2Ball,
    "l1": L1Ball,
}


def _flat(images: NDArray[Any]) -> NDArray[Any]:
    return images.reshape(len(images), PIXELS)


def _shares(sizes: Array, ends: Array, most: float) -> Array:
    """The s (m,) where min(s sizes, ends) of each row (m, 784) has the L2 norm ``most``.

    Pixel i reaches its end at s = end / size. In the order of these, the squared norm
    between two is that of the ends so far and of s times the sizes still to come.
    """
    sizes, ends = sizes.astype(np.float64), ends.astype(np.float64)
    reached = np.divide(ends, sizes, out=np.full_like(sizes, np.inf), where=sizes > 0)
    order = reached.argsort(axis=1)
    sizes, ends, reached = (np.take_along_axis(a, order, 1) for a in (sizes, ends, reached))
    ended = _before(ends**2)
    moving = (sizes**2).sum(axis=1, keepdims=True) - _before(sizes**2)
    # The first end at which the norm would be too large is not reached any more.
    with np.errstate(invalid="ignore", over="ignore"):
        squares = ended + np.where(moving > 0, reached**2 * moving, 0)
    first = (squares > most**2).argmax(axis=1)
    rows = np.arange(len(sizes))
    left = np.maximum(most**2 - ended[rows, first], 0)
    found: Array = np.minimum(np.sqrt(left / moving[rows, first]), 1).astype(np.float32)
    return found


def _amounts(sizes: Array, ends: Array, most: float) -> Array:
    """The t (m,) where min(max(sizes - t, 0), ends) of each row (m, 784) has the sum ``most``.

    With growing t a pixel leaves its end at t = size - end and is 0 at t = size. The sum is a
    polygon between these, and falls from corner to corner by how many pixels move.
    """
    sizes, ends = sizes.astype(np.float64), ends.astype(np.float64)
    corners = np.concatenate([np.maximum(sizes - ends, 0), sizes], axis=1)
    turns = np.concatenate([np.ones_like(sizes), -np.ones_like(sizes)], axis=1)
    order = corners.argsort(axis=1)
    corners, turns = np.take_along_axis(corners, order, 1), np.take_along_axis(turns, order, 1)
    falls = np.diff(corners, axis=1) * turns.cumsum(axis=1)[:, :-1]
    sums = np.minimum(sizes, ends).sum(axis=1, keepdims=True) - _before(falls)
    # The last corner before which the sum is still too large.
    last = np.maximum((sums > most).sum(axis=1) - 1, 0)
    rows = np.arange(len(sizes))
    moving = np.maximum(turns.cumsum(axis=1)[rows, last], 1)
    found: Array = corners[rows, last] + (sums[rows, last] - most) / moving
    return found.astype(np.float32)


def _before(terms: Array) -> Array:
    """The sums of all terms before each."""
    sums: Array = terms.cumsum(axis=1) - terms
    return sums


def _square(levels: Levels) -> Levels:
    return levels * levels


def _itself(levels: Levels) -> Levels:
    return levels


def _rounded(
    changes: Array, originals: Bytes, most: int, cost: Callable[[Levels], Levels]
) -> Bytes:
    """The nearest levels, or the lower ones where together they would cost too much.

    Those that are nearest to the upper level have it first. In whole numbers, so that what
    is inside is so on the bytes.
    """
    sizes = np.abs(_flat(changes)).astype(np.float64) * (255 * _SHY)
    levels = np.rint(sizes).astype(np.int64)
    dear = np.flatnonzero(cost(levels).sum(axis=1) > most)
    if len(dear):
        levels[dear] = _cheaper(sizes[dear], most, cost)
    signs = np.sign(_flat(changes)).astype(np.int64)
    made = (_flat(originals) + signs * levels).astype(np.uint8)
    valid: Bytes = made.reshape(originals.shape)
    return valid


def _cheaper(sizes: Floats, most: int, cost: Callable[[Levels], Levels]) -> Levels:
    lower = np.floor(sizes).astype(np.int64)
    left = sizes - lower
    order = (-left).argsort(axis=1)
    prices = np.take_along_axis(np.where(left >= 0.5, cost(lower + 1) - cost(lower), 0), order, 1)
    spare = most - cost(lower).sum(axis=1, keepdims=True)
    bought = (prices.cumsum(axis=1) <= spare) & (prices > 0)
    raised = np.zeros_like(lower)
    np.put_along_axis(raised, order, bought.astype(np.int64), axis=1)
    return lower + raised
