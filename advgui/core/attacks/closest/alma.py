"""An augmented Lagrangian: distance and goal balanced by a multiplier that is learned."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Final

import numpy as np

from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.closest.margins import behind_slope, shortfalls
from advgui.core.attacks.closest.valid import Valid
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import TIE, Problem
from advgui.core.attacks.shared_parameters import softening, step_count
from advgui.core.attacks.steps import Step
from advgui.core.images import Array, each, l2
from advgui.core.language import tr
from advgui.core.parameters import parameter

#: An array (n,), or of one image a plain number.
Numbers = Any

#: What is left of the first rate, and of what is softened, at the last step.
LEFT: Final = 0.01
#: How often the penalty may grow: once in so many steps, if nothing has helped in these.
PATIENCE_STEPS: Final = 10
#: A shortfall that has fallen below this share of itself has helped.
IMPROVED: Final = 0.95
#: So many times as large is the penalty then.
GROWTH: Final = 1.2
#: Multipliers and penalties stay where float64 can square them.
LEAST: Final = 1e-6
MOST: Final = 1e12
#: Gradients at a pixel beyond which float32 would not hold the sum of their squares.
LARGEST: Final = np.float32(1e17)
#: A mean square is never smaller, so that a pixel without any slope stays where it is.
SMALLEST: Final = np.float32(1e-20)


@dataclass(frozen=True, slots=True)
class ALMA(EvasionAttack):
    """Minimise |x - x0|^2 + P(y, rho, mu), y being by how much the goal's lead falls short.

    Rony et al. 2021, algorithm 1: P is the penalty of ``Multipliers``; its multiplier mu
    follows P's own slope, averaged by ``average``, and rho grows where nothing has fooled the
    network lately and y has not fallen. Steps are scaled by the root of the averaged squared
    gradient, as in RMSprop, and get a hundred times shorter over the run; the first one is
    ``first`` long.

    Four things are our own. The gradient is asked at the rounded image, so what fools is never
    lost to rounding. y is in units of what the original lacks, where the paper divides by a
    difference of logits: the scale of the logits does not matter, and y's slope is a plain
    one. ``momentum`` carries steps on. And a hidden unit's slope is taken as its own plus
    ``soften``, which falls to a hundredth, or saturated units would hide the way.
    """

    name: ClassVar[str] = "alma"
    title: ClassVar[str] = tr("Augmented Lagrangian (ALMA)")
    summary: ClassVar[str] = tr("A very small change, found by many patient steps.")
    source: ClassVar[str] = tr("Rony et al. 2021, arXiv:2011.11857, algorithm 1; softened")

    begins_elsewhere: ClassVar[bool] = True

    steps: int = step_count(1000)
    first: float = parameter(
        0.1,
        tr("First step"),
        tr("How long the first step is, in L2; the last one is a hundredth of it."),
        minimum=0.001,
        maximum=5.0,
        scale="log",
    )
    momentum: float = parameter(
        0.8,
        tr("Momentum"),
        tr("How much of the last step goes into the next."),
        minimum=0.0,
        maximum=0.95,
    )
    average: float = parameter(
        0.9,
        tr("Average"),
        tr("How much of the multiplier, and of the squared gradient, is kept from step to step."),
        minimum=0.0,
        maximum=0.99,
    )
    soften: float = softening(0.03, at_first=True)

    def total(self) -> int:
        """All its steps: nothing ends it sooner."""
        return self.steps

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Algorithm 1; each step's image on the 8-bit grid."""
        here = Valid(problem.originals, problem.starts)
        real, spare = here.images.copy(), np.empty_like(here.originals)
        lacking = np.maximum(shortfalls(problem, oracle.logits(here.originals)), TIE)
        slope, multipliers = behind_slope(problem, 1 / lacking), Multipliers(len(lacking))
        pace = Pace(self.first, self.average, self.momentum)
        for number in range(self.steps):
            left = LEFT ** (number / self.steps)
            logits, away = oracle.gradient(here.images, slope, self.soften * left)
            yield Step(number, here.content, logits, None, here.squares)
            y = (problem.wanted_lead + TIE - problem.leads(logits)) / lacking
            away *= multipliers.weights(y, self.average)
            np.subtract(real, here.originals, out=spare)
            spare += spare
            away += spare
            real -= np.multiply(pace(away), np.array(left, np.float32), out=spare)
            here.confine(real)
            np.copyto(spare, real)
            here.move(spare)
        yield Step(self.steps, here.content, oracle.logits(here.images), None, here.squares)

    def gradient(self, oracle: Oracle, problem: Problem, images: Array) -> Array:
        """That of the lead over the best rival."""
        slope = behind_slope(problem, np.ones(len(images)))
        return oracle.gradient(images, slope, self.soften * LEFT)[1]


