"""The Train page and its trainer, made when they are first wanted, and how they end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from advgui.ui.trainer import Trainer
    from advgui.ui.trainpage import TrainPage


class School(QObject):
    """Has networks trained for a window, and says what shall be done with them.

    ``trained`` carries each network that is ready, ``attack_wanted`` and ``save_wanted`` the
    one that the page shows.
    """

    trained = Signal(object)
    attack_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("school")
        self._window = window
        self._trainer: Trainer | None = None
        self._page: TrainPage | None = None

    def page(self) -> "TrainPage":
        """The page; call it once."""
        # Only here: few sessions train, and all that does takes its time to import.
        from advgui.ui.trainer import Trainer
        from advgui.ui.trainpage import TrainPage

        self._trainer = Trainer(parent=self)
        self._trainer.trained.connect(self.trained)
        self._page = TrainPage(self._trainer)
        self._page.attack_wanted.connect(self.attack_wanted)
        self._page.save_wanted.connect(self.save_wanted)
        return self._page

    def may_close(self) -> bool:
        """Whether the window may be closed now; where not, the user is asked."""
        if self._trainer is None or not self._trainer.state.busy:
            return True
        from advgui.ui.ending import ask_to_end

        ask_to_end(self._window, self._end)
        return False

    def close(self) -> None:
        """End what runs; nothing of it is kept."""
        if self._trainer is not None:
            self._trainer.close()

    def _end(self) -> None:
        if self._trainer is not None:
            self._trainer.cancel()
        self._window.close()
