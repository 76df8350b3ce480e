"""One perturbation for all images: it is added to every one of them, whatever it shows."""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.budget.ball import BALLS
from advgui.core.attacks.budget.gains import bell, log_odds
from advgui.core.attacks.fitted.artefact import Artefact
from advgui.core.attacks.fitted.base import FittedAttack
from advgui.core.attacks.objective import Budget, Norm
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.shared_parameters import l2_budget, linf_budget
from advgui.core.images import LABELS, SIZE, Array, Labels, l2, to_floats, unit
from advgui.core.language import tr
from advgui.core.nn.losses import Slope
from advgui.core.parameters import Value, parameter

#: Images that a step looks at.
BATCH: Final = 128
#: Images by which directions are compared that are begun in.
COMPARED: Final = 500
#: The length of the first step, in budgets; of the last it is nearly nothing.
PACE: Final = 0.3
#: How much of the step before goes into the next.
MOMENTUM: Final = 0.9
#: The part of the steps that looks for where to begin, where there is no goal.
BEGINNING: Final = 0.25
#: The width of the softening at the first step and at the last, in medians of the leads by which
#: the network reads.
WIDE: Final = 0.3
NARROW: Final = 0.05


@dataclass(frozen=True, slots=True)
class _Universal(FittedAttack):
    """v <- P(v + alpha step(gradient of the share that x + v fools)), x running over batches.

    Moosavi-Dezfooli et al. 2017, algorithm 1, adds up the smallest changes of one image after
    the other, which is slower and fools less. Here the one pooled objective is followed, over
    batches of clipped images and with momentum, as Shafahi et al. 2020 (arXiv:1811.11304) do.
    Where these cut a loss off, an image counts for
    s(m / w) here: m are the log-odds against its label (or for the goal), s is the sigmoid, and
    w a part of the network's median lead: the share that is fooled, softened. The nearer the
    last step is, the narrower w becomes, as what counts in the end is the share itself. It has
    a maximum for about every label that the images could be driven to. So without a goal some
    steps are made toward each of the ten first, and the best beginning is gone on with.

    What is learned are whole levels of 255, so that the budget holds on the bytes of all images.
    """

    former_defaults: ClassVar[Mapping[str, tuple[Value, ...]]] = {"images": (4000,)}

    steps: int = parameter(
        1000,
        tr("Steps"),
        tr("How many batches of images it learns from, one after the other."),
        minimum=20,
        maximum=20000,
        scale="log",
        role="effort",
    )
    budget: float = linf_budget(0.2)

    def total(self) -> int:
        """The steps, those among them that look for where to begin."""
        return self.steps

    def limit(self) -> Budget:
        """As it was set."""
        return Budget(self.norm, self.budget)

    def shapes(self) -> Mapping[str, tuple[int, ...]]:
        """One image of changes."""
        return {"perturbation": (SIZE, SIZE)}

    def misfit(self, arrays: Mapping[str, Array]) -> str:
        """Whether it is what its budget allows."""
        change = arrays["perturbation"]
        whole = np.allclose(change, self._whole(self.inside(change)), atol=1e-5)
        return "" if whole else tr("is not inside its budget, in whole levels")

    def learn(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Mapping[str, Array]]:
        """The perturbation, (28, 28), from nothing on."""
        change = np.zeros((SIZE, SIZE), np.float32)
        yield self._learned(change)
        climb = _Climb(self, oracle, to_floats(problem.originals), _lead(oracle, problem), random)
        each = int(BEGINNING * self.steps) // LABELS if problem.form == "untargeted" else 0
        if each:
            change = yield from self._begun(climb, problem, each)
        for newer in climb.steps(problem, change, self.steps - LABELS * each, NARROW):
            yield self._learned(newer)

    def _begun(
        self, climb: "_Climb", problem: Problem, each: int
    ) -> Generator[Mapping[str, Array], None, Array]:
        """The best of ten beginnings, one toward each label; the best so far is yielded."""
        best, highest = np.zeros((SIZE, SIZE), np.float32), -1.0
        for goal in range(LABELS):
            toward = Problem(problem.originals, np.full_like(problem.goals, goal))
            *before, change = climb.steps(toward, np.zeros_like(best), each, WIDE)
            yield from (self._learned(best) for _ in before)
            rate = self._rate(climb.oracle, problem, change)
            if rate > highest:
                best, highest = change, rate
            yield self._learned(best)
        return best

    def _rate(self, oracle: Oracle, problem: Problem, change: Array) -> float:
        """The share of some images that is fooled."""
        some = problem.of(slice(COMPARED))
        worn = to_floats(some.originals) + self._whole(change)
        labels = oracle.labels(np.clip(worn, 0, 1), of=np.arange(len(worn)))
        return float(some.reached(labels).mean())

    def _learned(self, change: Array) -> Mapping[str, Array]:
        return {"perturbation": self._whole(change)}

    def _whole(self, change: Array) -> Array:
        """In whole levels, and inside the budget on them."""
        sizes = np.abs(change)[None]
        levels = BALLS[self.norm](self.budget).rounded(sizes, np.zeros(sizes.shape, np.uint8))[0]
        return np.sign(change) * to_floats(levels)

    def apply(self, artefact: Artefact, images: Array, goals: Labels | None) -> Array:
        """The sum."""
        return images + artefact.arrays["perturbation"]

    def step(self, direction: Array) -> Array:
        """The steepest step of one budget."""
        size = np.float32(BALLS[self.norm](self.budget).size)
        steepest = np.sign(direction) if self.norm == "linf" else unit(direction[None])[0]
        return size * steepest

    def inside(self, change: Array) -> Array:
        """The nearest perturbation in the budget."""
        size = np.float32(BALLS[self.norm](self.budget).size)
        if self.norm == "linf":
            return np.clip(change, -size, size)
        factor = np.minimum(1, size / np.maximum(l2(change), size), dtype=np.float32)
        return np.clip(change * factor, -1, 1)


