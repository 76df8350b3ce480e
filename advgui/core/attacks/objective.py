"""What "best" means among the steps of a run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, Protocol

import numpy as np

from advgui.core.attacks.oracle import Judge
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.steps import Block
from advgui.core.images import LABELS, SIZE, Array, l1, l2, linf, quantise, to_floats
from advgui.core.world.draws import Draws

Norm = Literal["l2", "linf", "l1", "l0", "none"]
"""What an attack keeps small: the Euclidean norm, the largest change of a pixel, the sum of
all changes, the number of pixels that change, or nothing."""

NORMS: Final[Mapping[Norm, str]] = {"l2": "L2", "linf": "L∞", "l1": "L1", "l0": "L0", "none": ""}
"""How each is written."""


class Budget(NamedTuple):
    """How large a perturbation may be, of pixels in [0, 1], on the bytes of a valid image."""

    norm: Norm
    size: float


class Objective(Protocol):
    """Gives every step of a block its cost."""

    def scores(self, block: Block, judge: Judge) -> tuple[Array, Array]:
        """The costs (k, n) of k steps of n images, and their leads (k, n).

        The lowest cost is the best; it is infinite for a step that will not do. While no
        step will, the largest lead is the best.
        """
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Closest:
    """The smallest perturbation whose valid image has what the attack wants."""

    problem: Problem
    norm: Norm = "l2"

    def scores(self, block: Block, judge: Judge) -> tuple[Array, Array]:
        """The distance of each valid image, infinite where it fails, and its lead."""
        logits, distances = self._read(block) if block.valid else self._rounded(block, judge)
        leads = self.problem.leads(logits)
        return np.where(leads > self.problem.wanted_lead, distances, np.inf), leads

    def _read(self, block: Block) -> tuple[Array, Array]:
        """Logits (k, n, 10) and distances (k, n) of valid images, which were read already."""
        if self.norm == "l2":
            return block.logits, np.sqrt(block.squares)
        return block.logits, DISTANCES[self.norm](block.images - block.originals)

    def _rounded(self, block: Block, judge: Judge) -> tuple[Array, Array]:
        """The same of images once they are rounded to 8 bits, which are read now."""
        valid, logits = _read_valid(block, judge)
        return logits, DISTANCES[self.norm](valid - block.originals)


@dataclass(frozen=True, slots=True, eq=False)
class Surest:
    """The largest lead of what fools: of an attack inside a budget, which may use all of it.

    How far a step is from the original does not matter: every step is inside.
    """

    problem: Problem

    def scores(self, block: Block, judge: Judge) -> tuple[Array, Array]:
        """What the valid images' leads lack, infinite where they do not fool, and the leads."""
        logits = block.logits if block.valid else _read_valid(block, judge)[1]
        leads = self.problem.leads(logits)
        return np.where(leads > self.problem.wanted_lead, -leads, np.inf), leads


@dataclass(frozen=True, slots=True, eq=False)
class Cheapest:
    """The lowest cost of the attack's own, whether it fools or not.

    Nothing has to be read, so a long run is no slower for being judged.
    """

    cost: Callable[[Block], Array]

    def scores(self, block: Block, judge: Judge) -> tuple[Array, Array]:
        """The costs, and no leads: every step will do."""
        costs = self.cost(block)
        return costs, np.zeros_like(costs)


@dataclass(frozen=True, slots=True, eq=False)
class Pooled:
    """One step for all images: the one whose valid images fool in most cases.

    Of an attack that makes the same change to every image, which is nothing if each image is
    given a step of its own. Of two steps that fool alike the larger mean lead decides.
    """

    problem: Problem

    def scores(self, block: Block, judge: Judge) -> tuple[Array, Array]:
        """What is not fooled, the same for every image of a step, and the mean leads."""
        logits = block.logits if block.valid else _read_valid(block, judge)[1]
        leads = self.problem.leads(logits)
        fails = (leads <= self.problem.wanted_lead).sum(axis=-1, keepdims=True)
        mean = leads.mean(axis=-1, keepdims=True)
        # A mean lead counts for less than one image, however large it is.
        costs = fails - np.arctan(mean) / np.pi
        costs = np.where(fails < leads.shape[-1], costs, np.inf)
        return np.broadcast_to(costs, leads.shape), np.broadcast_to(mean, leads.shape)


@dataclass(frozen=True, slots=True, eq=False)
class Rate:
    """Of what fools, the largest share of draws through which the valid image still does.

    Of an attack that has to survive a print or a camera (Athalye et al. 2018,
    arXiv:1707.07397). The draws are the same for every step, or steps would not be comparable;
    of two steps that survive as many, the larger mean lead decides. As that is most of the
    work, only the steps whose number is a multiple of ``every`` are seen through them; of the
    others, one that fools is no more than the best while there is none of these. So it is of
    what does not fool as it is, too, while nothing does.
    """

    problem: Problem
    draws: Draws
    every: int = 1

    def scores(self, block: Block, judge: Judge) -> tuple[Array, Array]:
        """What does not survive, infinite where the image does not fool as it is, and the leads.

        Of what does not fool, these are how far it is from surviving: the own lead counts least.
        """
        valid, logits = (block.images, block.logits) if block.valid else _read_valid(block, judge)
        own = self.problem.leads(logits)
        costs = np.full(own.shape, float(self.draws.count + 1))
        seen = np.flatnonzero(np.arange(block.first, block.last + 1) % self.every == 0)
        if len(seen):
            costs[seen] = self._costs(valid[seen], judge)
        fools = own > self.problem.wanted_lead
        leads = np.where(fools, own, np.arctan(own) / np.pi - costs)
        return np.where(fools, costs, np.inf), leads

    def _costs(self, valid: Array, judge: Judge) -> Array:
        """Through how many draws the valid images (k, n, 28, 28) do not fool, (k, n)."""
        seen = self.draws(valid.reshape(-1, SIZE, SIZE)).reshape(-1, SIZE, SIZE)
        logits = judge.logits(seen).reshape(self.draws.count, *valid.shape[:2], LABELS)
        leads = self.problem.leads(logits)
        fails = (leads <= self.problem.wanted_lead).sum(axis=0)
        # A mean lead counts for less than one draw, however large it is.
        costs: Array = fails - np.arctan(leads.mean(axis=0)) / np.pi
        return costs


def _read_valid(block: Block, judge: Judge) -> tuple[Array, Array]:
    """The images (k, n, 28, 28) rounded to 8 bits, and their logits (k, n, 10)."""
    valid = to_floats(quantise(block.images))
    return valid, judge.logits(valid.reshape(-1, SIZE, SIZE)).reshape(block.logits.shape)


def _changed(differences: Array) -> Array:
    """How many pixels of each (28, 28) difference of a batch (..., 28, 28) are not 0."""
    changed: Array = (differences != 0).sum(axis=(-2, -1), dtype=np.float32)
    return changed


def _none(differences: Array) -> Array:
    return np.zeros(differences.shape[:-2], np.float32)


#: The distance in each norm, from differences (..., 28, 28) to (...).
DISTANCES: Final[Mapping[Norm, Callable[[Array], Array]]] = {
    "l2": l2,
    "linf": linf,
    "l1": l1,
    "l0": _changed,
    "none": _none,
}
