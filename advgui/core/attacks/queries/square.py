"""Random squares inside a budget: the strongest attacker who sees scores, and never a slope."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.base import EvasionAttack, Unit
from advgui.core.attacks.budget.ball import LinfBall
from advgui.core.attacks.objective import Budget, Norm
from advgui.core.attacks.oracle import Access, Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.queries.search import Climb, query_budget
from advgui.core.attacks.shared_parameters import linf_budget
from advgui.core.attacks.steps import Step
from advgui.core.images import PIXELS, SIZE, Array, Bytes, l2, quantise, to_floats
from advgui.core.language import tr
from advgui.core.parameters import parameter

#: Of 10,000 queries, those at which the squares are halved in area; of fewer, as many parts.
_HALVED_AT: Final = np.array([10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000]) / 10_000
#: Tries of scaling a change down until its bytes are inside the budget.
_TRIES: Final = 8


@dataclass(frozen=True, slots=True)
class _Squares(EvasionAttack):
    """Squares at random places, ever smaller, of which those are kept that help.

    Andriushchenko et al. 2020, "Square attack". A run ends for an image as soon as it
    fools: its perturbation may use all of the budget. The network is asked about valid
    images alone, and never twice about the same.

    Two things are our own. All images of a batch try the same square at once, so that what
    comes of one does not depend on which others are beside it. And of two signs of which
    one changes nothing, as there is no less ink than none, the other is taken.
    """

    access: ClassVar[Access] = "scores"
    unit: ClassVar[Unit] = "queries"

    queries: int = query_budget()
    area: float = parameter(
        0.8,
        tr("Area"),
        tr("Which share of the image the first squares cover; it falls over the run."),
        minimum=0.01,
        maximum=1.0,
    )

    def total(self) -> int:
        """The queries that each image may cost."""
        return self.queries

    @abstractmethod
    def _first(self, originals: Bytes, random: np.random.Generator) -> Bytes:
        """Where the search starts."""

    @abstractmethod
    def _changed(
        self, originals: Bytes, images: Bytes, side: int, random: np.random.Generator
    ) -> Iterator[Bytes]:
        """The images with one more square of that side: one way, and the other."""

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Algorithm 1, with the squares of algorithm 2 or 3."""
        climb = Climb(oracle, problem, self.queries)
        yield climb.step()
        if len(rows := climb.rows):
            climb.offer(rows, self._first(problem.originals[rows], random), anyhow=True)
            yield climb.step()
        fruitless = 0
        while len(rows := climb.rows) and fruitless < PIXELS:
            side = self._side(float(oracle.queries[rows].max()) / self.queries)
            waiting, asked = rows, False
            for way in self._changed(problem.originals[rows], climb.images[rows], side, random):
                among = np.isin(rows, waiting)
                candidates = way[among]
                other = climb.differ(waiting, candidates)
                if other.any():
                    climb.offer(waiting[other], candidates[other])
                    asked = True
                waiting = waiting[~other]
                if not len(waiting):
                    break
            fruitless = 0 if asked else fruitless + 1
            if asked:
                yield climb.step()

    def _side(self, spent: float) -> int:
        """Of a square, once that share of the queries is spent."""
        area = self.area / 2.0 ** int((spent > _HALVED_AT).sum())
        return max(1, round(float(np.sqrt(area * PIXELS))))


@dataclass(frozen=True, slots=True)
class SquareLinf(_Squares):
    """Each pixel goes as far as it may, up or down, in stripes and then in squares."""

    name: ClassVar[str] = "square"
    title: ClassVar[str] = tr("Squares (L∞)")
    summary: ClassVar[str] = tr("Random squares, each pixel as far as it may go.")
    source: ClassVar[str] = tr("Andriushchenko et al. 2020, arXiv:1912.00049, algorithms 1 and 2")
    norm: ClassVar[Norm] = "linf"

    eps: float = linf_budget(0.2)

    def limit(self) -> Budget:
        """Whole levels of 255."""
        return Budget("linf", self._levels / 255)

    @property
    def _levels(self) -> int:
        return round(255 * LinfBall(self.eps).size)

    def _first(self, originals: Bytes, random: np.random.Generator) -> Bytes:
        """Stripes from top to bottom, each a pixel wide."""
        signs = random.choice((-1, 1), SIZE)
        return _moved(originals, self._levels * signs[None, None, :])

    def _changed(
        self, originals: Bytes, images: Bytes, side: int, random: np.random.Generator
    ) -> Iterator[Bytes]:
        """Inside the square every pixel is at one end of what it may be."""
        down, along = random.integers(0, SIZE - side + 1, 2)
        sign = random.choice((-1, 1))
        square = np.s_[:, down : down + side, along : along + side]
        for levels in (sign * self._levels, -sign * self._levels):
            changed = images.copy()
            changed[square] = _moved(originals[square], levels)
            yield changed


