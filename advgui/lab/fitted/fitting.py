"""An artefact learned beside the window."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.fitted import Artefact, Fit, FittedAttack, Look
from advgui.core.attacks.fitted.artefact_file import artefact_bytes, artefact_of
from advgui.core.datasets.readers import read_mnist
from advgui.core.generators import Stop
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import Checkpoint, Checkpoints
from advgui.core.resuming.work_file import (
    WorkKind,
    Written,
    load_work,
    network_in,
    network_part,
    save_work,
)
from advgui.lab.pace import Work, kind_of
from advgui.lab.worker.jobs import JobState, KeptJob

FIT: Final = WorkKind("fit", tr("The fit that was under way is lost: {why}."))
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

    @property
    def title(self) -> str:
        """What is learned."""
        return self.attack.title

    def steps(self) -> Generator[Learning, None, Learning]:
        """Read the digits, and learn. Raises DatasetError where they cannot be read."""
        return self.lasting_steps(Checkpoints())

    def lasting_steps(
        self, checkpoints: Checkpoints, former: Learning | None = None
    ) -> Generator[Learning, None, Learning]:
        """The same, which goes on with what the checkpoints remember."""
        learning = former or Learning(self.attack.total())
        yield learning
        digits = read_mnist(self.mnist, "train")
        run = self.attack.run(
            self.network,
            digits,
            goal=self.goal,
            seed=self.seed,
            data=DATA,
            checkpoints=checkpoints,
        )
        try:
            for fit in run:
                learning = replace(learning, fit=fit)
                yield learning
        except Stop:
            run.close()
        return learning

    def keep(self, state: Learning, checkpoint: Checkpoint, place: Path) -> None:
        """Write it down, once something is learned. Raises BadInput where that cannot be done."""
        if state.fit is None:
            return
        network, content = network_part(self.network)
        told = {
            "network": network,
            "mnist": str(self.mnist),
            "number": state.fit.number,
            "looks": [list(look) for look in state.fit.looks],
            "noise": state.fit.noise_rate,
        }
        learned = np.frombuffer(artefact_bytes(state.fit.artefact), np.uint8)
        arrays = {"network": content, "artefact": learned}
        save_work(FIT, Written(told, arrays, checkpoint), place)

    def kept(self, place: Path) -> "KeptFit":
        """What was written down there. Raises WorkFileError."""
        return load_fit(place)


KeptFit = KeptJob[FitArtefact, Learning]
Fitting = JobState[FitArtefact, Learning]


def load_fit(place: Path) -> KeptFit:
    """A fit that was under way. Raises WorkFileError where it is damaged, or none."""
    return load_work(FIT, place, _kept)


def _kept(written: Written) -> KeptFit:
    told = written.told
    made = artefact_of(written.arrays["artefact"].tobytes())
    network = network_in(told["network"], written.arrays["network"])
    job = FitArtefact(made.attack, network, made.goal, made.seed, Path(told["mnist"]))
    looks = tuple(Look(int(number), float(rate)) for number, rate in told["looks"])
    noise = None if told["noise"] is None else float(told["noise"])
    if not looks:
        raise ValueError("it was not looked at")
    fit = Fit(int(told["number"]), looks, noise, made)
    return KeptFit(job, Learning(made.attack.total(), fit), written.checkpoint)
