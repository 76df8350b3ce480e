"""Glasses and stickers: everything is free inside a region, and nothing outside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.base import Family
from advgui.core.attacks.budget.descent import (
    BudgetAttack,
    Steady,
    Try,
    climbed_loss,
    reach_of_all,
    starts,
    straight,
    try_count,
)
from advgui.core.attacks.budget.gains import gain
from advgui.core.attacks.objective import Norm, Objective, Rate
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.attacks.shared_parameters import linf_budget, softening, step_count
from advgui.core.attacks.world.masks import SHAPES, mask, stickers
from advgui.core.attacks.world.over_draws import OverDraws, every, held
from advgui.core.errors import ParameterError
from advgui.core.images import SIZE, Array, Labels, to_floats
from advgui.core.language import tr
from advgui.core.parameters import Value, parameter
from advgui.core.world.draws import Ranges

#: How many rectangles each of these is.
_STICKERS: Final = {"sticker": 1, "two stickers": 2}
#: The region that comes with the problem, from whoever has painted it.
PAINTED: Final = "painted"


@dataclass(frozen=True, slots=True)
class Masked(BudgetAttack):
    """x <- clip(x + alpha sign(sum of gradients)) inside a region, everywhere else x.

    Sharif et al. 2016, section 4.1: the perturbation of a pair of glasses. Signs, momentum, steps
    that become ever shorter, and further starts, at random inside the region, for those that are
    not fooled yet.
    Stickers are put where the gradient at the digit, times how far each pixel may go, has the
    largest sum.
    """

    name: ClassVar[str] = "masked"
    title: ClassVar[str] = tr("Glasses and stickers")
    summary: ClassVar[str] = tr("Changes what glasses, a sticker or your own region cover.")
    source: ClassVar[str] = tr("Sharif et al. 2016, doi:10.1145/2976749.2978392, section 4.1")
    norm: ClassVar[Norm] = "linf"
    regional: ClassVar[bool] = True
    begins_elsewhere: ClassVar[bool] = False
    former_defaults: ClassVar[Mapping[str, tuple[Value, ...]]] = {"restarts": (2,)}

    budget: float = linf_budget(1.0)
    steps: int = step_count(60)
    mask: str = parameter(
        "glasses",
        tr("Mask"),
        tr(
            "What may change: glasses, a band, one or two stickers at the best place, or the "
            "region that you have painted."
        ),
        choices=(*SHAPES, *_STICKERS, PAINTED),
    )
    share: float = parameter(
        0.1,
        tr("Share"),
        tr("How much of the image the mask covers, of 1; a painted region is as large as it is."),
        minimum=0.01,
        maximum=0.5,
    )
    transforms: bool = parameter(
        False, tr("Over transforms"), tr("Fools turned, shifted, blurred and printed, too.")
    )
    restarts: int = try_count(default=6)
    reach: float = reach_of_all(6.0)
    decay: float = parameter(
        0.9, "μ", tr("How much of the gradients so far goes into the next step."), maximum=2.0
    )
    loss: str = climbed_loss()
    soften: float = softening()

    @property
    def family(self) -> Family:
        """Of the world."""
        return "world"

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
        """All steps of a try."""
        return self.steps

    @property
    def most(self) -> int:
        """All tries."""
        return self.restarts

    def require(self, problem: Problem) -> None:
        """Where a region is painted that is the mask, and only there."""
        BudgetAttack.require(self, problem)
        if self.mask != PAINTED and problem.region is not None:
            raise ParameterError(
                tr("A region is painted, and the mask is {mask}.").format(mask=self.mask)
            )
        if self.mask == PAINTED and (problem.region is None or not problem.region.any()):
            raise ParameterError(tr("The mask is the region that you paint, and none is painted."))

    @property
    def survives(self) -> Ranges | None:
        """The usual, where it goes over transforms."""
        return Ranges() if self.transforms else None

    def objective(self, problem: Problem) -> Objective:
        """The surest, or what survives most draws, where it is to be so."""
        if self.transforms:
            return Rate(problem, held(Ranges()), every(self.steps))
        return BudgetAttack.objective(self, problem)

    def tries(self, problem: Problem, random: np.random.Generator) -> Iterator[Try]:
        """From the drawing first, then at random."""
        length = self.reach * self.ball.size / self.steps
        pace = partial(Steady, self.ball, length=length, decay=self.decay, fading=self.steps)
        look = OverDraws(4, Ranges(), random, self.steps) if self.transforms else straight
        region = partial(self._regions, problem)
        for begin in starts(self.ball, "drawing", self.restarts, random):
            yield Try(gain(self.climbed, problem), begin, pace, look, region)

    def _regions(self, problem: Problem, oracle: Oracle, rows: Labels) -> Flags:
        """Where the images of some rows may change, (m, 28, 28)."""
        if self.mask in _STICKERS:
            worth = self._worth(problem, oracle, rows)
            return stickers(worth, _STICKERS[self.mask], self.share)
        if problem.region is not None:
            return np.broadcast_to(problem.region, (len(rows), SIZE, SIZE))
        return np.broadcast_to(mask(self.mask, self.share), (len(rows), SIZE, SIZE))

    def _worth(self, problem: Problem, oracle: Oracle, rows: Labels) -> Array:
        """What each pixel would gain if the slope at the digit went on as far as it can go."""
        originals = to_floats(problem.originals[rows])
        climbed = gain(self.climbed, problem).of(rows)
        gradient = oracle.gradient(originals, climbed.slope, self.softened, of=rows)[1]
        room = np.where(gradient > 0, 1 - originals, originals)
        worth: Array = np.abs(gradient) * np.minimum(room, np.float32(self.ball.size))
        return worth
