"""The signals that end a program, told in the window's thread as soon as they come."""

import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from advgui.ui.session.file_handles import handles_are_left

_Handler = Callable[[int, FrameType | None], Any] | int | None

#: Ctrl-C, a session's end, a terminal's end, Ctrl-\; a system has some of them.
_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")


class Signals(QObject):
    """Catches them from the start until ``close``, and emits ``came`` with their numbers.

    Python's own handlers would wait until Python has something to do, which a window at rest
    has not. Where the system gives next to no handles, signals end the program as they always do.
    """

    came = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signals")
        self._former: dict[int, _Handler] = {}
        if handles_are_left():
            self._catch()

    def _catch(self) -> None:
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._former_end = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._former = {number: signal.signal(number, _caught) for number in numbers}

    def close(self) -> None:
        """Leave the signals to whoever had them before."""
        if not self._former:
            return
        for number, handler in self._former.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._former_end)
        self._notifier.setEnabled(False)
        self._near.close()
        self._far.close()

    def _read(self) -> None:
        for number in self._near.recv(64):
            self.came.emit(number)


def _caught(number: int, frame: FrameType | None) -> None:
    """The signal is on its way to the window already."""
