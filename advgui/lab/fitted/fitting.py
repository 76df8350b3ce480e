"""An artefact learned beside the window."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Final

from advgui.core.attacks.fitted import Artefact, Fit, FittedAttack
from advgui.core.datasets.readers import read_mnist
from advgui.core.generators import Stop
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.lab.pace import Work, kind_of
from advgui.lab.worker.jobs import JobState

#: What the card calls the digits.
DATA: Final = tr("MNIST's training images")


@dataclass(frozen=True, slots=True, eq=False)
class Learning:
    """How far a fit is: its newest state, None while the digits are read."""

    total: int
    fit: Fit | None = None

    @property
    def done(self) -> float:
        """The share of the steps that are done, in [0, 1]."""
        return 0.0 if self.fit is None else self.fit.number / max(1, self.total)

    @property
    def artefact(self) -> Artefact | None:
        """What is learned by now."""
        return None if self.fit is None else self.fit.artefact


@dataclass(frozen=True, slots=True, eq=False)
class FitArtefact:
    """Learn from MNIST's training images, in the folder ``mnist``, against one network.

    ``goal`` is None for any label but the one that is read, or where it is said later.
    """

    kind: ClassVar[str] = "fit"
    attack: FittedAttack
    network: Network
    goal: int | None
    seed: int
    mnist: Path

    @property
    def work(self) -> Work:
        """How much there is to do."""
        return Work(kind_of("fit", self.attack, self.network), self.attack.total())

    def steps(self) -> Generator[Learning, None, Learning]:
        """Read the digits, and learn. Raises DatasetError where they cannot be read."""
        learning = Learning(self.attack.total())
        yield learning
        digits = read_mnist(self.mnist, "train")
        run = self.attack.run(self.network, digits, goal=self.goal, seed=self.seed, data=DATA)
        try:
            for fit in run:
                learning = replace(learning, fit=fit)
                yield learning
        except Stop:
            run.close()
        return learning


Fitting = JobState[FitArtefact, Learning]
