"""One step along the signs of the gradient, and its iterated forms."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import numpy as np

from advgui.core.attacks.budget.descent import (
    BudgetAttack,
    Steady,
    Try,
    climbed_loss,
    from_original,
    reach_of_all,
)
from advgui.core.attacks.budget.gains import gain
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.shared_parameters import step_count
from advgui.core.language import tr
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class FGSM(BudgetAttack):
    """x + eps sign(gradient): every pixel goes as far as it may, at once.

    Goodfellow et al. 2015, section 4: the cross-entropy's gradient, of which only the signs
    count. A pixel without a slope stays. ``bare-cross-entropy`` is the paper's own, which finds
    none at all where distillation has made the logits large.
    """

    name: ClassVar[str] = "fgsm"
    title: ClassVar[str] = tr("Signs, one step (FGSM)")
    summary: ClassVar[str] = tr("One step: every pixel goes as far as the budget allows.")
    source: ClassVar[str] = tr("Goodfellow et al. 2015, arXiv:1412.6572, section 4")
    norm: ClassVar[Norm] = "linf"

    loss: str = climbed_loss()

    @property
    def climbed(self) -> str:
        """As it was chosen."""
        return self.loss

    def tries(self, problem: Problem, random: np.random.Generator) -> Iterable[Try]:
        """One, from the original."""
        pace = partial(Steady, self.ball, length=self.ball.size)
        return (Try(gain(self.climbed, problem), from_original, pace),)


@dataclass(frozen=True, slots=True)
class BIM(BudgetAttack):
    """x <- clip(x + alpha sign(gradient)): FGSM in many small steps.

    Kurakin et al. 2017, section 2.2, where alpha is 1 level and there are 1.25 times as
    many steps as the budget has levels, so that ``reach`` is 1.25: 8 % fewer are fooled so.
    """

    name: ClassVar[str] = "bim"
    title: ClassVar[str] = tr("Signs, many steps (BIM)")
    summary: ClassVar[str] = tr("FGSM in many small steps, each looking at the slope anew.")
    source: ClassVar[str] = tr("Kurakin et al. 2017, arXiv:1607.02533, section 2.2")
    norm: ClassVar[Norm] = "linf"

    steps: int = step_count(30)
    reach: float = reach_of_all(2.0)

    @property
    def length(self) -> int:
        """All steps."""
        return self.steps

    def tries(self, problem: Problem, random: np.random.Generator) -> Iterable[Try]:
        """One, from the original."""
        pace = partial(Steady, self.ball, length=self.reach * self.ball.size / self.steps)
        return (Try(gain("cross-entropy", problem), from_original, pace),)


@dataclass(frozen=True, slots=True)
class MIFGSM(BudgetAttack):
    """x <- x + alpha sign(g), g <- mu g + gradient / |gradient|_1: BIM with momentum.

    Dong et al. 2018, algorithm 1, with mu = 1. There alpha is eps / steps, so that ``reach`` is 1:
    at .1, 57 % of what ``report`` reads is fooled so, and 73 % by steps that go twice as far
    together, which fool other networks more often, too.
    """

    name: ClassVar[str] = "mi-fgsm"
    title: ClassVar[str] = tr("Signs with momentum (MI-FGSM)")
    summary: ClassVar[str] = tr("Small steps with momentum; other networks often misread it too.")
    source: ClassVar[str] = tr("Dong et al. 2018, arXiv:1710.06081, algorithm 1")
    norm: ClassVar[Norm] = "linf"

    steps: int = step_count(10)
    reach: float = reach_of_all(2.0)
    decay: float = parameter(
        1.0, "μ", tr("How much of the gradients so far goes into the next step."), maximum=2.0
    )

    @property
    def length(self) -> int:
        """All steps."""
        return self.steps

    def tries(self, problem: Problem, random: np.random.Generator) -> Iterable[Try]:
        """One, from the original."""
        length = self.reach * self.ball.size / self.steps
        pace = partial(Steady, self.ball, length=length, decay=self.decay)
        return (Try(gain("cross-entropy", problem), from_original, pace),)
