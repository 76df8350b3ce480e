"""The one loop of the attacks that set some pixels after others, and what puts them back."""

from abc import abstractmethod
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.outcome import Stuck
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.attacks.steps import Step
from advgui.core.images import LABELS, PIXELS, Array, Bytes, quantise, to_floats
from advgui.core.language import tr
from advgui.core.parameters import parameter

Rows = NDArray[np.integer[Any]]

#: 14.5 % of all, the limit of Papernot et al. 2016.
USUAL: Final = 112


class Read(NamedTuple):
    """Valid images (n, 28, 28) and their logits (n, 10)."""

    images: Bytes
    logits: Array


class Moves(NamedTuple):
    """The k pixels that m images set next: which (m, k), to what (m, k), and if it helps (m,)."""

    pixels: Rows
    levels: Bytes
    helps: Flags


@dataclass(frozen=True, slots=True)
class PixelSearch(EvasionAttack):
    """Sets some pixels of an image to no ink or full ink, then others, until it fools.

    A subclass says which. A pixel that was changed is not set again. An image is left alone
    once it fools, has as many changed pixels as it may, or no others that would help.
    """

    norm: ClassVar[Norm] = "l0"
    stuck: ClassVar[Stuck | None] = "no pixel"
    #: How many are set at once.
    at_once: ClassVar[int] = 1

    pixels: int = parameter(
        USUAL,
        tr("Pixels"),
        tr("How many pixels may be changed at most; 112 are 14.5 % of all."),
        minimum=2,
        maximum=PIXELS,
        scale="log",
        role="budget",
    )
    prune: bool = parameter(
        True, tr("Put back"), tr("Whether pixels that were not needed are put back at the end.")
    )

    @property
    def length(self) -> int:
        """How often pixels are set at most."""
        return self.pixels // self.at_once

    def total(self) -> int:
        """Each time that pixels are set, and that one is put back; one at least stays."""
        return self.length + (self.length * self.at_once - 1 if self.prune else 0)

    @abstractmethod
    def moves(
        self, oracle: Oracle, problem: Problem, images: Bytes, rows: Rows
    ) -> tuple[Array, Moves]:
        """The logits (m, 10) of images (m, 28, 28) of some rows, and what each sets next."""

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Set pixels, until every image fools or can go no further; then put some back."""
        for number, read in enumerate(self._reads(oracle, problem)):
            yield Step(number, *read)

    def _reads(self, oracle: Oracle, problem: Problem) -> Iterator[Read]:
        found = yield from self._found(oracle, problem)
        if self.prune:
            yield from put_back(oracle, problem, found)

    def _found(self, oracle: Oracle, problem: Problem) -> Generator[Read, None, Read]:
        """The images at first, and after each time that pixels were set; returns the last."""
        images, rows = problem.originals, np.arange(len(problem.goals))
        logits: Array = np.zeros((len(rows), LABELS), np.float32)
        for _ in range(self.length + 1):
            logits = logits.copy()
            logits[rows], moves = self.moves(oracle, problem, images[rows], rows)
            read = Read(images, logits)
            yield read
            going = moves.helps & (problem.leads(logits)[rows] <= problem.wanted_lead)
            rows = rows[going]
            if not len(rows):
                break
            images = _with(images, rows, moves.pixels[going], moves.levels[going])
        return read

    def gradient(self, oracle: Oracle, problem: Problem, images: Array) -> Array:
        """Nothing where no pixel is left that would help."""
        rows = np.arange(len(images))
        helps = self.moves(oracle, problem, quantise(images), rows)[1].helps
        return np.where(helps[:, None, None], np.ones_like(images), 0)


def unchanged(images: Bytes, originals: Bytes) -> Flags:
    """Which pixels (m, 784) of m images are those of the originals."""
    same: Flags = (images == originals).reshape(-1, PIXELS)
    return same


def put_back(oracle: Oracle, problem: Problem, read: Read) -> Iterator[Read]:
    """Those images that fool with fewer and fewer pixels changed, as long as they fool.

    Each time every changed pixel is put back for a try, and that one stays so without
    which the image leads by most.
    """
    images, logits = read
    changed = ~unchanged(images, problem.originals).all(axis=1)
    rows = np.flatnonzero(changed & (problem.leads(logits) > problem.wanted_lead))
    while len(rows):
        of, pixels = np.nonzero(~unchanged(images, problem.originals))
        among = np.isin(of, rows)
        of, pixels = of[among], pixels[among]
        tried = _with(images[of], np.arange(len(of)), pixels[:, None], _levels(problem, of, pixels))
        found = oracle.logits(to_floats(tried), of)
        best = _largest(problem.of(of).leads(found), of)
        best = best[problem.of(of).leads(found)[best] > problem.wanted_lead]
        rows = of[best]
        if len(rows):
            images, logits = images.copy(), logits.copy()
            images[rows], logits[rows] = tried[best], found[best]
            yield Read(images, logits)


def _with(images: Bytes, rows: Rows, pixels: Rows, levels: Bytes) -> Bytes:
    """The same images, some rows with some pixels (m, k) at these levels."""
    changed = images.copy()
    changed.reshape(-1, PIXELS)[rows[:, None], pixels] = levels
    return changed


def _levels(problem: Problem, of: Rows, pixels: Rows) -> Bytes:
    """What pixels were in the originals of their rows, (m, 1)."""
    levels: Bytes = problem.originals.reshape(-1, PIXELS)[of, pixels]
    return levels[:, None]


def _largest(values: Array, of: Rows) -> Rows:
    """Where the largest value of each group is, the groups being one behind the other."""
    order = np.lexsort((values, of))
    return order[np.flatnonzero(np.diff(of[order], append=-1))]
