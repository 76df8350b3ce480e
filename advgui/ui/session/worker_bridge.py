"""Work beside the window: asked for at once, reported when the window has time for it."""

from collections.abc import Callable
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from advgui.lab.worker.messages import (
    AnyReport,
    AttackProgress,
    JobProgress,
    ProofProgress,
    TrainingProgress,
)
from advgui.lab.worker.runner import Runner


class Background(QObject):
    """A runner whose reports come as signals in the window's thread, joined if they wait.

    The first is told at once; ``interval_ms`` is the rest from there to the next look at them,
    however long the window took to show them. ``modest`` as a runner takes it.
    """

    reported = Signal(object)
    _arrived = Signal()

    def __init__(
        self, *, interval_ms: int, modest: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("background")
        self._mailbox = Mailbox(self._arrived.emit)
        self._rest = QTimer(self, singleShot=True, interval=interval_ms)
        self._rest.timeout.connect(self._look)
        self._arrived.connect(self._look, Qt.ConnectionType.QueuedConnection)
        self.runner = Runner[Any](self._mailbox.put, modest=modest)

    def look_every(self, milliseconds: int) -> None:
        """Another rest from one look at the reports to the next."""
        self._rest.setInterval(milliseconds)

    def close(self) -> None:
        """End the worker; nothing is reported any more. Once more does nothing."""
        self.runner.close()
        self._rest.stop()
        self._mailbox.take()  # nobody looks for what waits

    def _look(self) -> None:
        """Tell what has come, unless the window rests from the last ones."""
        if self._rest.isActive() or not (reports := self._mailbox.take()):
            return
        self._rest.start()
        for report in reports:
            self.reported.emit(report)
        if self._rest.isActive():
            self._rest.start()


class Mailbox:
    """Where the runner's thread leaves its reports until the window has time for them.

    A window that takes longer to show a report than the worker to make one would fall
    behind further and further; so reports on progress that wait are joined to one. ``wake``
    is called, by the thread that reports, when something lies in the empty box.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._lock = Lock()
        self._waiting: list[AnyReport] = []

    def put(self, report: AnyReport) -> None:
        """Leave a report. Those about other runs are stale now and go."""
        with self._lock:
            was_empty = not self._waiting
            kept = [other for other in self._waiting if other.ticket == report.ticket]
            self._waiting = [*kept[:-1], *_joined(kept[-1], report)] if kept else [report]
        if was_empty:
            self._wake()

    def take(self) -> list[AnyReport]:
        """All that waits, the oldest first."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        return waiting


def _joined(one: AnyReport, more: AnyReport) -> tuple[AnyReport, ...]:
    match one, more:
        case AttackProgress(), AttackProgress():
            return (one + more,)
        case TrainingProgress(), TrainingProgress():
            return (one + more,)
        case (ProofProgress(), ProofProgress()) | (JobProgress(), JobProgress()):
            return (more,)
    return one, more
