"""Looks again and again whether a worker's process lives: one that is held does not answer."""

from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Final

#: Seconds from one look to the next.
WATCH_INTERVAL_S: Final = 0.1


class Watchdog:
    """A thread that calls ``look`` again and again.

    Once it was woken, it does so until that says that there is nothing to watch. The thread
    that receives could not do it: it waits where a process is stopped within a message.
    """

    def __init__(self, look: Callable[[], bool]) -> None:
        self._look = look
        self._lock = Lock()
        self._closed = Event()
        self._woken = False
        self._thread: Thread | None = None

    def wake(self) -> None:
        """Watch from now on."""
        with self._lock:
            self._woken = True
            if self._thread is None and not self._closed.is_set():
                self._thread = Thread(target=self._watch, name="lab-watchdog", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Watch no more."""
        self._closed.set()
        with self._lock:
            thread = self._thread
        if thread:
            thread.join()

    def _watch(self) -> None:
        while not self._closed.wait(WATCH_INTERVAL_S):
            self._woken = False
            if not self._look() and self._is_done():
                return

    def _is_done(self) -> bool:
        """Whether nobody has woken it meanwhile; then the next one needs another thread."""
        with self._lock:
            if not self._woken:
                self._thread = None
            return not self._woken
