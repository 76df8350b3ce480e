"""An artefact as an attack on any images: of one step, which asks the network for nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.fitted.trial import other_labels
from advgui.core.attacks.objective import Budget, Cheapest, Objective
from advgui.core.attacks.oracle import Access, Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.steps import Block, Step
from advgui.core.images import Array, Labels
from advgui.core.language import tr
from advgui.core.parameters import Value

if TYPE_CHECKING:
    from advgui.core.attacks.fitted.artefact import Artefact


def worn(artefact: "Artefact") -> EvasionAttack:
    """The artefact on any images: it asks for nothing, and learns nothing from them.

    Where the goal is said as it is worn, it is the problem's, or one at random where the
    problem wants any other label than is read.
    """
    return _Worn(artefact)


@dataclass(frozen=True, slots=True)
class _Worn(EvasionAttack):
    """One step: what is made of the images."""

    name: ClassVar[str] = "worn"
    title: ClassVar[str] = tr("Worn")
    summary: ClassVar[str] = tr("What was learned once is put on an image.")
    source: ClassVar[str] = ""
    access: ClassVar[Access] = "substitute"
    confident: ClassVar[bool] = False

    artefact: "Artefact"

    def total(self) -> int:
        """There is but one step."""
        return 1

    def limit(self) -> Budget | None:
        """That of the attack which has learned it."""
        return self.artefact.attack.limit()

    def objective(self, problem: Problem) -> Objective:
        """The image that wears it, whether it fools or not."""
        return Cheapest(_latest)

    @property
    def settings(self) -> dict[str, Value]:
        """Those that it was learned with."""
        return {"method": self.artefact.method} | self.artefact.settings

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """The originals, and then what they become."""
        yield Step(0, problem.originals)
        goals = self._goals(problem, random)
        yield Step(1, self.artefact.apply(problem.originals, goals))

    def _goals(self, problem: Problem, random: np.random.Generator) -> Labels | None:
        if not self.artefact.attack.goal_when_worn:
            return None
        targeted = problem.form == "targeted"
        return problem.goals if targeted else other_labels(problem.goals, random)


def _latest(block: Block) -> Array:
    """Costs (k, n) of which that of the last step is the lowest."""
    numbers = -np.arange(block.first, block.last + 1, dtype=np.float32)
    return np.broadcast_to(numbers[:, None], block.logits.shape[:2])
