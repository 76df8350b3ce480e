"""Keeps the best valid image of a run, as its objective has it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.objective import Objective
from advgui.core.attacks.oracle import Judge
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.attacks.steps import Block, Step, block_of, steps_at_once
from advgui.core.digits.ink import Ink
from advgui.core.images import Array, Bytes, quantise, to_floats

Record = Callable[[Block], object]
Chosen = NDArray[np.intp]


def unwarned() -> "np.errstate":
    """Arithmetic of which numpy says nothing: what leaves float32 is told in our own words."""
    return np.errstate(over="ignore", invalid="ignore", divide="ignore")


class Best:
    """Judges every step of a run on its 8-bit images and keeps the best for each image."""

    @unwarned()
    def __init__(
        self, judge: Judge, problem: Problem, objective: Objective, record: Record
    ) -> None:
        """Read the originals; those that have the goal already are left alone."""
        self._judge = judge
        self._objective = objective
        self._record = record
        self._originals = to_floats(problem.originals)
        self._waiting: list[Step] = []
        self._at_once = 0
        self.before = judge.readings(problem.originals)
        self.already = problem.reached(np.array([reading.label for reading in self.before]))
        count = len(problem.originals)
        self.last: Step | None = None
        self._best: Array = self._originals.copy()
        self.inks: list[Ink] | None = None if problem.inks is None else list(problem.inks)
        """The strokes that the best image of each row is drawn with, where it is of strokes."""
        self.best_steps = np.zeros(count, dtype=np.int64)
        self._costs = np.full(count, np.inf)
        self._leads = np.full(count, -np.inf)

    def offer(self, step: Step) -> None:
        """Take one more step into account."""
        self.last = step
        waiting = self._waiting
        waiting.append(step)
        self._at_once = self._at_once or steps_at_once(step)
        if len(waiting) >= self._at_once:
            self.settle()

    def leading(self, lead: float) -> Flags:
        """For which images the best step leads by more than that."""
        ahead: Flags = self._leads > lead
        return ahead

    @property
    def steps(self) -> int:
        """How many were taken."""
        return self.last.number if self.last else 0

    def settle(self) -> None:
        """Judge the steps that still wait."""
        if not self._waiting:
            return
        block = block_of(self._waiting, self._originals)
        self._waiting.clear()
        self.judge(block)
        self._record(block)

    @unwarned()
    def judge(self, block: Block) -> None:
        """Take some more steps into account at once."""
        self._take_best(block, *self._objective.scores(block, self._judge))

    @property
    def images(self) -> Bytes:
        """The best valid image of each row, the original where nothing was better.

        Of an attack on strokes they are drawn anew from these.
        """
        if self.inks is None:
            return quantise(self._best)
        return np.stack([ink.image() for ink in self.inks])

    def _keep_inks(self, block: Block, steps: Chosen, rows: Chosen) -> None:
        """Keep what those images are drawn with."""
        if self.inks is None or block.encoding is None:
            return
        for step, row in zip(steps, rows, strict=True):
            self.inks[row] = block.encoding.ink(block.content[step, row], row) or self.inks[row]

    def _take_best(self, block: Block, costs: Array, leads: Array) -> None:
        """Keep for each image the cheapest step, or the nearest while none will do."""
        none = np.isinf(costs).all(axis=0)
        chosen = np.where(none, leads.argmax(axis=0), costs.argmin(axis=0))
        rows = np.arange(len(chosen))
        cost, lead = costs[chosen, rows], leads[chosen, rows]
        nearer = np.isinf(self._costs) & none & (lead > self._leads)
        better = ((cost < self._costs) | nearer) & ~self.already
        found = chosen[better]
        self._best[better] = block.picked(found, rows[better])
        self._keep_inks(block, found, rows[better])
        self.best_steps[better] = found + block.first
        self._costs = np.where(better, cost, self._costs)
        self._leads = np.where(better, lead, self._leads)
