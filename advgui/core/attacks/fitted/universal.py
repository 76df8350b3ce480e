"""One perturbation for all images: it is added to every one of them, whatever it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.budget.ball import BALLS
from advgui.core.attacks.budget.gains import bell, log_odds
from advgui.core.attacks.fitted.artefact import Artefact
from advgui.core.attacks.fitted.base import FittedAttack
from advgui.core.attacks.fitted.learning import Learning
from advgui.core.attacks.objective import Budget, Norm
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.shared_parameters import l2_budget, linf_budget
from advgui.core.images import LABELS, SIZE, Array, Labels, l2, to_floats, unit
from advgui.core.language import tr
from advgui.core.nn.losses import Slope
from advgui.core.parameters import Value, parameter
from advgui.core.resuming.checkpoints import Remembered

#: Images that a step looks at.
BATCH: Final = 128
#: The moves of a step, each by a part of its images: many rough looks get past low peaks, at which
#: few sure ones end.
MOVES: Final = 4
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
        whole = np.allclose(change, self.whole(self.inside(change)), atol=1e-5)
        return "" if whole else tr("is not inside its budget, in whole levels")

    def learn(self, oracle: Oracle, problem: Problem, random: np.random.Generator) -> Learning:
        """The perturbation, (28, 28), from nothing on."""
        return _Climb(self, oracle, problem, random)

    def rate(self, oracle: Oracle, problem: Problem, change: Array) -> float:
        """The share of some images that is fooled."""
        some = problem.of(slice(COMPARED))
        worn = to_floats(some.originals) + self.whole(change)
        labels = oracle.labels(np.clip(worn, 0, 1), of=np.arange(len(worn)))
        return float(some.reached(labels).mean())

    def whole(self, change: Array) -> Array:
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


class _Climb(Learning):
    """Steps by batches; where there is no goal, ten beginnings first, one toward each label.

    ``lead`` is the median of the leads by which images are read, in logits. What is learned by
    now is the best of the beginnings so far, and then what becomes of that.
    """

    def __init__(
        self,
        attack: _Universal,
        oracle: Oracle,
        problem: Problem,
        random: np.random.Generator,
    ) -> None:
        super().__init__(attack.total())
        self._attack, self._oracle, self._random = attack, oracle, random
        self._problem, self._images = problem, to_floats(problem.originals)
        self._lead = _lead(oracle, problem)
        away = problem.form == "untargeted"
        self._each = int(BEGINNING * attack.steps) // LABELS if away else 0
        self._change = self._speed = self._best = np.zeros((SIZE, SIZE), np.float32)
        self._highest = -1.0

    @property
    def arrays(self) -> Mapping[str, Array]:
        """In whole levels."""
        return {"perturbation": self._attack.whole(self._best)}

    def step(self, number: int) -> None:
        """One of a beginning, at whose end it is compared, or one of what goes on."""
        before = LABELS * self._each
        if number > before:
            first, count = MOVES * (number - 1 - before), MOVES * (self._attack.steps - before)
            for move in range(first, first + MOVES):
                self._move(self._problem, move, count, NARROW, BATCH // MOVES)
            self._best = self._change
        else:
            self._begin(*divmod(number - 1, self._each))

    def _begin(self, goal: int, number: int) -> None:
        """The step of that number, from 0, toward a goal."""
        if not number:
            self._change = np.zeros_like(self._best)
        self._move(self._toward(goal), number, self._each, WIDE, BATCH)
        if number == self._each - 1:
            self._compare()

    def _toward(self, goal: int) -> Problem:
        problem = self._problem
        return Problem(problem.originals, np.full_like(problem.goals, goal))

    def _move(
        self, problem: Problem, number: int, count: int, last_width: float, images: int
    ) -> None:
        """The move of that number, from 0, of ``count`` to the last width in leads.

        It looks at so many images. Every move is a little shorter, and softens a little less.
        """
        if not number:
            self._speed = np.zeros_like(self._change)
        width = self._lead * WIDE * (last_width / WIDE) ** (number / count)
        gradient = self._gradient(problem, self._change, width, images)
        mean = np.abs(gradient).mean()
        self._speed = np.float32(MOMENTUM) * self._speed + (gradient / mean if mean > 0 else 0)
        pace = np.float32(PACE * (1 - number / count))
        self._change = self._attack.inside(self._change + pace * self._attack.step(self._speed))

    def _compare(self) -> None:
        """The best beginning is gone on with."""
        rate = self._attack.rate(self._oracle, self._problem, self._change)
        if rate > self._highest:
            self._best, self._highest = self._change, rate
        self._change = self._best

    def _gradient(self, problem: Problem, change: Array, width: float, images: int) -> Array:
        """Of the softened share of so many images; what is clipped has no slope."""
        batch = self._random.integers(0, len(self._images), images)
        worn = self._images[batch] + change
        sign = 1.0 if problem.form == "untargeted" else -1.0
        slope = Slope(partial(_softened_slope, sign, width), (problem.goals[batch],))
        _, gradients = self._oracle.gradient(np.clip(worn, 0, 1), slope, of=batch)
        gradients *= (worn >= 0) & (worn <= 1)
        mean: Array = gradients.mean(axis=0)
        return mean

    def known(self) -> Remembered:
        """The perturbation, how it moves, and the best beginning."""
        arrays = {"change": self._change, "speed": self._speed, "best": self._best}
        return Remembered({"highest": self._highest}, arrays)

    def know(self, known: Remembered) -> None:
        """Of these images."""
        shape = (SIZE, SIZE)
        found = known.arrays
        self._change, self._speed = found["change"].reshape(shape), found["speed"].reshape(shape)
        self._best = found["best"].reshape(shape)
        self._highest = float(known.values["highest"])


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
