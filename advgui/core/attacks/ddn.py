"""The lab's own attack: decoupled direction and norm, in logits, on valid images."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.attacks.base import Attack
from advgui.core.attacks.problem import Passes, Problem, Step
from advgui.core.images import Array, l2, to_floats
from advgui.core.losses import cross_entropy
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class DecoupledAttack(Attack):
    """The smallest perturbation in L2 that reaches the goal, by steps of adapted norm.

    Rony et al. 2019, "Decoupling direction and norm", algorithm 1: the direction follows
    the gradient of the cross-entropy of the logits; the norm shrinks by ``adapt`` while
    the image fools the network and grows while it does not. Every step is clipped to
    [0, 1] and rounded to 8 bits, so the network is only ever asked about valid images.
    A hidden sigmoid's slope is taken as a (1 - a) + ``soften``, or saturated units would
    hide the way in 2 to 5 % of cases.
    """

    name: ClassVar[str] = "lab"
    title: ClassVar[str] = "The lab's own"
    summary: ClassVar[str] = "The smallest change that fools the network, as a valid image."
    source: ClassVar[str] = "Rony et al. 2019, arXiv:1811.09600, algorithm 1; softened sigmoids"

    steps: int = parameter(
        100, "Steps", "How many times the image is changed.", minimum=1, maximum=5000, scale="log"
    )
    adapt: float = parameter(
        0.05,
        "Adapt",
        "By which share the perturbation's norm grows or shrinks at each step.",
        minimum=0.001,
        maximum=0.5,
        scale="log",
    )
    soften: float = parameter(
        0.02,
        "Soften",
        "Added to the slope of saturating units, in the attack's gradient only.",
        minimum=0.0,
        maximum=0.25,
    )

    def iterate(
        self, passes: Passes, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Algorithm 1, each step on the 8-bit grid."""
        originals = to_floats(problem.originals)
        sign = np.float32(1.0 if problem.form == "targeted" else -1.0)
        norms = np.ones(len(originals), dtype=np.float32)
        delta: Array = np.zeros_like(originals)
        images: Array = originals
        for number in range(self.steps):
            logits, _, gradient = passes.gradient(
                images, problem.goals, cross_entropy, self.soften
            )
            yield Step(number, images, logits, valid=True)
            # The rate falls from 1 to .01 along a cosine, as in the paper.
            rate = 0.01 + 0.495 * (1 + np.cos(np.pi * number / self.steps))
            delta -= np.float32(sign * rate) * _unit(gradient)
            reached = problem.reached(logits.argmax(axis=-1))
            norms *= np.where(reached, 1 - self.adapt, 1 + self.adapt).astype(np.float32)
            delta = norms[:, None, None] * _unit(delta)
            images = _snap(originals + delta)
            delta = images - originals
        yield Step(self.steps, images, passes.logits(images), valid=True)


def _unit(vectors: Array) -> Array:
    """Each (28, 28) of the batch divided by its norm; a zero stays zero."""
    sizes = l2(vectors)
    return vectors / np.where(sizes > 0, sizes, 1)[:, None, None]


def _snap(images: Array) -> Array:
    """Clipped to [0, 1] and rounded to the 8-bit grid, still as float32."""
    levels: Array = np.rint(np.clip(images, 0.0, 1.0) * np.float32(255.0))
    return levels / np.float32(255.0)
