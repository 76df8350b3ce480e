"""A poisoned training and its twin, and one without what was caught, as work beside the window."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from advgui.core.generators import Driver, Stop
from advgui.core.training.data import Folders
from advgui.core.training.poisoned import (
    Look,
    PoisonOutcome,
    PoisonRun,
    PoisonState,
    PoisonTrial,
    run_trial,
)
from advgui.core.training.retrained import run_retraining
from advgui.lab.pace import Work
from advgui.lab.worker.jobs import JobState


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

    def steps(self) -> Generator[PoisonState, None, PoisonState]:
        """Poison, train, measure and look; the last state has the outcome."""
        driver = Driver(run_trial(self.trial, Folders(self.mnist)))
        looks: tuple[Look, ...] = ()
        while (state := next(driver, None)) is not None:
            looks = state.looks
            try:
                yield state
            except Stop:
                driver.stop()
        outcome = driver.value
        return PoisonState("done", 1.0, (*looks, outcome.end), outcome)


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

    def steps(self) -> Generator[PoisonState, None, PoisonState]:
        """Train and measure; the last state has the outcome with what came of it."""
        run: PoisonRun = run_retraining(self.outcome, self.detector, Folders(self.mnist))
        outcome = yield from run
        return PoisonState("done", 1.0, (), outcome)


PoisonWork = PoisonTraining | Retraining
PoisonJob = JobState[PoisonWork, PoisonState]


def poison_work(architecture: str, attack: str) -> Work:
    """Both trainings and all that is measured and looked for: always as much of these two."""
    return Work(f"poison {architecture} {attack}")


def has_learned(job: PoisonJob) -> bool:
    """Whether there is something that a stop would keep."""
    return job.value is not None and job.value.stage not in ("reading", "poisoning")
