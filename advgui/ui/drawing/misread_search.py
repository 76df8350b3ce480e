"""Looks beside the window for the test digits that a network misreads."""

from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal

from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.lab.drawing.mnist import Misread, MisreadJob, Places
from advgui.ui.session.job import JobLane

_BEGUN: Final = tr("The network begins to read them.")


class MisreadSearch(QObject):
    """Knows those of the network that it was asked for last; ``changed`` says there are more."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("misread-search")
        self.folder: Path | None = None
        self._lane: JobLane[MisreadJob, Misread] | None = None

    @property
    def places(self) -> Places:
        """The numbers of those that are known so far."""
        state = None if self._lane is None else self._lane.state.value
        return np.zeros(0, np.int64) if state is None else state.places

    @property
    def words(self) -> str:
        """How many there are, or why nobody knows."""
        if self._lane is None:
            return ""
        state = self._lane.state
        if state.phase == "failed":
            return state.sentence
        if state.value is None:
            return _BEGUN if state.busy else ""
        return state.value.words

    def ask(self, network: Network) -> None:
        """Have that network read them, unless it is doing so or has done it."""
        if self.folder is None:
            return
        if self._lane is None:  # its process starts when it is wanted
            self._lane = JobLane(parent=self)
            self._lane.changed.connect(self.changed)
        state = self._lane.state
        known = state.busy or state.phase == "finished"
        if not known or state.job is None or state.job.network is not network:
            self._lane.start(MisreadJob(self.folder, network))

    def drop(self) -> None:
        """Nobody asks any more; what is known already stays."""
        if self._lane is not None:
            self._lane.cancel()

    def close(self) -> None:
        """End its process."""
        if self._lane is not None:
            self._lane.close()
