"""Turns what the user does on the Train page into new states, and tells who must know."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS, Dataset
from advgui.core.datasets.folders import find_data, take
from advgui.core.errors import WorkFileError
from advgui.core.training.registry import TRAINING_DEFENCES
from advgui.core.training.training_file import KeptTraining, load_training
from advgui.lab.networks.library import Library
from advgui.lab.training import transitions
from advgui.lab.training.shown_training import ShownTraining
from advgui.lab.training.state import TrainingState
from advgui.lab.training.text import training_work
from advgui.lab.worker.messages import TrainingReport
from advgui.ui.session.stopwatch import Stopwatch
from advgui.ui.session.worker_bridge import Background

#: From one look at a training to the next: its line and its curves show each at once.
REPORTS_MS: Final = 250


class Trainer(QObject):
    """Holds the Train page's one frozen state, and has networks trained in the background.

    ``changed`` carries the old and the new state, ``trained`` each network that is ready.
    """

    changed = Signal(object, object)
    trained = Signal(object)

    def __init__(
        self,
        seed: int = 0,
        library: Library | None = None,
        stopwatch: Stopwatch | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("trainer")
        self.stopwatch = stopwatch or Stopwatch(self)
        #: The networks that others can learn from.
        self.library = library or Library()
        found = {"mnist": find_data(MNIST), "pen": find_data(PEN_DIGITS)}
        self._state = transitions.opened(seed=seed, **found)
        self._background = Background(interval_ms=REPORTS_MS, parent=self)
        self._background.reported.connect(self._take)
        #: Where a training is written down meanwhile, if it is.
        self.place: Callable[[], Path | None] = lambda: None

    @property
    def state(self) -> TrainingState:
        """What the page is doing now."""
        return self._state

    @property
    def in_process(self) -> bool:
        """Whether networks are trained in a thread of the window, and not beside it."""
        return self._background.runner.in_process

    @property
    def busy(self) -> bool:
        """Whether a training is under way, or waits to be gone on with."""
        return self.state.busy

    def go(self, new: TrainingState) -> None:
        """The next state."""
        old, self._state = self._state, new
        if new is not old:
            self.changed.emit(old, new)

    def close(self) -> None:
        """End what runs; one that was not dropped can go on in the next window."""
        self._background.close()
        if not self.state.busy:
            self._forget()

    def look_for_data(self) -> None:
        """The data sets may be somewhere else now, or gone."""
        self.go(transitions.located(self.state, mnist=find_data(MNIST), pen=find_data(PEN_DIGITS)))

    def look_in(self, folder: Path) -> None:
        """Take the data sets that a folder holds; raises DatasetError where it has none."""
        take((MNIST, PEN_DIGITS), folder)
        self.look_for_data()

    def have(self, dataset: Dataset, folder: Path) -> None:
        """A data set was found or fetched."""
        mnist, pen = self.state.mnist, self.state.pen
        if dataset is MNIST:
            mnist = folder
        else:
            pen = folder
        self.go(transitions.located(self.state, mnist=mnist, pen=pen))

    # What is chosen

    def choose_architecture(self, name: str) -> None:
        """Another architecture, with all that suits it."""
        self.go(transitions.architecture_chosen(self.state, name))

    def choose_activation(self, name: str) -> None:
        """Another activation of the hidden layers."""
        self.go(transitions.activation_chosen(self.state, name))

    def choose_way(self, name: str) -> None:
        """Another way of training; what is taught learns from its like, if that is there."""
        kind, names = TRAINING_DEFENCES.get(name), self.library.names
        alike = self.state.plan.architecture
        first = alike if alike in names else names[0]
        teacher = self.library.load(first) if kind is not None and kind.taught else None
        self.go(transitions.way_chosen(self.state, name, teacher))

    def choose_teacher(self, name: str) -> None:
        """Another network to learn from."""
        self.go(transitions.teacher_chosen(self.state, self.library.load(name)))

    def set_parameter(self, name: str, value: object) -> None:
        """The share of MNIST, the pen strokes, the epochs, the quick recipe, or the defence's."""
        self.go(transitions.parameter_set(self.state, name, value))

    def set_seed(self, seed: int) -> None:
        """Another seed."""
        self.go(transitions.seed_set(self.state, seed))

    def set_name(self, name: str) -> None:
        """What the network shall be called."""
        self.go(transitions.named(self.state, name))

    # The training

    def train(self) -> None:
        """Begin, if nothing is lacking."""
        old, new = self.state, transitions.begun(self.state, self.place())
        self.go(new)
        if new is not old and new.training is not None:
            self._background.runner.submit(new.training.request)

    def pause(self) -> None:
        """Hold the training."""
        self._background.runner.pause(self.state.ticket)
        self.go(transitions.paused(self.state))

    def resume(self) -> None:
        """Go on with it, also where it was broken off."""
        old, new = self.state, transitions.resumed(self.state)
        self.go(new)
        if new.training is None or new.ticket == old.ticket:
            self._background.runner.resume(new.ticket)
        else:
            self._background.runner.submit(new.training.request)

    def take_up(self, kept: KeptTraining, path: Path) -> None:
        """Show one that an earlier window was making, which can go on.

        Raises WorkFileError where its curves are none.
        """
        if not self.state.busy:
            self.go(transitions.broken_off(self.state, kept, path))

    def stop(self) -> None:
        """End it now and keep what it has learned."""
        self._background.runner.stop(self.state.ticket)
        self.go(transitions.stop_asked(self.state))

    def keep_best(self) -> None:
        """Offer the network of the best epoch, too."""
        training = self.state.training
        if training is not None and training.best is not None:
            self.go(transitions.best_kept(self.state))
            self.trained.emit(training.best.network)

    def cancel(self) -> None:
        """Drop it."""
        self._background.runner.cancel()
        self.go(transitions.cancelled(self.state))
        self._forget()

    def _forget(self) -> None:
        """Nothing is left of the training."""
        training = self.state.training
        if training is not None and training.request.kept is not None:
            with suppress(OSError):  # its process removes it, too
                training.request.kept.unlink()

    def _take(self, report: TrainingReport) -> None:
        was_busy = self.state.busy
        self.go(transitions.reported(self.state, report))
        training = self.state.training
        if was_busy and training is not None and training.network is not None:
            self._note(training, training.network.card.seconds)
            self.trained.emit(training.network)
        if was_busy and training is not None and training.phase == "failed":
            self._rescue(training)

    def _note(self, training: ShownTraining, seconds: float | None) -> None:
        """How long so much of it has taken."""
        plan = training.request.plan
        if seconds is not None:
            self.stopwatch.note(training_work(plan, training.epochs / plan.all_epochs), seconds)

    def _rescue(self, training: ShownTraining) -> None:
        """What was kept of one that failed can go on."""
        path = training.request.kept
        if path is None or not path.exists():
            return
        try:
            kept = load_training(path)
            self.go(transitions.broken_off(self.state, kept, path, training.sentence))
        except WorkFileError:
            self._forget()  # as it has failed for that, which is told
