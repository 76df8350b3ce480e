"""A calm line below the sheet, where what is on it may be no digit."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from advgui.lab.attack.state import LabState
from advgui.lab.drawing.likeness import remark_on
from advgui.ui.session.aside import Aside
from advgui.ui.session.controller import Controller
from advgui.ui.widgets.layout import column
from advgui.ui.widgets.steady_note import SteadyNote

#: So long nothing is drawn before anything is said, or no longer said.
REST_MS: Final = 500


class Remark(QWidget):
    """Says it once the pen rests; in between it stays as it was, and its room is always there."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.setObjectName("remark")
        self._controller = controller
        self._note = SteadyNote(2, name="remark-words")
        column(self).addWidget(self._note)
        self._aside = Aside[str](self)
        self._aside.found.connect(self._note.set_words)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look)
        controller.watch(self.apply)
        self.apply(None, controller.state)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Another image is looked at once it has stayed for a while."""
        if old is None or new.image is not old.image:
            self._rest.start()

    def close_work(self) -> None:
        """Look at nothing more."""
        self._rest.stop()
        self._aside.close()

    def _look(self) -> None:
        state = self._controller.state
        if state.drawing.known is not None:  # it is known what that is
            self._aside.ask(str)
        else:
            image = state.image
            self._aside.ask(lambda: remark_on(image))
