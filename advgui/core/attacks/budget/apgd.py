"""Auto-PGD: projected gradient descent that chooses its own step."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.budget.ball import Ball
from advgui.core.attacks.budget.descent import (
    BudgetAttack,
    Try,
    first_start,
    starts,
    try_count,
)
from advgui.core.attacks.budget.gains import Gain, gain, targeted_ratio
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.problem import Flags, Form, Problem
from advgui.core.attacks.shared_parameters import l2_budget, softening, step_count
from advgui.core.images import LABELS, Array
from advgui.core.language import tr
from advgui.core.parameters import parameter

#: The share of a step's own way that is taken; the rest is that of the step before.
STRIDE: Final = 0.75
#: The share of steps between two checkpoints that must have gained something.
GAINING: Final = 0.75
#: When the first checkpoint is, how much sooner each next one, and the least between two; as
#: shares of all steps.
FIRST, SOONER, LEAST = 0.22, 0.03, 0.06


@dataclass(frozen=True, slots=True)
class _Auto(BudgetAttack):
    """PGD with momentum whose step is halved, for each image, where it gains no more.

    Croce and Hein 2020, algorithm 1: the first step is twice the budget; at checkpoints that
    come ever closer, an image goes back to its best point with half the step if less than
    three quarters of the steps gained, or if nothing has changed since the last one. Away
    from a label, *all* tries the cross-entropy and then, for images not fooled yet, the
    targeted DLR loss of every other label, as their AutoAttack does; toward a goal, the
    cross-entropy and then the DLR loss of the goal.
    """

    steps: int = step_count(100, least=2)
    restarts: int = try_count(
        tr("How often each loss begins anew, at random, while an image is not fooled.")
    )
    start: str = first_start(
        tr("A random point of the budget, or the drawing itself, for the first try of a loss.")
    )
    loss: str = parameter(
        "all",
        tr("Loss"),
        tr(
            "What is climbed: the cross-entropy, the lead in logits by their spread (dlr), "
            "the same toward each other label (targeted-dlr), or the first of these, then the "
            "last (all)."
        ),
        choices=("all", "cross-entropy", "dlr", "targeted-dlr"),
    )

    soften: float = softening()

    @property
    def softened(self) -> float:
        """As it was set."""
        return self.soften

    @property
    def length(self) -> int:
        """All steps of a try."""
        return self.steps

    @property
    def most(self) -> int:
        """All losses, each so often."""
        losses = {"all": LABELS, "targeted-dlr": LABELS - 1}.get(self.loss, 1)
        return self.restarts * losses

    def work(self, form: Form, images: int = 1) -> int:
        """Toward a goal there is no label but that one to be tried."""
        losses = 2 if self.loss == "all" else 1
        goal = self.restarts * losses * (self.length + 1) - 1
        return goal if form == "targeted" else self.total()

    def tries(self, problem: Problem, random: np.random.Generator) -> Iterator[Try]:
        """One loss after the other."""
        pace = partial(Adaptive, self.ball, steps=self.steps)
        for climbed in self._gains(problem):
            for begin in starts(self.ball, self.start, self.restarts, random):
                yield Try(climbed, begin, pace)

    def _gains(self, problem: Problem) -> Iterator[Gain]:
        if self.loss in ("all", "cross-entropy"):
            yield gain("cross-entropy", problem)
        if self.loss == "dlr" or (self.loss != "cross-entropy" and problem.form == "targeted"):
            yield gain("dlr", problem)
        elif self.loss != "cross-entropy":
            for ahead in range(1, LABELS):
                rivals = (problem.goals + ahead) % LABELS
                yield Gain(targeted_ratio, 1.0, (problem.goals, rivals))


@dataclass(frozen=True, slots=True)
class APGD(_Auto):
    """Auto-PGD where no pixel may change by more than the budget."""

    name: ClassVar[str] = "apgd"
    title: ClassVar[str] = tr("Projected gradient, own step, L∞ (APGD)")
    summary: ClassVar[str] = tr("PGD that chooses its own step and tries several losses.")
    source: ClassVar[str] = tr("Croce and Hein 2020, arXiv:2003.01690, algorithm 1")
    norm: ClassVar[Norm] = "linf"
    flips: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class APGDL2(_Auto):
    """Auto-PGD where the Euclidean norm is at most the budget."""

    name: ClassVar[str] = "apgd-l2"
    title: ClassVar[str] = tr("Projected gradient, own step, L2 (APGD)")
    summary: ClassVar[str] = tr("PGD that chooses its own step, within an L2 budget.")
    source: ClassVar[str] = tr("Croce and Hein 2020, arXiv:2003.01690, algorithm 1")
    norm: ClassVar[Norm] = "l2"

    budget: float = l2_budget(1.5)


@dataclass(slots=True)
class Adaptive:
    """Algorithm 1's steps: with momentum, and halved where they gain no more.

    For each image there are the best point so far with its gain and gradient, the gain at the
    last checkpoint and how many steps have gained since, and whether it was halved there.
    """

    ball: Ball
    originals: Array
    steps: int
    _number: int = 0
    _since: int = 0
    _interval: int = field(init=False)
    _sizes: Array = field(init=False)
    _before: Array | None = None
    _last: Array = field(init=False)
    _best: Array = field(init=False)
    _best_changes: Array = field(init=False)
    _best_gradient: Array = field(init=False)
    _best_checked: Array = field(init=False)
    _rises: NDArray[np.intp] = field(init=False)
    _halved: Flags = field(init=False)

    def __call__(self, changes: Array, gains: Array, gradient: Array) -> Array:
        """One step on; from the best point where it was halved just now."""
        if self._number == 0:
            self._begin(changes, gains, gradient)
        else:
            self._note(changes, gains, gradient)
        if self._since == self._interval:
            back = self._checked()[:, None, None]
            changes = np.where(back, self._best_changes, changes)
            gradient = np.where(back, self._best_gradient, gradient)
        self._number += 1
        self._since += 1
        return self._moved(changes, gradient)

    def _begin(self, changes: Array, gains: Array, gradient: Array) -> None:
        self._interval = max(1, int(FIRST * self.steps))
        self._sizes = np.full(len(changes), 2 * self.ball.size, np.float32)
        self._last = self._best = self._best_checked = gains
        self._best_changes, self._best_gradient = changes, gradient
        self._rises = np.zeros(len(changes), np.intp)
        self._halved = np.zeros(len(changes), bool)

    def _note(self, changes: Array, gains: Array, gradient: Array) -> None:
        """Keep the best, and count what gains."""
        better = gains > self._best
        self._best = np.where(better, gains, self._best)
        better = better[:, None, None]
        self._best_changes = np.where(better, changes, self._best_changes)
        self._best_gradient = np.where(better, gradient, self._best_gradient)
        self._rises = self._rises + (gains > self._last)
        self._last = gains

    def _checked(self) -> Flags:
        """Which images go back to their best with half the step."""
        few: Flags = self._rises <= GAINING * self._interval
        same: Flags = ~self._halved & (self._best_checked >= self._best)
        self._halved = few | same
        self._sizes = np.where(self._halved, self._sizes / 2, self._sizes)
        self._best_checked = self._best
        self._rises = np.zeros_like(self._rises)
        self._since = 0
        sooner, least = (max(1, int(share * self.steps)) for share in (SOONER, LEAST))
        self._interval = max(self._interval - sooner, least)
        return self._halved

    def _moved(self, changes: Array, gradient: Array) -> Array:
        """A step along the gradient, and some of the step before."""
        step = self._sizes[:, None, None] * self.ball.steepest(gradient, changes, self.originals)
        ahead = self.ball.project(changes + step, self.originals)
        if self._before is not None:
            away = np.float32(STRIDE) * (ahead - changes)
            away += np.float32(1 - STRIDE) * (changes - self._before)
            ahead = self.ball.project(changes + away, self.originals)
        self._before = changes
        return ahead
