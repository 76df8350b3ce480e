"""What the page "Poison" is doing, in one frozen object."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from advgui.core.attacks.poisoning import Triggered
from advgui.core.images import Bytes
from advgui.core.nn.network import Reading
from advgui.core.training.poisoned import Look, PoisonOutcome
from advgui.lab.attack.state import LabState
from advgui.lab.poisoning.choice import PoisonChoice
from advgui.lab.poisoning.job import PoisonJob, Retraining
from advgui.lab.poisoning.text import BUSY, NO_MNIST, NOT_TRAINED, NOTHING_CAUGHT


class BothRead(NamedTuple):
    """An image, and what the networks read in it; ``retrained`` where there is one."""

    image: Bytes
    twin: Reading
    poisoned: Reading
    retrained: Reading | None = None

    @property
    def readings(self) -> tuple[Reading, Reading, Reading | None]:
        """All of them."""
        return self.twin, self.poisoned, self.retrained


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PoisonPageState:
    """The choice, the training, what came of the last one that came to something, and its course.

    ``mnist`` is the folder of MNIST's files, None where they are not on this computer. ``worn``
    says that the drawing wears the trigger of that last one. ``unread`` is why the file that was
    opened last has no trigger, until something else is chosen.
    """

    choice: PoisonChoice
    job: PoisonJob = field(default_factory=PoisonJob)
    outcome: PoisonOutcome | None = None
    course: tuple[Look, ...] = ()
    mnist: Path | None = None
    worn: bool = True
    unread: str = ""

    @property
    def why_not(self) -> str:
        """Why no training can begin; empty where one can."""
        if self.job.busy:
            return BUSY
        return NO_MNIST if self.mnist is None else self.choice.why_not

    @property
    def looks(self) -> tuple[Look, ...]:
        """Those of the poisoned training that runs, or of the last one."""
        if isinstance(self.job.job, Retraining):
            return self.job.job.looks
        return () if self.job.value is None else self.job.value.looks

    def why_not_without(self, detector: str) -> str:
        """Why nothing can be trained without what a detector caught; empty where it can."""
        if self.job.busy:
            return BUSY
        if self.outcome is None:
            return NOT_TRAINED
        caught = {catch.detector: catch.caught for catch in self.outcome.catches}
        if not caught.get(detector):
            return NOTHING_CAUGHT
        return NO_MNIST if self.mnist is None else ""

    @property
    def differs(self) -> bool:
        """Whether something else is chosen than what was trained last."""
        trial = None if self.job.job is None else self.job.job.trial
        if trial is None or self.choice.why_not:
            return False
        now = self.choice.trial
        return (now.plan, now.attack, now.goal) != (trial.plan, trial.attack, trial.goal)

    @property
    def wearable(self) -> bool:
        """Whether there is a trigger that the drawing can wear."""
        return self.outcome is not None and isinstance(self.outcome.trial.attack, Triggered)

    def read(self, lab: LabState) -> BothRead | None:
        """The present drawing as both read it; None while nothing is drawn or trained."""
        if self.outcome is None or lab.reading is None:
            return None
        image, attack = lab.image, self.outcome.trial.attack
        if self.worn and isinstance(attack, Triggered):
            image = attack.stamped(image[None])[0]
        anew = self.outcome.retrained
        return BothRead(
            image,
            self.outcome.twin.read(image),
            self.outcome.poisoned.read(image),
            None if anew is None else anew.network.read(image),
        )


def told(old: PoisonPageState, job: PoisonJob) -> PoisonPageState:
    """There is news of the training; an outcome stays until there is another."""
    new = replace(old, job=job)
    outcome = None if job.value is None else job.value.outcome
    if outcome is None or outcome is old.outcome:
        return new
    return replace(new, outcome=outcome, course=new.looks)