class Pace:
    """How far to go along a gradient: by RMSprop, with momentum, in memory of its own."""

    def __init__(self, first: float, average: float, momentum: float) -> None:
        """The first change is about ``first`` long, in L2, where there is any slope."""
        self._first = first
        self._average = np.array(average, np.float32)
        self._rest = np.array(1 - self._average)
        self._momentum = np.array(momentum, np.float32)
        self._rates: Array = np.zeros(())
        self._begun = False

    def __call__(self, gradients: Array) -> Array:
        """What to take from images with these gradients (n, 28, 28), until it is asked again."""
        if not self._begun:
            self._begin(gradients)
        step, spare, mean_square = self._step, self._spare, self._mean_square
        np.maximum(gradients, self._low, out=step)
        np.minimum(step, self._high, out=step)
        np.multiply(step, self._rest, out=spare)
        spare *= step
        mean_square *= self._average
        mean_square += spare
        np.maximum(mean_square, self._least, out=mean_square)
        step *= self._rates
        step /= np.sqrt(mean_square, out=spare)
        self._change *= self._momentum
        self._change += step
        return self._change

    def _begin(self, gradients: Array) -> None:
        """The rates that make the first change as long as it shall be, and what is remembered."""
        self._begun = True
        sizes = l2(np.clip(gradients, -LARGEST, LARGEST))
        self._rates = each(np.float32(self._first) / np.where(sizes > 0, sizes, 1))
        self._mean_square, self._change = np.ones_like(gradients), np.zeros_like(gradients)
        self._step, self._spare = np.empty_like(gradients), np.empty_like(gradients)
        # Bounds in arrays of their own are compared in a quarter of the time.
        self._low, self._high = np.full_like(gradients, -LARGEST), np.full_like(gradients, LARGEST)
        self._least = np.full_like(gradients, SMALLEST)


class Multipliers:
    """For each of n images, what its goal weighs beside its distance.

    The penalty P(y) of a constraint y < 0 (Birgin et al. 2005; Rony et al. 2021, section 3.2)
    is mu y + mu rho y^2 + rho^2 y^3 / 6 from y = 0 on, and mu y / (1 - rho y) below.

    One image's are plain numbers, for which Python needs a fifth of numpy's time.
    """

    def __init__(self, images: int) -> None:
        """All at 1."""
        self._one = one = images == 1
        self._larger: Any = max if one else np.maximum
        self._smaller: Any = min if one else np.minimum
        self.mu: Numbers = 1.0 if one else np.ones(images)
        self.rho: Numbers = self.mu
        self._lowest: Numbers = np.inf * self.mu
        self._fooled: Any = self.mu < 0
        self._steps = 0

    def weights(self, y: Array, average: float) -> Array:
        """What ``learn`` says, as the gradients of the images (n, 28, 28) are multiplied by it."""
        learned = self.learn(y.item() if self._one else y, average)
        found: Array = np.asarray(learned, np.float32)
        return found if self._one else found[:, None, None]

    def learn(self, y: Numbers, average: float) -> Numbers:
        """The slopes P'(y) (n,) at these y (n,), once mu and rho have followed them."""
        self._steps += 1
        self._fooled = self._fooled | (y < 0)
        share, rest = self._parts(y)
        mu = average * self.mu + (1 - average) * (share * self.mu + rest)
        self.mu = self._smaller(self._larger(mu, LEAST), MOST)
        if self._steps % PATIENCE_STEPS == 0:
            helped = self._fooled | (y < IMPROVED * self._lowest)
            grown = self._smaller(GROWTH * self.rho, MOST)
            self.rho = helped * self.rho + (1 - helped) * grown
            self._lowest, self._fooled = y, self.mu < 0
            share, rest = self._parts(y)
        return share * self.mu + rest

    def _parts(self, y: Numbers) -> tuple[Numbers, Numbers]:
        """P'(y) is the first times mu, plus the second: one has no part below 0, one above."""
        above = self.rho * self._larger(y, 0)
        below = 1 - self.rho * self._smaller(y, 0)
        return (1 + 2 * above) / (below * below), above * above / 2
