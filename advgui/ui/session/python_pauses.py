"""How long Python itself keeps the window waiting: for old garbage, and for other threads."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import get_native_id
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from advgui.ui.session.controller import Controller

#: After so long without a change nobody waits for a frame.
REST_MS: Final = 3000
#: What has outlived so many looks at the young is worth a look at all: Python's own measure.
_ENOUGH: Final = 10
#: So many of these make Python look by itself, should the window never rest.
_TOO_MANY: Final = 10_000
#: Seconds after which another thread gives way. To be painted, a window asks for its turn some
#: dozens of times, and would wait ten times as long at each by Python's own measure.
_SWITCH_INTERVAL_S: Final = 0.0005
#: By how much a thread is nicer than the window that stands back for it, on Linux.
_NICENESS: Final = 10


@contextmanager
def short_pauses(controller: "Controller") -> Iterator[None]:
    """Whatever grows old meanwhile is looked through between the user's acts alone.

    With all objects of a window, and those of a thousand runs, that takes a tenth of a second.
    What is left at the first rest stays, and is never looked through again.
    """
    former, interval = gc.get_threshold(), sys.getswitchinterval()
    gc.set_threshold(*former[:2], _TOO_MANY)
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    rest = _Rest(controller)
    try:
        yield
    finally:
        rest.end()
        sys.setswitchinterval(interval)
        gc.set_threshold(*former)
        gc.unfreeze()


def stand_back() -> None:
    """The thread that calls this gives way to the window, for work that nobody waits for."""
    if sys.platform == "linux":  # elsewhere only a whole process can
        me = os.PRIO_PROCESS, get_native_id()
        with suppress(OSError):
            os.setpriority(*me, os.getpriority(*me) + _NICENESS)


class _Rest(QObject):
    """Looks for garbage once nothing has changed for a while.

    The first time at all there is: what is frozen before stays for good, garbage too, as a window
    that was closed in the same process.
    """

    def __init__(self, controller: "Controller") -> None:
        super().__init__()
        self._first = True
        self._clock = QTimer(self, singleShot=True, interval=REST_MS)
        self._clock.timeout.connect(self._look)
        controller.changed.connect(self._wait)

    def _wait(self) -> None:
        self._clock.start()

    def _look(self) -> None:
        if self._first or gc.get_count()[2] >= _ENOUGH:
            gc.collect()
        if self._first:
            gc.freeze()
            self._first = False

    def end(self) -> None:
        """Look no more."""
        self._clock.stop()
