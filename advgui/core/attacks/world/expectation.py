"""Over transforms: what is to fool when it has been printed, turned and photographed."""

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
    from_original,
    reach_of_all,
)
from advgui.core.attacks.budget.gains import gain
from advgui.core.attacks.objective import Norm, Objective, Rate
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.shared_parameters import l2_budget, linf_budget, softening, step_count
from advgui.core.attacks.world.over_draws import OverDraws, every, held
from advgui.core.language import tr
from advgui.core.parameters import Value, parameter
from advgui.core.world.draws import Ranges

_SOURCE: Final = tr("Athalye et al. 2018, arXiv:1707.07397, equation 1")


@dataclass(frozen=True, slots=True)
class _Expectation(BudgetAttack):
    """x <- P(x + alpha step(mean over draws of the gradients of s(gain / width))), with momentum.

    Each step draws anew how the image is turned, shifted, scaled, blurred, lit and printed; one
    of its draws is the image itself, without which it often fools only when it is turned. The
    best step fools as it is and through most of some other draws, the same for all steps. What is
    followed is the share of draws that fool, softened by the sigmoid s ever less; the steps become
    ever shorter, or the last draws would move what all before them have found.
    """

    former_defaults: ClassVar[Mapping[str, tuple[Value, ...]]] = {
        "draws": (4, 16),
        "reach": (6.0,),
        "soften": (0.01,),
    }

    steps: int = step_count(100)
    draws: int = parameter(
        24,
        tr("Draws"),
        tr("How many transforms each step looks through, the image itself among them."),
        minimum=1,
        maximum=64,
        scale="log",
    )
    rotation: float = parameter(
        20.0, tr("Rotation"), tr("How far it is turned to either side, in degrees."), maximum=45.0
    )
    shift: float = parameter(
        2.0, tr("Shift"), tr("How far it is shifted in any direction, in pixels."), maximum=6.0
    )
    scale: float = parameter(
        0.2, tr("Scale"), tr("By how much of itself it is made larger or smaller."), maximum=0.5
    )
    blur: float = parameter(
        0.7, tr("Blur"), tr("The width of the widest blur, in pixels."), maximum=3.0
    )
    contrast: float = parameter(
        0.2,
        tr("Contrast"),
        tr("By how much of itself the contrast becomes more or less."),
        maximum=0.8,
    )
    brightness: float = parameter(
        0.1, tr("Brightness"), tr("By how much it becomes lighter or darker, of 1."), maximum=0.5
    )
    noise: float = parameter(
        0.1, tr("Print noise"), tr("The spread of the strongest grain, of 1."), maximum=0.5
    )
    reach: float = reach_of_all(9.0)
    decay: float = parameter(
        0.9, "μ", tr("How much of the gradients so far goes into the next step."), maximum=2.0
    )
    soften: float = softening(0.0)

    @property
    def family(self) -> Family:
        """Of the world."""
        return "world"

    @property
    def length(self) -> int:
        """All steps."""
        return self.steps

    @property
    def softened(self) -> float:
        """As it was set."""
        return self.soften

    @property
    def ranges(self) -> Ranges:
        """What happens to an image, as it was set."""
        return Ranges(
            self.rotation,
            self.shift,
            self.scale,
            self.blur,
            self.contrast,
            self.brightness,
            self.noise,
        )

    @property
    def survives(self) -> Ranges:
        """What is done to it at each step."""
        return self.ranges

    def objective(self, problem: Problem) -> Objective:
        """Of what fools as it is, the step that survives most of some other draws."""
        return Rate(problem, held(self.ranges), every(self.steps))

    def tries(self, problem: Problem, random: np.random.Generator) -> Iterator[Try]:
        """One, from the drawing."""
        length = self.reach * self.ball.size / self.steps
        pace = partial(Steady, self.ball, length=length, decay=self.decay, fading=self.steps)
        look = OverDraws(self.draws, self.ranges, random, self.steps)
        yield Try(gain(self.climbed, problem), from_original, pace, look)


@dataclass(frozen=True, slots=True)
class Expectation(_Expectation):
    """What survives best where the Euclidean norm is at most the budget."""

    name: ClassVar[str] = "expectation"
    title: ClassVar[str] = tr("Over transforms, L2 (EOT)")
    summary: ClassVar[str] = tr("Fools turned, shifted, blurred and printed, too.")
    source: ClassVar[str] = _SOURCE
    norm: ClassVar[Norm] = "l2"

    budget: float = l2_budget(3.0)


@dataclass(frozen=True, slots=True)
class ExpectationLinf(_Expectation):
    """What survives best where no pixel may change by more than the budget."""

    name: ClassVar[str] = "expectation-linf"
    title: ClassVar[str] = tr("Over transforms, L∞ (EOT)")
    summary: ClassVar[str] = tr("Fools when turned and printed, with a budget for each pixel.")
    source: ClassVar[str] = _SOURCE
    norm: ClassVar[Norm] = "linf"

    budget: float = linf_budget(0.25)
