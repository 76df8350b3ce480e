"""Where the runner's thread leaves its reports until the window has time for them."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import Generic, TypeVar

from advgui.lab.worker.messages import AttackProgress, AttackReport, Reported

Some = TypeVar("Some", bound=Reported)


class Mailbox(Generic[Some]):
    """Holds what was reported since the last look, in one piece.

    A window that takes longer to show a report than the worker to make one would fall
    behind further and further; so reports that wait are joined to one by ``join``, which
    returns None for two that cannot be. ``wake`` is called, by the thread that reports, when
    something lies in the empty box.
    """

    def __init__(self, wake: Callable[[], None], join: Callable[[Some, Some], Some | None]) -> None:
        self._wake = wake
        self._join = join
        self._lock = Lock()
        self._waiting: list[Some] = []

    def put(self, report: Some) -> None:
        """Leave a report. Those about other runs are stale now and go."""
        with self._lock:
            was_empty = not self._waiting
            kept = [other for other in self._waiting if other.ticket == report.ticket]
            both = self._join(kept[-1], report) if kept else None
            self._waiting = [*kept, report] if both is None else [*kept[:-1], both]
        if was_empty:
            self._wake()

    def take(self) -> list[Some]:
        """All that waits, the oldest first."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        return waiting


def progress_joined(one: AttackReport, next_one: AttackReport) -> AttackReport | None:
    """Two reports on the progress of a run in one, which lacks none of the steps."""
    if isinstance(one, AttackProgress) and isinstance(next_one, AttackProgress):
        return replace(next_one, recording=one.recording + next_one.recording)
    return None
