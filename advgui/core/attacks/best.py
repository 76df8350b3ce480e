"""Keeps the best valid image of a run: fooled first, then the smallest perturbation.

An attack that names its own cost is taken at its word: its cheapest step is its best.
"""

from collections.abc import Callable
from typing import Final

import numpy as np

from advgui.core.attacks.blocks import Block, Pile, Step
from advgui.core.attacks.problem import Passes, Problem
from advgui.core.images import LABELS, SIZE, Array, Bytes, l2, quantise, to_floats
from advgui.core.nn.losses import margin

# A logit lead below this could change sign with the order of a sum, so it does not count.
TIE: Final = 1e-4
Costs = Callable[[Problem, Block], Array | None]
Watch = Callable[[Block], object]


def unwarned() -> "np.errstate":
    """Arithmetic of which numpy says nothing: what leaves float32 is told in our own words."""
    return np.errstate(over="ignore", invalid="ignore", divide="ignore")


class Keeper:
    """Judges every step of a run on its 8-bit images and keeps the best for each image."""

    @unwarned()
    def __init__(self, passes: Passes, problem: Problem, costs: Costs, watch: Watch) -> None:
        """Read the originals; those that have the goal already are left alone."""
        self._passes = passes
        self._problem = problem
        self._costs = costs
        self._watch = watch
        self._waiting = Pile()
        self.before = passes.readings(problem.originals)
        self.already = problem.reached(np.array([reading.label for reading in self.before]))
        count = len(problem.originals)
        self.last: Step | None = None
        self._best: Array = to_floats(problem.originals)
        self.best_steps = np.zeros(count, dtype=np.int64)
        self._prices = np.full(count, np.inf)
        self._leads = np.full(count, -np.inf)

    def offer(self, step: Step) -> None:
        """Take one more step into account."""
        self.last = step
        if self._waiting.add(step):
            self.settle()

    @property
    def steps(self) -> int:
        """How many were taken."""
        return self.last.number if self.last else 0

    @unwarned()
    def settle(self) -> None:
        """Judge the steps that still wait."""
        block = self._waiting.take()
        if block is None:
            return
        costs = self._costs(self._problem, block)
        if costs is None:
            costs, leads = self._judge(block)
        else:  # nothing has to be read, so a long run is no slower for being judged
            leads = np.zeros_like(costs)
        self._take_best(block, costs, leads)
        self._watch(block)

    def _judge(self, block: Block) -> tuple[Array, Array]:
        """The L2 of each valid image (k, n), inf where it fails, and its lead.

        The lead is by how many logits an image has what the attack wants.
        """
        if block.basis.valid:
            logits, sizes = block.logits, np.sqrt(block.squares)
        else:
            logits, sizes = self._as_valid(block.images)
        behind, _ = margin(logits.reshape(-1, LABELS), np.tile(self._problem.goals, len(sizes)))
        lead = behind.reshape(sizes.shape)
        leads = lead if self._problem.form == "untargeted" else -lead
        leads = np.where(np.isnan(leads), -np.inf, leads)
        return np.where(leads > TIE, sizes, np.inf), leads

    def _as_valid(self, images: Array) -> tuple[Array, Array]:
        """Logits (k n, 10) and L2 (k, n) of images once they are rounded to 8 bits."""
        valid = to_floats(quantise(images))
        self._passes.forward += len(valid)
        logits = self._passes.judged(valid.reshape(-1, SIZE, SIZE))
        return logits, l2(valid - to_floats(self._problem.originals))

    @property
    def images(self) -> Bytes:
        """The best valid image of each lane, the original where nothing was better."""
        return quantise(self._best)

    def _take_best(self, block: Block, prices: Array, leads: Array) -> None:
        """Keep for each image the cheapest step, or the nearest while none has a price."""
        none = np.isinf(prices).all(axis=0)
        chosen = np.where(none, leads.argmax(axis=0), prices.argmin(axis=0))
        lanes = np.arange(len(chosen))
        price, lead = prices[chosen, lanes], leads[chosen, lanes]
        nearer = np.isinf(self._prices) & none & (lead > self._leads)
        better = ((price < self._prices) | nearer) & ~self.already
        found = chosen[better]
        self._best[better] = block.picked(found, lanes[better])
        self.best_steps[better] = found + block.first
        self._prices = np.where(better, price, self._prices)
        self._leads = np.where(better, lead, self._leads)