@dataclass(frozen=True, slots=True)
class Universal(_Universal):
    """One perturbation by which no pixel changes by more than the budget."""

    name: ClassVar[str] = "universal"
    title: ClassVar[str] = tr("One for all, L∞ (universal perturbation)")
    summary: ClassVar[str] = tr("One perturbation that fools whatever image wears it.")
    source: ClassVar[str] = (
        "Moosavi-Dezfooli et al. 2017, arXiv:1610.08401; learned as by Shafahi et al. 2020, "
        "arXiv:1811.11304"
    )
    norm: ClassVar[Norm] = "linf"


@dataclass(frozen=True, slots=True)
class UniversalL2(_Universal):
    """One perturbation whose Euclidean norm is at most the budget."""

    name: ClassVar[str] = "universal-l2"
    title: ClassVar[str] = tr("One for all, L2 (universal perturbation)")
    summary: ClassVar[str] = tr(
        "One perturbation of a Euclidean budget that fools whatever wears it."
    )
    source: ClassVar[str] = Universal.source
    norm: ClassVar[Norm] = "l2"

    budget: float = l2_budget(3.0)


@dataclass(frozen=True, slots=True, eq=False)
class _Climb:
    """Steps by batches of the images (n, 28, 28); ``lead`` is the median of theirs, in logits."""

    attack: _Universal
    oracle: Oracle
    images: Array
    lead: float
    random: np.random.Generator

    def steps(
        self, problem: Problem, change: Array, count: int, last_width: float
    ) -> Iterator[Array]:
        """The perturbation after each step from this one on.

        Every step is a little shorter, and softens a little less, to the last width in leads.
        """
        speed = np.zeros_like(change)
        for number in range(count):
            width = self.lead * WIDE * (last_width / WIDE) ** (number / count)
            gradient = self._gradient(problem, change, width)
            mean = np.abs(gradient).mean()
            speed = np.float32(MOMENTUM) * speed + (gradient / mean if mean > 0 else 0)
            pace = np.float32(PACE * (1 - number / count))
            change = self.attack.inside(change + pace * self.attack.step(speed))
            yield change

    def _gradient(self, problem: Problem, change: Array, width: float) -> Array:
        """Of the softened share of a batch; what is clipped has no slope."""
        batch = self.random.integers(0, len(self.images), BATCH)
        worn = self.images[batch] + change
        sign = 1.0 if problem.form == "untargeted" else -1.0
        slope = Slope(partial(_softened_slope, sign, width), (problem.goals[batch],))
        _, gradients = self.oracle.gradient(np.clip(worn, 0, 1), slope, of=batch)
        gradients *= (worn >= 0) & (worn <= 1)
        mean: Array = gradients.mean(axis=0)
        return mean


def _softened_slope(sign: float, width: float, logits: Array, labels: Labels) -> Array:
    """The gradient of s(m / w): of the log-odds against the labels, or for them."""
    values, gradient = log_odds(logits, labels)
    gradient *= np.float32(sign) * bell(values / np.float32(width))[:, None]
    return gradient


def _lead(oracle: Oracle, problem: Problem) -> float:
    """The median of the leads by which some images are read as they are."""
    images = to_floats(problem.of(slice(COMPARED)).originals)
    ordered = np.sort(oracle.logits(images, of=np.arange(len(images))), axis=1)
    return max(float(np.median(ordered[:, -1] - ordered[:, -2])), 1e-6)
