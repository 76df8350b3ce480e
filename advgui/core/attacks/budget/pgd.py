"""Projected gradient descent inside a ball of any norm, with restarts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import numpy as np

from advgui.core.attacks.budget.descent import (
    BudgetAttack,
    Steady,
    Try,
    climbed_loss,
    first_start,
    reach_of_all,
    starts,
    try_count,
)
from advgui.core.attacks.budget.gains import gain
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.shared_parameters import l2_budget, softening, step_count
from advgui.core.language import tr
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class _Projected(BudgetAttack):
    """x <- P(x + alpha step(gradient)), where P is the nearest point of ball and box.

    Madry et al. 2018, section 2.1: from a random point of the ball; of several tries that
    which fools counts, for each image. Every try after the first is made for the images that
    none has fooled. A step is the steepest one in the norm. All together are six
    times as long as the budget, however many there are: 2.5 times, as in the paper, fools 1 to
    7 % fewer here. A hidden unit's slope is taken as its own plus ``soften``, as in ``DDN``.
    """

    steps: int = step_count(40)
    restarts: int = try_count()
    reach: float = reach_of_all(6.0)
    start: str = first_start(
        tr("A random point of the budget, or the drawing itself, which only the first try does.")
    )
    loss: str = climbed_loss()
    soften: float = softening()

    @property
    def climbed(self) -> str:
        """As it was chosen."""
        return self.loss

    @property
    def softened(self) -> float:
        """As it was set."""
        return self.soften

    @property
    def length(self) -> int:
        """All steps."""
        return self.steps

    @property
    def most(self) -> int:
        """All tries."""
        return self.restarts

    def tries(self, problem: Problem, random: np.random.Generator) -> Iterator[Try]:
        """The same from one start after another."""
        ball = self.ball
        climbed = gain(self.climbed, problem)
        pace = partial(Steady, ball, length=self.reach * ball.size / self.steps)
        for begin in starts(ball, self.start, self.restarts, random):
            yield Try(climbed, begin, pace)


@dataclass(frozen=True, slots=True)
class PGD(_Projected):
    """Projected gradient descent where no pixel may change by more than the budget."""

    name: ClassVar[str] = "pgd"
    title: ClassVar[str] = tr("Projected gradient, L∞ (PGD)")
    summary: ClassVar[str] = tr("Follows the slope inside the budget that every pixel has.")
    source: ClassVar[str] = tr("Madry et al. 2018, arXiv:1706.06083, section 2.1")
    norm: ClassVar[Norm] = "linf"
    flips: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class PGDL2(_Projected):
    """Projected gradient descent where the Euclidean norm is at most the budget."""

    name: ClassVar[str] = "pgd-l2"
    title: ClassVar[str] = tr("Projected gradient, L2 (PGD)")
    summary: ClassVar[str] = tr("Follows the slope inside a Euclidean budget of the image.")
    source: ClassVar[str] = tr("Madry et al. 2018, arXiv:1706.06083, section 2.1, in L2")
    norm: ClassVar[Norm] = "l2"

    budget: float = l2_budget(1.5)


@dataclass(frozen=True, slots=True)
class PGDL1(_Projected):
    """Projected gradient descent where all changes together are at most the budget.

    A step changes the steepest pixels that can move, 2 % of them (Tramer and Boneh 2019), and
    is projected to ball and box at once (Croce and Hein 2021).
    """

    name: ClassVar[str] = "pgd-l1"
    title: ClassVar[str] = tr("Projected gradient, L1 (PGD)")
    summary: ClassVar[str] = tr("Follows the slope inside one budget for all pixels together.")
    source: ClassVar[str] = tr(
        "Tramer and Boneh 2019, arXiv:1904.13000, section 3; the projection of Croce and "
        "Hein 2021, arXiv:2103.01208"
    )
    norm: ClassVar[Norm] = "l1"

    budget: float = parameter(
        15.0,
        tr("Budget"),
        tr("How much all pixels together may change, each from 0 to 1."),
        minimum=0.004,
        maximum=784.0,
        scale="log",
        role="budget",
    )
