"""A poisoned training and its twin, and one without what was caught, as work beside the window."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar, Final, get_args

from numpy.typing import NDArray

from advgui.core.generators import Driver, Stop
from advgui.core.language import tr
from advgui.core.resuming.checkpoints import Checkpoint, Checkpoints
from advgui.core.resuming.work_file import WorkKind, Written, load_work, save_work
from advgui.core.training.data import Folders
from advgui.core.training.poison_file import (
    looks_of,
    looks_told,
    outcome_of,
    outcome_parts,
    trial_of,
    trial_told,
)
from advgui.core.training.poisoned import (
    Look,
    PoisonOutcome,
    PoisonRun,
    PoisonState,
    PoisonTrial,
    Stage,
    run_trial,
)
from advgui.core.training.retrained import run_retraining
from advgui.lab.pace import Work
from advgui.lab.worker.jobs import JobState, KeptJob

POISONING: Final = WorkKind("poisoning", tr("The poisoning that was under way is lost: {why}."))
#: What is done before anything is learned.
_EARLY: Final[tuple[Stage, ...]] = ("reading", "poisoning")


@dataclass(frozen=True, slots=True, eq=False)
class PoisonTraining:
    """What shall be trained and poisoned; ``mnist`` is the folder of MNIST's files."""

    kind: ClassVar[str] = "training"
    trial: PoisonTrial
    mnist: Path

    @property
    def work(self) -> Work:
        """All of it, which is always as much."""
        return poison_work(self.trial.plan.architecture, self.trial.attack.name)

    @property
    def title(self) -> str:
        """What it is poisoned by."""
        return self.trial.attack.title

    def steps(self) -> Generator[PoisonState, None, PoisonState]:
        """Poison, train, measure and look; the last state has the outcome."""
        return self.lasting_steps(Checkpoints())

    def lasting_steps(
        self, checkpoints: Checkpoints, former: PoisonState | None = None
    ) -> Generator[PoisonState, None, PoisonState]:
        """The same, which goes on with what the checkpoints remember."""
        driver = Driver(run_trial(self.trial, Folders(self.mnist), checkpoints))
        looks: tuple[Look, ...] = ()
        while (state := next(driver, None)) is not None:
            looks = state.looks
            if former is not None and state.stage in _EARLY:
                state = replace(state, looks=former.looks)
            try:
                yield state
            except Stop:
                driver.stop()
        outcome = driver.value
        return PoisonState("done", 1.0, (*looks, outcome.end), outcome)

    def keep(self, state: PoisonState, checkpoint: Checkpoint, place: Path) -> None:
        """Write it down. Raises BadInput where that cannot be done."""
        told = {"trial": trial_told(self.trial), **_told(state, self.mnist), "detector": None}
        save_work(POISONING, Written(told, {}, checkpoint), place)

    def kept(self, place: Path) -> "KeptPoisoning":
        """What was written down there. Raises WorkFileError."""
        return load_poisoning(place)


@dataclass(frozen=True, slots=True, eq=False)
class Retraining:
    """What shall be trained anew without what a ``detector`` caught.

    ``looks`` are those of the training that came to the ``outcome``, which are still shown.
    """

    kind: ClassVar[str] = "training"
    outcome: PoisonOutcome
    detector: str
    mnist: Path
    looks: tuple[Look, ...] = ()

    @property
    def trial(self) -> PoisonTrial:
        """What was trained before."""
        return self.outcome.trial

    @property
    def work(self) -> Work:
        """All of it."""
        return Work(f"retrain {self.trial.plan.architecture}")

    @property
    def title(self) -> str:
        """What it was poisoned by."""
        return self.trial.attack.title

    def steps(self) -> Generator[PoisonState, None, PoisonState]:
        """Train and measure; the last state has the outcome with what came of it."""
        return self.lasting_steps(Checkpoints())

    def lasting_steps(
        self, checkpoints: Checkpoints, former: PoisonState | None = None
    ) -> Generator[PoisonState, None, PoisonState]:
        """The same, which goes on with what the checkpoints remember."""
        run: PoisonRun = run_retraining(
            self.outcome, self.detector, Folders(self.mnist), checkpoints
        )
        outcome = yield from run
        return PoisonState("done", 1.0, (), outcome)

    def keep(self, state: PoisonState, checkpoint: Checkpoint, place: Path) -> None:
        """Write it down. Raises BadInput where that cannot be done."""
        outcome, parts = outcome_parts(self.outcome)
        told = {
            "outcome": outcome,
            "detector": self.detector,
            "shown": looks_told(self.looks),
            **_told(state, self.mnist),
        }
        arrays: dict[str, NDArray[Any]] = {f"{_OUTCOME}/{n}": array for n, array in parts.items()}
        save_work(POISONING, Written(told, arrays, checkpoint), place)

    def kept(self, place: Path) -> "KeptPoisoning":
        """What was written down there. Raises WorkFileError."""
        return load_poisoning(place)


PoisonWork = PoisonTraining | Retraining
PoisonJob = JobState[PoisonWork, PoisonState]
KeptPoisoning = KeptJob[PoisonWork, PoisonState]
_OUTCOME: Final = "outcome"


def poison_work(architecture: str, attack: str) -> Work:
    """Both trainings and all that is measured and looked for: always as much of these two."""
    return Work(f"poison {architecture} {attack}")


def has_learned(job: PoisonJob) -> bool:
    """Whether there is something that a stop would keep."""
    return job.value is not None and job.value.stage not in _EARLY


def load_poisoning(place: Path) -> KeptPoisoning:
    """One that was under way. Raises WorkFileError where it is damaged, or none."""
    return load_work(POISONING, place, _kept)


def _told(state: PoisonState, mnist: Path) -> dict[str, Any]:
    looks = looks_told(state.looks)
    return {"stage": state.stage, "done": state.done, "looks": looks, "mnist": str(mnist)}


def _kept(written: Written) -> KeptPoisoning:
    told = written.told
    (stage,) = (stage for stage in get_args(Stage) if stage == told["stage"])
    state = PoisonState(stage, float(told["done"]), looks_of(told["looks"]))
    return KeptPoisoning(_work(written), state, written.checkpoint)


def _work(written: Written) -> PoisonWork:
    told, mnist = written.told, Path(written.told["mnist"])
    if told["detector"] is None:
        return PoisonTraining(trial_of(told["trial"]), mnist)
    outcome = outcome_of(told["outcome"], written.below(_OUTCOME))
    return Retraining(outcome, str(told["detector"]), mnist, looks_of(told["shown"]))
