"""Old runs lose steps where all have no room, beside the window: to copy what stays takes time."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from advgui.lab.attack.state import LabState
from advgui.lab.runs.runs import ROOM, Runs, exchanged, within_room
from advgui.ui.session.aside import Aside
from advgui.ui.session.controller import Controller

#: Of so many parts of the room one is made free, so that not every run asks for more.
_SPARE: Final = 16


class RunThinning(QObject):
    """Keeps all steps within ``room`` bytes, but for a moment after each run."""

    def __init__(self, controller: Controller, parent: QObject, room: int = ROOM) -> None:
        super().__init__(parent)
        self._controller, self._room = controller, room
        self._aside = Aside[tuple[Runs, Runs]](self)
        self._aside.found.connect(self._take)
        controller.watch(self.apply)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Where runs have come, there may be too little room."""
        if old is None or new.runs is not old.runs:
            self._look(new.runs)

    def close_work(self) -> None:
        """Thin nothing more."""
        self._aside.close()

    def _look(self, runs: Runs) -> None:
        if not self._aside.busy and runs.size > self._room:
            self._aside.ask(partial(_thinned, runs, self._room))

    def _take(self, found: tuple[Runs, Runs]) -> None:
        """What was made or deleted meanwhile is so still."""
        before, after = found
        state = self._controller.state
        runs = exchanged(state.runs, before, after)
        if runs is not state.runs:
            self._controller.go(replace(state, runs=runs))
        elif runs is not before:
            self._look(runs)


def _thinned(runs: Runs, room: int) -> tuple[Runs, Runs]:
    return runs, within_room(runs, room - room // _SPARE)
