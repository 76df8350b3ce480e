"""A job beside the window: started, paused, stopped and dropped, and what it told last."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from advgui.lab.worker import jobs
from advgui.lab.worker.job import Job
from advgui.lab.worker.jobs import JobState
from advgui.lab.worker.messages import JobReport, JobRequest
from advgui.ui.session.worker_bridge import Background

SomeJob = TypeVar("SomeJob", bound=Job[Any])
State = TypeVar("State")

#: From one look at the reports to the next.
_REPORTS_MS = 50


class JobLane(QObject, Generic[SomeJob, State]):
    """Does one job at a time, of which the newest wins, in a process of its own.

    ``changed`` says that there is a new ``state``.
    """

    changed = Signal()

    def __init__(self, *, interval_ms: int = _REPORTS_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job-lane")
        self._state: JobState[SomeJob, State] = JobState()
        self._background = Background(interval_ms=interval_ms, parent=self)
        self._background.reported.connect(self._take)

    @property
    def state(self) -> JobState[SomeJob, State]:
        """What is known so far."""
        return self._state

    def prepare(self) -> None:
        """Have the process come up now, so that the first job begins at once."""
        self._background.runner.start()

    def start(self, job: SomeJob) -> None:
        """Do this; what ran is dropped."""
        self._go(jobs.started(self._state, job))
        self._background.runner.submit(JobRequest(self._state.ticket, job))

    def pause(self) -> None:
        """Hold it; it costs nothing meanwhile."""
        self._background.runner.pause(self._state.ticket)
        self._go(jobs.paused(self._state))

    def resume(self) -> None:
        """Go on with it."""
        self._background.runner.resume(self._state.ticket)
        self._go(jobs.resumed(self._state))

    def stop(self) -> None:
        """End it now, and keep what it has."""
        self._background.runner.stop(self._state.ticket)

    def cancel(self) -> None:
        """Drop it."""
        self._background.runner.cancel()
        self._go(jobs.cancelled(self._state))

    def close(self) -> None:
        """End the process; nothing is told any more."""
        self._background.close()

    def _take(self, report: JobReport) -> None:
        self._go(jobs.reported(self._state, report))

    def _go(self, new: JobState[SomeJob, State]) -> None:
        old, self._state = self._state, new
        if new is not old:
            self.changed.emit()
