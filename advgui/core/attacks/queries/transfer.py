"""Transfer: an image made on another network, and shown to the one that is meant but once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.budget.ball import LinfBall
from advgui.core.attacks.budget.fgsm import MIFGSM
from advgui.core.attacks.objective import Budget, Norm, Objective, Surest
from advgui.core.attacks.oracle import Access, Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.shared_parameters import linf_budget, step_count
from advgui.core.attacks.steps import Step
from advgui.core.language import tr
from advgui.core.parameters import parameter
from advgui.core.zoo import SHIPPED, load_shipped


@dataclass(frozen=True, slots=True)
class Transfer(EvasionAttack):
    """Follows the slope of a network that ships with advgui, in the hope that another is alike.

    Papernot et al. 2016, "Transferability in machine learning"; the slope is followed with
    momentum, after Dong et al. 2018, as what it finds fits its own network less closely than
    a descent without. The network attacked is asked nothing: all steps but the last show the
    original, and the last what was made, on which the verdict is spoken. On the network
    that is attacked itself it is no more than MI-FGSM.
    """

    name: ClassVar[str] = "transfer"
    title: ClassVar[str] = tr("From another network (transfer)")
    summary: ClassVar[str] = tr("Made on another network, without asking this one at all.")
    source: ClassVar[str] = tr(
        "Papernot et al. 2016, arXiv:1605.07277; Dong et al. 2018, arXiv:1710.06081, equation 6"
    )
    access: ClassVar[Access] = "substitute"
    norm: ClassVar[Norm] = "linf"

    substitute: str = parameter(
        "dense",
        tr("Made on"),
        tr("The network whose slope is followed, one of those that ship with advgui."),
        choices=SHIPPED,
    )
    budget: float = linf_budget(0.2)
    steps: int = step_count(20)

    def total(self) -> int:
        """All steps on the other network, and the one that shows what was made."""
        return self.steps + 1

    def limit(self) -> Budget:
        """Whole levels of 255."""
        return Budget("linf", LinfBall(self.budget).size)

    def objective(self, problem: Problem) -> Objective:
        """Whatever is inside will do."""
        return Surest(problem)

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """The steps of MI-FGSM on the other network, and what they end with."""
        other = Oracle(load_shipped(self.substitute), len(problem.goals))
        made = problem.originals
        for step in MIFGSM(self.budget, self.steps).iterate(other, problem, random):
            made = step.content
            yield Step(step.number, problem.originals)
        yield Step(self.steps + 1, made)
