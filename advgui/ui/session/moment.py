"""Tells all widgets of a new state together, so that the screen is never of two moments."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from advgui.lab.attack.state import LabState

Listener = Callable[[LabState | None, LabState], None]


class Moment(QObject):
    """Calls every listener with the state that it was told of last, and the new one.

    All of them are told in one go, and none paints at once, so Qt paints them together. What
    a run reports is told two turns of the event loop after it was read, and what takes long is
    prepared in the first: work in pieces keeps nobody waiting. A state that has not been told
    when the next one comes never is.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told: dict[Listener, LabState] = {}
        self._state: LabState | None = None
        self._preparing: list[Callable[[LabState], None]] = []
        self._soon = self._turn(self._prepare)
        self._next = self._turn(self._tell_all)

    def _turn(self, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=0, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(act)
        return timer

    def add(
        self,
        listener: Listener,
        state: LabState,
        prepare: Callable[[LabState], None] | None = None,
    ) -> None:
        """From now on it is told of what differs from this state.

        ``prepare`` is given a state that may be told in the next turn, to get ready for it
        without showing anything.
        """
        self._told[listener] = state
        if prepare is not None:
            self._preparing.append(prepare)

    def tell(self, state: LabState) -> None:
        """Tell all of them now."""
        self._state = state
        self._tell_all()

    def tell_soon(self, state: LabState) -> None:
        """Tell all of them soon, once those who want to have got ready."""
        self._state = state
        self._soon.start()

    @property
    def waiting(self) -> bool:
        """Whether the newest state has not been told yet."""
        return self._soon.isActive() or self._next.isActive()

    def stop(self) -> None:
        """Tell nobody any more of what waits."""
        self._soon.stop()
        self._next.stop()

    def _prepare(self) -> None:
        for prepare in self._preparing:
            if self._state is not None:
                prepare(self._state)
        self._next.start()

    def _tell_all(self) -> None:
        self.stop()
        for listener in self._told:
            self._tell(listener)

    def _tell(self, listener: Listener) -> None:
        """Of the newest state, which a listener before it may have changed."""
        old, new = self._told[listener], self._state
        if new is not None and new is not old:
            self._told[listener] = new
            listener(old, new)
