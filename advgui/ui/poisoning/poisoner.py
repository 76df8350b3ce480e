"""Turns what the user does on the page "Poison" into new states, and has the work done."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from advgui.core.attacks.poisoning.trigger_file import read_trigger
from advgui.core.datasets.catalogue import MNIST
from advgui.core.datasets.folders import find_data
from advgui.core.errors import ImageFileError
from advgui.core.training.poisoned import PoisonState
from advgui.lab.poisoning.choice import PoisonChoice, restored
from advgui.lab.poisoning.job import KeptPoisoning, PoisonTraining, PoisonWork, Retraining
from advgui.lab.poisoning.state import PoisonPageState, told
from advgui.lab.sessions.stored_poisonings import StoredPoisoning
from advgui.ui.session.job import JobLane
from advgui.ui.session.stopwatch import Stopwatch

#: From one look at the training to the next.
_REPORTS_MS: Final = 100


class Poisoner(QObject):
    """Holds the page's one frozen state; ``changed`` carries the old and the new one."""

    changed = Signal(object, object)

    def __init__(
        self,
        chosen: Mapping[str, object],
        stopwatch: Stopwatch | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("poisoner")
        self.stopwatch = stopwatch or Stopwatch(self)
        self._state = PoisonPageState(choice=restored(chosen), mnist=find_data(MNIST))
        #: Where a training is written down meanwhile, if it is.
        self.place: Callable[[], Path | None] = lambda: None
        self.lane = JobLane[PoisonWork, PoisonState](interval_ms=_REPORTS_MS, parent=self)
        self._clock = self.stopwatch.time(self.lane, lambda job: job.work)
        self.lane.place = lambda: self.place()
        self.lane.changed.connect(lambda: self._go(told(self._state, self.lane.state)))

    @property
    def state(self) -> PoisonPageState:
        """What the page is doing now."""
        return self._state

    @property
    def busy(self) -> bool:
        """Whether a training is under way, or waits to be gone on with."""
        return self._state.job.busy

    @property
    def seconds(self) -> float:
        """How long the training has been at it, without pauses."""
        return self._clock.seconds

    def _go(self, new: PoisonPageState) -> None:
        old, self._state = self._state, new
        self.changed.emit(old, new)

    # What is chosen

    def choose(self, choice: PoisonChoice) -> None:
        """Something else shall be trained or poisoned."""
        if choice != self._state.choice or self._state.unread:
            self._go(replace(self._state, choice=choice, unread=""))

    def open_trigger(self, path: Path) -> None:
        """Stamp what is in a file, or say why there is nothing to be stamped."""
        try:
            self.choose(self._state.choice.with_opened(read_trigger(path)))
        except ImageFileError as error:
            self._go(replace(self._state, unread=str(error)))

    def wear(self, worn: bool) -> None:
        """Whether the drawing wears the trigger."""
        if worn != self._state.worn:
            self._go(replace(self._state, worn=worn))

    def have_mnist(self, folder: Path | None) -> None:
        """MNIST was found or fetched, or is gone."""
        self._go(replace(self._state, mnist=folder))

    def look_for_data(self) -> None:
        """MNIST may have been fetched on another page."""
        if self._state.mnist is None:
            self.have_mnist(find_data(MNIST))

    # The training

    def train(self) -> None:
        """Poison and train both, if nothing is lacking."""
        state = self._state
        if not state.why_not and state.mnist is not None:
            self.lane.start(PoisonTraining(state.choice.trial, state.mnist))

    def retrain(self, detector: str) -> None:
        """Train anew without what that detector caught, if it caught something."""
        state = self._state
        outcome, mnist = state.outcome, state.mnist
        if outcome is not None and mnist is not None and not state.why_not_without(detector):
            self.lane.start(Retraining(outcome, detector, mnist, state.looks))

    def pause(self) -> None:
        """Hold the training, or go on with it; broken off, with the digits where they are now."""
        state, job = self._state, self._state.job.job
        if state.job.broken_off and job is not None:
            self.lane.go_on(replace(job, mnist=state.mnist or job.mnist))
        elif state.job.paused:
            self.lane.resume()
        else:
            self.lane.pause()

    def take_up(self, kept: KeptPoisoning, path: Path) -> None:
        """Show one that an earlier window was making, which can go on, with what it is of."""
        self.choose(self._state.choice.with_trial(kept.job.trial))
        self.lane.take_up(kept, path)

    def give_back(self, stored: StoredPoisoning) -> None:
        """Show what came of the training of a session, and its course."""
        outcome, mnist = stored.outcome, self._state.mnist or Path()
        ended = PoisonState("done", 1.0, stored.looks, outcome)
        self.lane.show_ended(PoisonTraining(outcome.trial, mnist), ended)
        self._go(replace(self._state, outcome=outcome, course=stored.looks))

    def stop(self) -> None:
        """End both trainings now, and measure what they came to."""
        self.lane.stop()

    def cancel(self) -> None:
        """Drop the training; what was there before is there again."""
        self.lane.cancel()

    def close(self) -> None:
        """End what runs; nothing is told any more."""
        self.lane.close()
