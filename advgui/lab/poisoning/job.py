"""A poisoned training and its twin as work beside the window."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from advgui.core.generators import Driver, Stop
from advgui.core.training.data import Folders
from advgui.core.training.poisoned import Look, PoisonState, PoisonTrial, run_trial
from advgui.lab.worker.jobs import JobState


@dataclass(frozen=True, slots=True, eq=False)
class PoisonTraining:
    """What shall be trained and poisoned; ``mnist`` is the folder of MNIST's files."""

    kind: ClassVar[str] = "training"
    trial: PoisonTrial
    mnist: Path

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


PoisonJob = JobState[PoisonTraining, PoisonState]


def has_learned(job: PoisonJob) -> bool:
    """Whether there is something that a stop would keep."""
    return job.value is not None and job.value.stage not in ("reading", "poisoning")
