"""Keeps the best valid image of a run: fooled first, then the smallest perturbation.

An attack that names its own cost is taken at its word: its cheapest step is its best.
"""

from typing import Final

import numpy as np

from advgui.core.attacks.problem import Passes, Problem, Step
from advgui.core.images import Array, Bytes, l2, quantise, to_floats
from advgui.core.losses import margin

# Steps are judged together, because one pass of many images costs little more than of one.
TOGETHER: Final = 256
# A logit lead below this could change sign with the order of a sum, so it does not count.
TIE: Final = 1e-4


class Keeper:
    """Judges every step of a run on its 8-bit images and keeps the best for each image."""

    def __init__(self, passes: Passes, problem: Problem) -> None:
        """Read the originals; those that have the goal already are left alone."""
        self._passes = passes
        self._problem = problem
        self._waiting: list[Step] = []
        self.before = passes.readings(problem.originals)
        self.already = problem.reached(np.array([reading.label for reading in self.before]))
        count = len(problem.originals)
        self.steps = 0
        self.images: Bytes = problem.originals.copy()
        self.best_steps = np.zeros(count, dtype=np.int64)
        self._prices = np.full(count, np.inf)
        self._leads = np.full(count, -np.inf)

    def offer(self, step: Step) -> None:
        """Take one more step into account."""
        self.steps = step.number
        self._waiting.append(step)
        if len(self._waiting) * len(self.images) >= TOGETHER:
            self.settle()

    def settle(self) -> None:
        """Judge the steps that still wait."""
        if not self._waiting:
            return
        steps, self._waiting = self._waiting, []
        images = quantise(np.stack([step.images for step in steps]))
        leads = self._lead(steps, images)
        differences = to_floats(images) - to_floats(self._problem.originals)
        prices = np.where(leads > TIE, l2(differences), np.inf)
        for index, step in enumerate(steps):
            price = prices[index] if step.cost is None else step.cost
            self._take(step.number, images[index], leads[index], price)

    def _lead(self, steps: list[Step], images: Bytes) -> Array:
        """By how many logits each image (steps, n) has what the attack wants."""
        if all(step.valid for step in steps):
            logits = np.concatenate([step.logits for step in steps])
        else:
            flat = to_floats(images).reshape(-1, *images.shape[2:])
            logits = self._passes.network.logits(flat)
            self._passes.forward += len(steps)
        behind, _ = margin(logits, np.tile(self._problem.goals, len(steps)))
        lead = behind.reshape(len(steps), -1)
        return lead if self._problem.form == "untargeted" else -lead

    def _take(self, step: int, images: Bytes, leads: Array, prices: Array) -> None:
        cheaper = prices < self._prices
        nearer = np.isinf(self._prices) & np.isinf(prices) & (leads > self._leads)
        better = (cheaper | nearer) & ~self.already
        self.images[better] = images[better]
        self.best_steps[better] = step
        self._prices = np.where(better, prices, self._prices)
        self._leads = np.where(better, leads, self._leads)
