"""The smallest change: decoupled direction and norm, in logits, on valid images."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import cos, pi
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.closest.alma import ALMA
from advgui.core.attacks.closest.crossings import Crossings
from advgui.core.attacks.closest.flips import Flips
from advgui.core.attacks.closest.valid import Valid
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.attacks.shared_parameters import softening, step_count
from advgui.core.attacks.steps import Step
from advgui.core.images import SIZE, Array, each, unit
from advgui.core.language import tr
from advgui.core.nn.losses import Rivals
from advgui.core.parameters import parameter

# How much more the best rival of a label counts than one as far behind as the last, as the
# power of e, at the first step; ten times as much at the last.
SHARPNESS: Final = 6.0
# No two images are farther apart: every pixel changes from 0 to 1.
FARTHEST: Final = float(SIZE)
# What the last step has left of what helps to find a way and hinders the last bit of it.
LEFT: Final = 0.1
# After so many steps hardly anything is gained by more of the same.
ENOUGH: Final = 100
# The ways that the others go, one after the other: softened so many times as much, but no more
# than that, and how long the first step is. Each ends elsewhere: longer ones gain less.
WAYS: Final = ((3.0, 0.5), (25.0, 0.1), (3.0, 0.1), (25.0, 0.5))
SOFTEST: Final = 0.25
# A way of fewer steps does not get far enough to be worth it, unless it is the only one.
WORTH: Final = 300
# Over so many times as many steps is averaged what a flip is worth.
LONGER: Final = 5.0


@dataclass(frozen=True, slots=True)
class DDN(EvasionAttack):
    """The smallest perturbation in L2 that reaches the goal, by steps of adapted norm.

    Rony et al. 2019, "Decoupling direction and norm", algorithm 1: the direction follows
    the gradient of the cross-entropy of the logits, of which ``Rivals`` keeps what does not
    underflow; the norm shrinks by ``adapt`` while
    the image fools the network and grows while it does not. Every step is clipped to
    [0, 1] and rounded to 8 bits, so the network is only ever asked about valid images.

    Of more steps than ``ENOUGH``, the others are ``ALMA``'s, from the start anew and, where
    there are enough of them, again in other ``WAYS``: each ends elsewhere, often closer, and of
    all the closest is kept.

    A network that sees bits is attacked by ``Flips``: the norm is what they may cost together,
    and what each is worth is averaged ``LONGER``, as only the sign of a small change is seen.

    Four things are our own. A hidden unit's slope is taken as its own plus
    ``soften``, or saturated units would hide the way in 2 to 5 % of cases. ``soften`` and
    ``adapt`` fall to a tenth over the run: both help to find a way and hinder the last
    bit of it. ``momentum`` averages the directions. The rivals are told apart ever more sharply, by
    ``SHARPNESS``, on the scale of their own logits. Together they save 3 % of the L2 and more.
    """

    name: ClassVar[str] = "ddn"
    former_names: ClassVar[tuple[str, ...]] = ("lab",)
    title: ClassVar[str] = tr("Smallest change (DDN)")
    summary: ClassVar[str] = tr("The smallest change that fools the network, as a valid image.")
    source: ClassVar[str] = tr(
        "Rony et al. 2019, arXiv:1811.09600, algorithm 1; softened, momentum"
    )

    begins_elsewhere: ClassVar[bool] = True

    steps: int = step_count(100)
    adapt: float = parameter(
        0.1,
        tr("Adapt"),
        tr("By which share the perturbation's norm grows or shrinks at the first step."),
        minimum=0.001,
        maximum=0.5,
        scale="log",
    )
    soften: float = softening(at_first=True)
    momentum: float = parameter(
        0.5,
        tr("Momentum"),
        tr("How much of the last step's direction goes into the next."),
        minimum=0.0,
        maximum=0.95,
    )

    def total(self) -> int:
        """All its steps: nothing ends it sooner."""
        return self.steps

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Algorithm 1, and where it has more steps than it needs, an augmented Lagrangian."""
        flips = _flips(oracle, problem)
        own = min(self.steps, ENOUGH) if flips is None else self.steps
        yield from self._descent(oracle, problem, flips, own)
        for done, other in self._others(own):
            for step in islice(other.iterate(oracle, problem, random), 1, None):
                yield Step(done + step.number, step.content, step.logits, None, step.known)

    def _others(self, done: int) -> Iterator[tuple[int, ALMA]]:
        """What makes the steps that are left, and how many are done before each."""
        count = min(len(WAYS), max(1, (self.steps - done) // WORTH))
        ends = [done + (self.steps - done) * (way + 1) // count for way in range(count)]
        for end, (softer, first) in zip(ends, WAYS, strict=False):
            if end > done:
                yield (
                    done,
                    ALMA(steps=end - done, first=first, soften=min(softer * self.soften, SOFTEST)),
                )
            done = end

    def _descent(
        self, oracle: Oracle, problem: Problem, flips: Flips | Crossings | None, steps: int
    ) -> Iterator[Step]:
        """Algorithm 1 with momentum, each step on the 8-bit grid."""
        here, rivals = Valid(problem.originals, problem.starts), Rivals.of(problem.goals)
        norms: Array = np.ones(len(problem.goals), np.float32)
        if problem.starts is not None:
            norms = np.maximum(np.sqrt(here.squares), np.float32(1))
        trend: Array = np.zeros_like(here.images)
        way: Array = np.empty_like(trend)
        momentum = self.momentum if flips is None else 1 - (1 - self.momentum) / LONGER
        kept = np.array(momentum, np.float32)
        for number in range(steps):
            left = LEFT ** (number / steps)
            logits, gradient = self._slope(oracle, rivals, here.images, left)
            yield Step(number, here.content, logits, None, here.squares)
            trend *= kept
            trend += unit(gradient, out=gradient)
            unit(trend, out=way)
            way *= _rate(number, steps, problem)
            norms = _adapted(norms, problem.satisfied(logits), self.adapt * left)
            if flips is None:
                unit(np.subtract(here.changes, way, out=way), out=way)
                way *= each(norms)
                way += here.originals
                here.confine(way)
                here.move(way)
            else:
                here.show(flips.within(-way, norms[:, None, None]))
        yield Step(steps, here.content, oracle.logits(here.images), known=here.squares)

    def gradient(self, oracle: Oracle, problem: Problem, images: Array) -> Array:
        """As at the last step."""
        return self._slope(oracle, Rivals.of(problem.goals), images, LEFT)[1]

    def _slope(
        self, oracle: Oracle, rivals: Rivals, images: Array, left: float
    ) -> tuple[Array, Array]:
        """Logits and gradient, where so much of what is softened in it is left."""
        return oracle.gradient(images, rivals.slope(SHARPNESS / left), self.soften * left)


def _adapted(norms: Array, reached: Flags, share: float) -> Array:
    """The norms (n,), by that share less where the image has what is wanted, else by it more."""
    if len(norms) == 1:  # the same to the bit, in a third of the time
        one = norms.item() * (1 - share if reached[0] else 1 + share)
        return np.array([min(one, FARTHEST)], np.float32)
    changes = np.array((1 + share, 1 - share))
    changed: Array = np.minimum(norms * changes[reached.view(np.uint8)], FARTHEST)
    return changed.astype(np.float32)


def _rate(number: int, steps: int, problem: Problem) -> Array:
    """From 1 to .01 along a cosine, as in the paper; negative to get away from a label."""
    rate = 0.01 + 0.495 * (1 + cos(pi * number / steps))
    return np.array(rate if problem.form == "targeted" else -rate, np.float32)


def _flips(oracle: Oracle, problem: Problem) -> Flips | Crossings | None:
    """The choices that there are where the network sees few levels; None where it sees pixels."""
    cuts = oracle.network.cuts
    if len(cuts) > 1:
        return Crossings(problem.originals, cuts)
    return Flips(problem.originals, *cuts) if cuts else None
