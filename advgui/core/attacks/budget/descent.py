"""The one loop of all attacks that follow the slope inside a budget."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, NamedTuple, Protocol

import numpy as np

from advgui.core.attacks.alike import drawn_alike
from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.budget.ball import BALLS, Ball
from advgui.core.attacks.budget.bit_search import BitSearch
from advgui.core.attacks.budget.gains import LOSSES, Gain, gain
from advgui.core.attacks.objective import Budget, Objective, Surest
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.attacks.shared_parameters import linf_budget
from advgui.core.attacks.steps import Step
from advgui.core.images import LABELS, Array, Bytes, Labels, to_floats
from advgui.core.language import tr
from advgui.core.parameters import parameter


def try_count(help: str = "", default: int = 1) -> int:
    """The row of those that may begin anew, with a ``help`` of its own where a part of it does."""
    return parameter(
        default,
        tr("Tries"),
        help or tr("How often it begins anew, at random, while an image is not fooled."),
        minimum=1,
        maximum=100,
        scale="log",
    )


def first_start(help: str) -> str:
    """The row of those that may begin at the drawing, in the first try of something."""
    return parameter(
        "random",
        tr("Start from"),
        help,
        choices=("random", "drawing"),
    )


def reach_of_all(default: float) -> float:
    """The row of those whose steps are of one length, which follows from this."""
    return parameter(
        default,
        tr("Reach"),
        tr("How far all steps go together, in budgets."),
        minimum=0.1,
        maximum=100.0,
        scale="log",
    )


def climbed_loss() -> str:
    """The row of those that may climb another loss."""
    return parameter(
        "cross-entropy",
        tr("Loss"),
        tr(
            "What is climbed: the cross-entropy, the lead in logits (margin), that lead by "
            "their spread (dlr), the report's squared error, or the cross-entropy as it is "
            "(bare-cross-entropy), whose slope is 0 where a network is very sure."
        ),
        choices=tuple(LOSSES),
    )


class Pace(Protocol):
    """How far to go from one step to the next; one for every try, as it may remember."""

    def __call__(self, changes: Array, gains: Array, gradient: Array) -> Array:
        """The next perturbations (m, 28, 28), from these, their gains (m,) and gradient."""
        ...


Look = Callable[[Array], tuple[Array, Array]]
"""What a step asks: the logits (m, 10) of images (m, 28, 28), and the gradient to be followed."""


def straight(oracle: Oracle, climbed: Gain, rows: Labels, soften: float) -> Look:
    """The images themselves, ``rows`` of the run, and the gradient of what is climbed at them."""
    return partial(oracle.gradient, slope=climbed.slope, soften=soften, of=rows)


class Try(NamedTuple):
    """One way up: what is climbed, where it begins and how it goes on.

    ``start`` makes the first perturbations of originals (m, 28, 28), ``pace`` the pace for
    these originals, and ``look`` what each step asks. ``region`` says where the images of some
    rows may change at all, (m, 28, 28); None for everywhere.
    """

    gain: Gain
    start: Callable[[Array], Array]
    pace: Callable[[Array], Pace]
    look: Callable[[Oracle, Gain, Labels, float], Look] = straight
    region: Callable[[Oracle, Labels], Flags] | None = None


@dataclass(frozen=True, slots=True)
class BudgetAttack(EvasionAttack):
    """The surest valid image inside a budget. A subclass says which tries are made.

    The perturbation is of real numbers, and the network is shown the valid image that it
    stands for, the gradient at which is taken for its own: many steps are shorter than a
    level, and what is judged, shown and saved is all that the network is asked about.

    One that ``flips`` searches by ``BitSearch`` where the network sees bits, from the starts of
    its tries and in as many steps: there is no slope to follow then, whatever the loss.

    Asked to begin elsewhere, its first try does, at the nearest image inside the budget.
    """

    flips: ClassVar[bool] = False
    begins_elsewhere: ClassVar[bool] = True

    budget: float = linf_budget(0.1)

    @property
    def climbed(self) -> str:
        """The loss that is climbed first, by its name."""
        return "cross-entropy"

    @property
    def ball(self) -> Ball:
        """What the budget allows."""
        return BALLS[self.norm](self.budget)

    @property
    def length(self) -> int:
        """How many steps a try has."""
        return 1

    @property
    def softened(self) -> float:
        """What is added to the slope of hidden units that saturate, in the gradient only."""
        return 0.0

    @property
    def most(self) -> int:
        """How many tries there are at most."""
        return 1

    def total(self) -> int:
        """The steps of all tries, each of which begins with one more, its start."""
        return self.most * (self.length + 1) - 1

    def limit(self) -> Budget:
        """The budget, as far as 8-bit images can use it."""
        return Budget(self.norm, self.ball.size)

    def objective(self, problem: Problem) -> Objective:
        """Whatever is inside will do: the surest is best."""
        return Surest(problem)

    @abstractmethod
    def tries(self, problem: Problem, random: np.random.Generator) -> Iterable[Try]:
        """All that are made: the first for every image, others for those not fooled yet."""

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """One try after the other, until every image is fooled."""
        whole = to_floats(problem.originals)
        first, content = 0, problem.originals
        logits: Array = np.zeros((len(whole), LABELS), np.float32)
        fooled = np.zeros(len(whole), bool)
        climb = partial(self._climbed, oracle, problem)
        if self.flips and oracle.network.parts_at is not None:
            climb = partial(self._flipped, oracle, problem, random, oracle.network.parts_at)
        for number, one in enumerate(self.tries(problem, random)):
            rows = np.flatnonzero(~fooled)
            if not len(rows):
                return
            if number == 0 and problem.starts is not None:
                one = one._replace(start=partial(self._within, problem.starts))
            for step, (shown, read) in enumerate(climb(one, rows)):
                content, logits = content.copy(), logits.copy()
                content[rows], logits[rows] = shown, read
                fooled[rows] |= problem.satisfied(logits)[rows]
                yield Step(first + step, content, logits)
            first += self.length + 1

    def _within(self, starts: Bytes, originals: Array) -> Array:
        """The changes inside the budget that come nearest to some images, of all originals."""
        return self.ball.project(to_floats(starts) - originals, originals)

    def _climbed(
        self, oracle: Oracle, problem: Problem, one: Try, rows: Labels
    ) -> Iterator[tuple[Bytes, Array]]:
        """The valid images and logits of each step of some rows."""
        ball, originals = self.ball, problem.originals[rows]
        whole, climbed = to_floats(originals), one.gain.of(rows)
        pace, changes = one.pace(whole), one.start(whole)
        look = one.look(oracle, climbed, rows, self.softened)
        region = one.region(oracle, rows) if one.region else None
        if region is not None:
            changes *= region
        for _ in range(self.length):
            shown = ball.rounded(changes, originals)
            logits, gradient = look(to_floats(shown))
            yield shown, logits
            if region is not None:
                gradient *= region
            changes = pace(changes, climbed.values(logits), gradient)
        shown = ball.rounded(changes, originals)
        yield shown, oracle.logits(to_floats(shown), of=rows)

    def _flipped(
        self,
        oracle: Oracle,
        problem: Problem,
        random: np.random.Generator,
        threshold: float,
        one: Try,
        rows: Labels,
    ) -> Iterator[tuple[Bytes, Array]]:
        """The same where bits are all that the network sees."""
        originals = problem.originals[rows]
        start = self.ball.rounded(one.start(to_floats(originals)), originals)
        search = BitSearch(problem, rows, threshold, round(self.ball.size * 255), start)
        for _ in range(self.length):
            shown, slope = search.images, search.gain.slope
            logits, gradient = oracle.gradient(to_floats(shown), slope, self.softened, of=rows)
            yield shown, logits
            search.move(oracle, logits, gradient, random)
        yield search.images, oracle.logits(to_floats(search.images), of=rows)

    def gradient(self, oracle: Oracle, problem: Problem, images: Array) -> Array:
        """That of the loss that is climbed first."""
        return oracle.gradient(images, gain(self.climbed, problem).slope)[1]


def starts(
    ball: Ball, first: str, count: int, random: np.random.Generator
) -> Iterator[Callable[[Array], Array]]:
    """Where so many tries begin: at random, but the first where it is to be the drawing."""
    for number in range(count):
        drawn = number > 0 or first == "random"
        inside = partial(ball.inside, random=random)
        yield partial(drawn_alike, draw=inside) if drawn else from_original


def from_original(originals: Array) -> Array:
    """The start that changes nothing."""
    return np.zeros_like(originals)


@dataclass(slots=True)
class Steady:
    """Steps of one length, each cut off at the ball and the box.

    With ``decay``, along the sum of all gradients so far, each counted as one, and the less
    the longer ago it is (Dong et al. 2018, equation 6). ``fading`` over so many steps, each is
    shorter by as much than the one before, to nothing; together they are as long.
    """

    ball: Ball
    originals: Array
    length: float
    decay: float = 0.0
    fading: int = 0
    _sum: Array | None = None
    _number: int = 0

    def __call__(self, changes: Array, gains: Array, gradient: Array) -> Array:
        """One step on, whatever has been gained."""
        if self.decay:
            gradient = _averaged(gradient)
            if self._sum is not None:
                gradient += np.float32(self.decay) * self._sum
            self._sum = gradient
        step = self.ball.steepest(gradient, changes, self.originals)
        length = self.length * (2 * (1 - self._number / self.fading) if self.fading else 1)
        self._number += 1
        return self.ball.project(changes + np.float32(length) * step, self.originals)


def _averaged(gradients: Array) -> Array:
    """Each (28, 28) over the sum of its sizes; a zero stays zero."""
    peaks = np.abs(gradients).max(axis=(1, 2), keepdims=True)
    scaled = gradients / np.where(peaks > 0, peaks, 1)
    sums = np.abs(scaled).sum(axis=(1, 2), keepdims=True)
    averaged: Array = scaled / np.where(sums > 0, sums, 1)
    return averaged
