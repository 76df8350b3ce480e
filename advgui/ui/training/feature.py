"""The Train page and its trainer, made when they are first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from advgui.lab.training.shown_training import ShownTraining
    from advgui.ui.training.controller import Trainer
    from advgui.ui.training.page import TrainPage


class School(QObject):
    """Has networks trained for a window, and says what shall be done with them.

    ``trained`` carries each network that is ready, ``attack_wanted`` and ``save_wanted`` the
    one that the page shows.
    """

    trained = Signal(object)
    attack_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("school")
        self._trainer: Trainer | None = None
        self._page: TrainPage | None = None

    def page(self) -> "TrainPage":
        """The page; call it once."""
        # Only here: few sessions train, and all that does takes its time to import.
        from advgui.ui.training.controller import Trainer
        from advgui.ui.training.page import TrainPage

        self._trainer = Trainer(parent=self)
        self._trainer.trained.connect(self.trained)
        self._page = TrainPage(self._trainer)
        self._page.attack_wanted.connect(self.attack_wanted)
        self._page.save_wanted.connect(self.save_wanted)
        return self._page

    @property
    def training(self) -> "ShownTraining | None":
        """The training that is under way, if there is one."""
        state = None if self._trainer is None else self._trainer.state
        return state.training if state is not None and state.busy else None

    @property
    def ticket(self) -> int:
        """The number of the latest training."""
        return 0 if self._trainer is None else self._trainer.state.ticket

    def stop(self) -> None:
        """End the training and keep what the network has learned; it is soon ``trained``."""
        if self._trainer is not None:
            self._trainer.stop()

    def close(self) -> None:
        """End what runs; nothing of it is kept."""
        if self._trainer is not None:
            self._trainer.close()
