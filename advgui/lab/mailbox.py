"""Where the runner's thread leaves its reports until the window has time for them."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from advgui.lab.messages import Progress, Report
from advgui.lab.trace import joined


class Mailbox:
    """Holds what was reported since the last look, in one piece.

    A window that takes longer to show a report than the worker to make one would fall
    behind further and further; so reports on progress that wait are joined to one, which
    lacks none of the steps. ``wake`` is called, by the thread that reports, when something
    lies in the empty box.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._lock = Lock()
        self._waiting: list[Report] = []

    def put(self, report: Report) -> None:
        """Leave a report. Those about other runs are stale now and go."""
        with self._lock:
            was_empty = not self._waiting
            kept = [other for other in self._waiting if other.ticket == report.ticket]
            self._waiting = [*kept[:-1], *_joined(kept[-1], report)] if kept else [report]
        if was_empty:
            self._wake()

    def take(self) -> list[Report]:
        """All that waits, the oldest first."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        return waiting


def _joined(one: Report, next_one: Report) -> tuple[Report, ...]:
    """Two reports on progress in one; others stay as they are."""
    if isinstance(one, Progress) and isinstance(next_one, Progress):
        return (replace(next_one, curves=joined((one.curves, next_one.curves))),)
    return one, next_one
