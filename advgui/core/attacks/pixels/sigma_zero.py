"""Sigma-zero: the number of changed pixels as a smooth function, descended with all else."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.closest.margins import shortfall_slope
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.shared_parameters import softening, step_count
from advgui.core.attacks.steps import Step
from advgui.core.images import Array, linf, quantise, squares, to_floats
from advgui.core.language import tr
from advgui.core.nn.optimisers import Adam
from advgui.core.parameters import parameter

# What the count's gradient is worth beside that of the lead, both by their largest pixel.
WEIGHT: Final = np.float32(0.1)


@dataclass(frozen=True, slots=True)
class SigmaZero(EvasionAttack):
    """The fewest pixels, by descending a smooth count of them and dropping small changes.

    Cinà et al. 2024, algorithm 1: a change d counts d² / (d² + ``sigma``), which is almost
    0 or almost 1. Adam descends the sum of that count and of what the lead falls short of,
    by its gradient over the largest of its numbers, and after every step all changes below a
    threshold become 0. The threshold rises while the image fools and falls while it does not.
    The rate, and with it the threshold's steps, falls to a tenth along a cosine.

    Three things are our own. The two gradients are brought to one scale before they
    are added, so that the scale of the logits does not matter; a hidden unit's slope is
    taken as its own plus ``soften``; and the network is only ever asked about valid images.
    """

    name: ClassVar[str] = "sigma-zero"
    title: ClassVar[str] = tr("Fewest pixels (sigma-zero)")
    summary: ClassVar[str] = tr("The fewest pixels that fool the network, by following slopes.")
    source: ClassVar[str] = tr(
        "Cinà et al. 2024, arXiv:2402.01879, algorithm 1; softened, one scale"
    )
    norm: ClassVar[Norm] = "l0"

    steps: int = step_count(1000)
    rate: float = parameter(
        1.0,
        tr("Rate", "of steps"),
        tr("How far the first step goes."),
        minimum=0.01,
        maximum=10.0,
        scale="log",
    )
    sigma: float = parameter(
        0.001,
        tr("Sigma"),
        tr("The square of the change of a pixel that counts as half a pixel."),
        minimum=0.00001,
        maximum=0.1,
        scale="log",
    )
    threshold: float = parameter(
        0.3, tr("Threshold"), tr("Which changes are dropped at first, from 0 to 1."), maximum=1.0
    )
    adapt: float = parameter(
        0.01,
        tr("Adapt"),
        tr("By how much the threshold rises or falls at the first step."),
        minimum=0.0001,
        maximum=0.1,
        scale="log",
    )
    soften: float = softening()

    def total(self) -> int:
        """All its steps: nothing ends it sooner."""
        return self.steps

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Algorithm 1, each step on the 8-bit grid."""
        originals = to_floats(problem.originals)
        delta = np.zeros_like(originals)
        adam, slope = Adam([delta]), shortfall_slope(problem, np.ones(len(originals)))
        thresholds: Array = np.full((len(originals), 1, 1), self.threshold, np.float32)
        for number in range(self.steps):
            content = quantise(originals + delta)
            images = to_floats(content)
            logits, gradient = oracle.gradient(images, slope, self.soften)
            yield Step(number, content, logits, known=squares(images - originals))
            both = scaled(gradient) + WEIGHT * scaled(self._count_slope(delta))
            adam.update([scaled(both)], self.rate * self._left(number))
            delta[:] = np.clip(originals + delta, 0, 1) - originals
            thresholds = self._adapted(thresholds, problem, logits, number)
            delta[np.abs(delta) < thresholds] = 0
        content = quantise(originals + delta)
        images = to_floats(content)
        yield Step(self.steps, content, oracle.logits(images), known=squares(images - originals))

    def gradient(self, oracle: Oracle, problem: Problem, images: Array) -> Array:
        """That of the lead over the best rival."""
        slope = shortfall_slope(problem, np.ones(len(images)))
        return oracle.gradient(images, slope, self.soften)[1]

    def _count_slope(self, delta: Array) -> Array:
        """The gradient of the smooth count, the sum of d² / (d² + sigma)."""
        slopes: Array = 2 * self.sigma * delta / np.square(np.square(delta) + self.sigma)
        return slopes

    def _adapted(self, thresholds: Array, problem: Problem, logits: Array, number: int) -> Array:
        """Higher where the image fools, else lower."""
        change = np.float32(self.adapt * self._left(number + 1))
        fooled = (problem.leads(logits) > problem.wanted_lead)[:, None, None]
        return np.clip(thresholds + np.where(fooled, change, -change), 0, 1)

    def _left(self, number: int) -> float:
        """What the rate has left at a step: from 1 to a tenth along a cosine."""
        return 0.1 + 0.45 * (1 + math.cos(math.pi * number / self.steps))


def scaled(gradients: Array) -> Array:
    """Each (28, 28) over the largest of its sizes; a zero stays zero."""
    peaks = linf(gradients)[:, None, None]
    return gradients / np.where(peaks > 0, peaks, 1)
