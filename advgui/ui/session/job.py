"""A job beside the window: started, paused, stopped and dropped, and what it told last."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from advgui.core.errors import WorkFileError
from advgui.lab.worker import jobs
from advgui.lab.worker.job import Job
from advgui.lab.worker.jobs import JobState, KeptJob, LastingJob
from advgui.lab.worker.messages import JobReport, JobRequest
from advgui.ui.session.worker_bridge import Background

SomeJob = TypeVar("SomeJob", bound=Job[Any])
State = TypeVar("State")

#: From one look at the reports to the next.
_REPORTS_MS = 50


class JobLane(QObject, Generic[SomeJob, State]):
    """Does one job at a time, of which the newest wins, in a process of its own.

    ``changed`` says that there is a new ``state``. ``place`` tells where a lasting job is written
    down meanwhile, if it is: it can go on from there in this window or in the next one.
    """

    changed = Signal()

    def __init__(self, *, interval_ms: int = _REPORTS_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job-lane")
        self._state: JobState[SomeJob, State] = JobState()
        self.place: Callable[[], Path | None] = lambda: None
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
        kept = self.place() if isinstance(job, LastingJob) else None
        self._go(jobs.started(self._state, job, kept))
        self._background.runner.submit(JobRequest(self._state.ticket, job, kept))

    def take_up(self, found: KeptJob[SomeJob, State], kept: Path) -> None:
        """Show one that an earlier window was doing, which can go on."""
        if not self._state.busy:
            self._go(jobs.left(self._state, found, kept))

    def show_ended(self, job: SomeJob, value: State) -> None:
        """Show one that an earlier window has done, with what it came to."""
        self._go(jobs.ended(self._state, job, value))

    def go_on(self, job: SomeJob) -> None:
        """Go on with the one that was broken off, as this job, from where it was."""
        if self._state.broken_off:
            self._go(jobs.gone_on(self._state, job))
            request = JobRequest(self._state.ticket, job, self._state.kept, goes_on=True)
            self._background.runner.submit(request)

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
        self._forget()

    def close(self) -> None:
        """End the process, and tell nothing any more; what was not at its end can go on."""
        self._background.close()
        if not self._state.busy:
            self._forget()

    def _forget(self) -> None:
        """Nothing is left of it."""
        if self._state.kept is not None:
            with suppress(OSError):  # its process removes it, too
                self._state.kept.unlink()

    def _take(self, report: JobReport) -> None:
        was_busy = self._state.busy
        self._go(jobs.reported(self._state, report))
        if was_busy and self._state.phase == "failed":
            self._rescue()

    def _rescue(self) -> None:
        """What was kept of one that failed can go on."""
        failed, kept = self._state, self._state.kept
        if kept is None or not kept.exists() or not isinstance(failed.job, LastingJob):
            return
        try:
            self._go(jobs.left(failed, failed.job.kept(kept), kept, failed.sentence))
        except WorkFileError:
            self._forget()  # as it has failed for that, which is told

    def _go(self, new: JobState[SomeJob, State]) -> None:
        old, self._state = self._state, new
        if new is not old:
            self.changed.emit()