@dataclass(frozen=True, slots=True)
class SquareL2(_Squares):
    """Hills and hollows that take the length that others give up.

    The first cover as much as the squares of the other: the paper's tenth of the image fools 5 %
    fewer of ``report`` and 20 % fewer of ``convolutional`` in 1,000 queries.
    """

    name: ClassVar[str] = "square-l2"
    title: ClassVar[str] = tr("Squares (L2)")
    summary: ClassVar[str] = tr("Random hills and hollows, within an L2 budget.")
    source: ClassVar[str] = tr("Andriushchenko et al. 2020, arXiv:1912.00049, algorithms 1 and 3")
    norm: ClassVar[Norm] = "l2"

    eps: float = parameter(
        2.0,
        tr("Budget"),
        tr("How long the whole change may be in L2, of pixels of 0 to 1."),
        minimum=0.1,
        maximum=28.0,
        scale="log",
        role="budget",
    )

    def limit(self) -> Budget:
        """As it is: a change is scaled down until its bytes are inside."""
        return Budget("l2", self.eps)

    def _first(self, originals: Bytes, random: np.random.Generator) -> Bytes:
        """A grid of five by five hills with their hollows."""
        side = SIZE // 5
        start: Array = np.zeros((SIZE, SIZE))
        edge = (SIZE - 5 * side) // 2
        for down in range(edge, edge + 5 * side, side):
            for along in range(edge, edge + 5 * side, side):
                start[down : down + side, along : along + side] = _hills(side, random)
        return self._inside(originals, np.broadcast_to(start, originals.shape))

    def _changed(
        self, originals: Bytes, images: Bytes, side: int, random: np.random.Generator
    ) -> Iterator[Bytes]:
        """Hills in one square, of the length that it and a second one had, which goes."""
        side = min(SIZE - 1, max(3, side) | 1)
        now, hills = to_floats(images) - to_floats(originals), _hills(side, random)
        (down, along), (below, beside) = random.integers(0, SIZE - side + 1, (2, 2))
        here = np.s_[:, down : down + side, along : along + side]
        there = np.s_[:, below : below + side, beside : beside + side]
        either = np.zeros((1, SIZE, SIZE), dtype=bool)
        either[here] = either[there] = True
        free = np.maximum(self.eps**2 - l2(now) ** 2, 0) + l2(now * either) ** 2
        old = now[here] / (1e-10 + np.sqrt((now[here] ** 2).sum(axis=(1, 2), keepdims=True)))
        for way in (hills, -hills):
            new = old + way
            length = np.sqrt((new**2).sum(axis=(1, 2), keepdims=True))
            change = now.copy()
            change[there] = 0
            change[here] = new / (1e-10 + length) * np.sqrt(free)[:, None, None]
            yield self._inside(originals, change)

    def _inside(self, originals: Bytes, change: Array) -> Bytes:
        """The original and as much of the change as its bytes may have, of all its length."""
        start = to_floats(originals)
        sizes = l2(change)
        scale = self.eps / np.where(sizes > 0, sizes, 1)
        for _ in range(_TRIES):
            images = quantise(start + scale[:, None, None] * change)
            found = l2(to_floats(images) - start)
            if (found <= self.eps).all():
                return images
            scale = np.where(found > self.eps, scale * self.eps / (found * 1.001), scale)
        # Cut off, and not rounded: no pixel is farther away than it should be.
        levels = np.trunc(255 * np.clip(start + scale[:, None, None] * change, 0, 1) - 255 * start)
        images[found > self.eps] = (originals + levels).astype(np.uint8)[found > self.eps]
        return images


def _moved(images: Bytes, levels: int | np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Bytes:
    """So many levels more or fewer, as far as there are."""
    moved: Bytes = np.clip(images.astype(np.int16) + levels, 0, 255).astype(np.uint8)
    return moved


def _hills(side: int, random: np.random.Generator) -> Array:
    """A hill beside a hollow (side, side), across or down, of length 1."""
    made: Array = np.zeros((side, side))
    half = side // 2
    made[:half] = _hill(half, side)
    made[half:] = -_hill(side - half, side)
    made /= np.sqrt((made**2).sum())
    sign = random.choice((-1, 1))
    return np.float64(sign) * (made.T if random.random() < 0.5 else made)


def _hill(high: int, wide: int) -> Array:
    """Rectangles upon rectangles about the middle, each lower than the one inside."""
    made: Array = np.zeros((high, wide))
    down, along = high // 2 + 1, wide // 2 + 1
    top, left = down - 1, along - 1
    for count in range(max(down, along)):
        rows = slice(max(top - count, 0), min(top + count + 1, high))
        columns = slice(max(left - count, 0), min(left + count + 1, wide))
        made[rows, columns] += 1 / (count + 1) ** 2
    length = np.sqrt((made**2).sum())
    return made / length if length else made
