"""The lab's own attack: decoupled direction and norm, in logits, on valid images."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.base import Attack
from advgui.core.attacks.basis import Levels
from advgui.core.attacks.problem import Passes, Problem
from advgui.core.attacks.steps import Step
from advgui.core.images import SIZE, Array, l2, quantise, squares, to_floats
from advgui.core.losses import cross_entropy_slope
from advgui.core.parameters import parameter

# No two images are farther apart: every pixel changes from 0 to 1.
FARTHEST: Final = float(SIZE)


@dataclass(frozen=True, slots=True)
class DecoupledAttack(Attack):
    """The smallest perturbation in L2 that reaches the goal, by steps of adapted norm.

    Rony et al. 2019, "Decoupling direction and norm", algorithm 1: the direction follows
    the gradient of the cross-entropy of the logits; the norm shrinks by ``adapt`` while
    the image fools the network and grows while it does not. Every step is clipped to
    [0, 1] and rounded to 8 bits, so the network is only ever asked about valid images.

    Three things are the lab's own. A hidden unit's slope is taken as its own plus
    ``soften``, or saturated units would hide the way in 2 to 5 % of cases. ``soften`` and
    ``adapt`` fall to a tenth over the run: both help to find a way and hinder the last
    bit of it. ``momentum`` averages the directions. Together they save 3 % of the L2.
    """

    name: ClassVar[str] = "lab"
    title: ClassVar[str] = "The lab's own"
    summary: ClassVar[str] = "The smallest change that fools the network, as a valid image."
    source: ClassVar[str] = "Rony et al. 2019, arXiv:1811.09600, algorithm 1; softened, momentum"

    steps: int = parameter(
        100, "Steps", "How many times the image is changed.", minimum=1, maximum=5000, scale="log"
    )
    adapt: float = parameter(
        0.1,
        "Adapt",
        "By which share the perturbation's norm grows or shrinks at the first step.",
        minimum=0.001,
        maximum=0.5,
        scale="log",
    )
    soften: float = parameter(
        0.01,
        "Soften",
        "Added to the slope of saturating units at first, in the attack's gradient only.",
        minimum=0.0,
        maximum=0.25,
    )
    momentum: float = parameter(
        0.5,
        "Momentum",
        "How much of the last step's direction goes into the next.",
        minimum=0.0,
        maximum=0.95,
    )

    def iterate(
        self, passes: Passes, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Algorithm 1 with momentum, each step on the 8-bit grid."""
        originals = to_floats(problem.originals)
        basis = Levels(originals)
        norms: Array = np.ones((len(originals), 1, 1), dtype=np.float32)
        delta: Array = np.zeros_like(originals)
        trend: Array = np.zeros_like(originals)
        content, images = problem.originals, originals
        slope = cross_entropy_slope(problem.goals)
        for number in range(self.steps):
            left = 0.1 ** (number / self.steps)
            logits, gradient = passes.gradient(images, slope, self.soften * left)
            yield Step(number, content, logits, basis, squares(delta))
            trend = np.float32(self.momentum) * trend + _unit(gradient)
            delta = delta - self._rate(number, problem) * _unit(trend)
            reached = problem.reached(logits.argmax(axis=-1))[:, None, None]
            norms = norms * np.where(reached, 1 - self.adapt * left, 1 + self.adapt * left)
            norms = np.minimum(norms, FARTHEST).astype(np.float32)
            content = quantise(originals + norms * _unit(delta))
            images = to_floats(content)
            delta = images - originals
        yield Step(self.steps, content, passes.logits(images), basis, squares(delta))

    def _rate(self, number: int, problem: Problem) -> np.float32:
        """From 1 to .01 along a cosine, as in the paper; negative to get away from a label."""
        rate = 0.01 + 0.495 * (1 + np.cos(np.pi * number / self.steps))
        return np.float32(rate if problem.form == "targeted" else -rate)


def _unit(vectors: Array) -> Array:
    """Each (28, 28) of the batch divided by its norm; a zero stays zero."""
    sizes = l2(vectors)
    return vectors / np.where(sizes > 0, sizes, 1)[:, None, None]
