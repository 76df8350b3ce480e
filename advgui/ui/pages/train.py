"""The page on which a network is trained; few sessions train, so it is made when it is wanted."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.ui.pages import Host, KeptWork, Work, WorkingPage

if TYPE_CHECKING:
    from pathlib import Path

    from advgui.core.nn.network import Network
    from advgui.lab.drawing.model import MnistDigit
    from advgui.ui.training.controller import Trainer
    from advgui.ui.training.page import TrainPage


class Train(WorkingPage):
    """Has networks trained beside the window, and offers each that is ready."""

    name, title, order = "train", tr("Train", "page"), 20
    folds = "always"
    keeps = "training"

    def __init__(self) -> None:
        super().__init__()
        self._trainer: Trainer | None = None
        self._page: TrainPage | None = None
        self._awaited: tuple[int, Callable[[], None]] | None = None

    def make(self, host: Host) -> QWidget:
        """Build it, with its trainer."""
        from advgui.ui.training.controller import Trainer
        from advgui.ui.training.page import TrainPage

        self._trainer = trainer = Trainer(library=host.library, stopwatch=host.controller.stopwatch)
        self._page = page = TrainPage(trainer)
        trainer.setParent(page)
        self.begin(trainer)
        trainer.trained.connect(partial(self._offer, host, trainer))
        page.attack_wanted.connect(partial(_attack, host))
        page.save_wanted.connect(host.save_network)
        page.history.plot.exported.connect(host.export)
        page.errors.digit_wanted.connect(partial(_put_on_sheet, host))
        host.controller.watch(lambda _, new: page.errors.set_network(new.network))
        page.errors.set_network(host.controller.state.network)
        return page

    @property
    def work(self) -> Work | None:
        """The training that is under way; one that was broken off waits for the next window."""
        state = None if self._trainer is None else self._trainer.state
        if state is None or state.training is None or not state.busy or state.training.broken_off:
            return None
        kept = state.training.request.kept
        there = kept is not None and kept.exists()
        return Work(state.training.request.plan.title, state.training.learned, there)

    def drop_work(self) -> None:
        """Keep nothing of the training."""
        if self._trainer is not None:
            self._trainer.cancel()

    @property
    def worker(self) -> "Trainer | None":
        """The trainer."""
        return self._trainer

    def read_kept(self, path: "Path") -> KeptWork:
        """A training that was under way. Raises WorkFileError."""
        from advgui.core.training.training_file import load_training

        return load_training(path)

    def keep_work(self, then: Callable[[], None]) -> None:
        """End the training and keep what the network has learned."""
        if self._trainer is not None:
            self._awaited = self._trainer.state.ticket, then
            self._trainer.stop()

    def open_at(self, what: str) -> None:
        """Offer the way of training of that name."""
        if self._trainer is not None:
            self._trainer.choose_way(what)

    def close(self) -> None:
        """End the training, which can go on in the next window unless it was dropped."""
        if self._trainer is not None:
            self._trainer.close()
        if self._page is not None:
            self._page.history.plot.close()
            self._page.errors.close_work()

    def _offer(self, host: Host, trainer: "Trainer", network: "Network") -> None:
        """A network is ready; whoever has waited for it goes on."""
        host.add_network(network, trained=True)
        awaited, self._awaited = self._awaited, None
        if awaited is not None and awaited[0] == trainer.state.ticket:
            awaited[1]()


def _attack(host: Host, network: "Network") -> None:
    """Choose the network, and show where the drawing can be attacked on it."""
    host.add_network(network, trained=True)
    host.show_page("attack")


def _put_on_sheet(host: Host, digit: "MnistDigit") -> None:
    """The digit takes the place of the drawing, which comes back by undoing."""
    from advgui.lab.drawing.mnist import drawing_of

    controller = host.controller
    controller.draw(drawing_of(digit, controller.state.drawing.pen))


PAGE: Final = Train
