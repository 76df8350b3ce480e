"""Tells all widgets of a new state together, so that the screen is never of two moments."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer

from advgui.lab.attack.state import LabState

Listener = Callable[[LabState | None, LabState], None]
Preparation = Callable[[LabState], None]
Source = TypeVar("Source")
Value = TypeVar("Value")


class Kept(Generic[Source, Value]):
    """What is shown of something: made once, be it ahead of time or when it is shown."""

    def __init__(self, make: Callable[[Source], Value]) -> None:
        self._make = make
        self._made: tuple[Source, Value] | None = None

    def is_of(self, source: Source) -> bool:
        """Whether that of this very object is made already."""
        return self._made is not None and self._made[0] is source

    def __call__(self, source: Source) -> Value:
        """What is shown of this very object."""
        if self._made is None or self._made[0] is not source:
            self._made = source, self._make(source)
        return self._made[1]


class Moment(QObject):
    """Calls every listener with the state that it was told of last, and the new one.

    All of them are told in one go, and none paints at once, so Qt paints them together. What
    a run reports is told some turns of the event loop after it was read: before it, those who
    take long get ready, each in a turn of its own, as work in pieces keeps nobody waiting. A
    state that has not been told when the next one comes never is.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told: dict[Listener, LabState] = {}
        self._state: LabState | None = None
        self._preparations: list[Preparation] = []
        self._left: list[Preparation] = []
        self._turn = QTimer(self, singleShot=True, interval=0, timerType=Qt.TimerType.PreciseTimer)
        self._turn.timeout.connect(self._go_on)

    def add(self, listener: Listener, state: LabState, *preparations: Preparation) -> None:
        """From now on it is told of what differs from this state.

        Its ``preparations`` are given a state that may be told in a turn to come, to get ready
        for it without showing anything, each in a turn of its own.
        """
        self._told[listener] = state
        self._preparations.extend(preparations)

    def tell(self, state: LabState) -> None:
        """Tell all of them now."""
        self._state = state
        self._tell_all()

    def tell_soon(self, state: LabState) -> None:
        """Tell all of them soon, once those who want to have got ready."""
        self._state = state
        self._left = list(self._preparations)
        self._turn.start()

    @property
    def waiting(self) -> bool:
        """Whether the newest state has not been told yet."""
        return self._turn.isActive()

    def stop(self) -> None:
        """Tell nobody any more of what waits."""
        self._turn.stop()

    def _go_on(self) -> None:
        """The next one gets ready; once all are, all are told."""
        if self._state is not None and self._left:
            self._turn.start()
            self._get_ready(self._state)
            if self._turn.isActive():
                self._turn.start()  # behind all that fell due meanwhile, as a frame
        else:
            self._tell_all()

    def _get_ready(self, state: LabState) -> None:
        self._left.pop(0)(state)

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
