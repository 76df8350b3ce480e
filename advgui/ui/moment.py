"""Tells all widgets of a new state together, so that the screen is never of two moments."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from advgui.lab.state import LabState

Listener = Callable[[LabState | None, LabState], None]


class Moment(QObject):
    """Calls every listener with the state that it was told of last, and the new one.

    All of them are told in one go, and none paints at once, so Qt paints them together. What
    a run reports is told a turn of the event loop after it was read: work in two pieces keeps
    nobody waiting. A state that has not been told when the next one comes never is.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told: dict[Listener, LabState] = {}
        self._state: LabState | None = None
        self._soon = QTimer(self, singleShot=True, interval=0, timerType=Qt.TimerType.PreciseTimer)
        self._soon.timeout.connect(self._tell_all)

    def add(self, listener: Listener, state: LabState) -> None:
        """From now on it is told of what differs from this state."""
        self._told[listener] = state

    def tell(self, state: LabState) -> None:
        """Tell all of them now."""
        self._state = state
        self._tell_all()

    def tell_soon(self, state: LabState) -> None:
        """Tell all of them in the next turn of the event loop."""
        self._state = state
        self._soon.start()

    @property
    def waiting(self) -> bool:
        """Whether the newest state has not been told yet."""
        return self._soon.isActive()

    def stop(self) -> None:
        """Tell nobody any more of what waits."""
        self._soon.stop()

    def _tell_all(self) -> None:
        self._soon.stop()
        for listener in self._told:
            self._tell(listener)

    def _tell(self, listener: Listener) -> None:
        """Of the newest state, which a listener before it may have changed."""
        old, new = self._told[listener], self._state
        if new is not None and new is not old:
            self._told[listener] = new
            listener(old, new)
