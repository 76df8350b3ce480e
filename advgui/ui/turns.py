"""Tells the widgets of a new state, all at once or one after the other."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

from advgui.lab.state import LabState

Listener = Callable[[LabState | None, LabState], None]

#: Milliseconds from one widget to the next: time to paint the one, and for the user.
TURN: Final = 6


class Turns(QObject):
    """Calls each listener with the state that it was told of last, and the new one.

    A run's progress changes half of the window. Shown in one go, it would keep the pen
    waiting for 10 ms, thirty times a second; so each widget gets a turn of the event loop,
    painting included. One that has had no turn yet when the state changes again skips one.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told: dict[Listener, LabState] = {}
        self._left: list[Listener] = []
        self._state: LabState | None = None
        self._clock = QTimer(self, interval=TURN, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._next)

    def add(self, listener: Listener, state: LabState) -> None:
        """From now on it is told of what differs from this state."""
        self._told[listener] = state

    def tell(self, state: LabState) -> None:
        """Tell all of them now."""
        self.stop()
        self._state = state
        for listener in self._told:
            self._tell(listener)

    def tell_in_turn(self, state: LabState) -> None:
        """Tell them one after the other; those who wait for the last state get this one."""
        self._state = state
        self._left += [listener for listener in self._told if listener not in self._left]
        if not self._clock.isActive():
            self._clock.start()

    @property
    def waiting(self) -> bool:
        """Whether someone has not been told of the newest state yet."""
        return bool(self._left)

    def stop(self) -> None:
        """Tell nobody any more of what waits."""
        self._clock.stop()
        self._left.clear()

    def _next(self) -> None:
        if self._left:
            self._tell(self._left.pop(0))
        if not self._left:
            self._clock.stop()

    def _tell(self, listener: Listener) -> None:
        """Of the newest state, which a listener before it may have changed."""
        old, new = self._told[listener], self._state
        if new is not None and new is not old:
            self._told[listener] = new
            listener(old, new)
