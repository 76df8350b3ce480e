"""A job in a worker, and what a page shows of it: started, paused, stopped and dropped."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any, ClassVar, Generic, Literal, TypeVar, assert_never

from advgui.core.generators import Driver
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.job import Job
from advgui.lab.worker.messages import (
    Command,
    Failed,
    JobFinished,
    JobProgress,
    JobReport,
    JobRequest,
    Silent,
)
from advgui.lab.worker.session import LOOK_INTERVAL_S, Session

State = TypeVar("State")
SomeJob = TypeVar("SomeJob", bound=Job[Any])

Phase = Literal["none", "running", "paused", "finished", "stopped", "cancelled", "failed"]


class JobSession(Session[State, State]):
    """Does one job in a worker, and reports on it."""

    report_interval_s: ClassVar[float] = 1 / 20

    def __init__(self, channel: Channel[Command], request: JobRequest, sleep_s: float) -> None:
        super().__init__(channel, request.ticket, sleep_s)
        self._job: Job[State] = request.job
        self._newest: State | None = None
        self._reported: State | None = None

    def _run(self) -> Generator[State, None, State]:
        return self._job.steps()

    def _advance(self, driver: Driver[State, State]) -> None:
        """As many steps as fit between two looks."""
        start = perf_counter()
        for self._newest in driver:
            if perf_counter() > start + LOOK_INTERVAL_S:
                return

    def _report(self) -> None:
        if self._newest is not self._reported:
            self._reported = self._newest
            self._channel.send(JobProgress(self._ticket, self._newest))

    def _finish(self, value: State) -> None:
        self._channel.send(JobFinished(self._ticket, value, self._stopped))


@dataclass(frozen=True, eq=False, kw_only=True)  # no slots: ``JobState[A, B]()`` would fail
class JobState(Generic[SomeJob, State]):
    """The job that was asked for last, and its newest state: what a page shows of it."""

    ticket: int = 0
    job: SomeJob | None = None
    phase: Phase = "none"
    value: State | None = None
    sentence: str = ""
    silent: bool = False

    @property
    def busy(self) -> bool:
        """Whether more will come, now or once it is resumed."""
        return self.phase in ("running", "paused")

    @property
    def paused(self) -> bool:
        """Whether it waits to be resumed."""
        return self.phase == "paused"


def started(old: JobState[SomeJob, State], job: SomeJob) -> JobState[SomeJob, State]:
    """Another job begins; what ran is dropped."""
    return JobState(ticket=old.ticket + 1, job=job, phase="running")


def paused(old: JobState[SomeJob, State]) -> JobState[SomeJob, State]:
    """It waits."""
    return replace(old, phase="paused", silent=False) if old.phase == "running" else old


def resumed(old: JobState[SomeJob, State]) -> JobState[SomeJob, State]:
    """It goes on."""
    return replace(old, phase="running") if old.paused else old


def cancelled(old: JobState[SomeJob, State]) -> JobState[SomeJob, State]:
    """No more of it is wanted, and nothing is kept."""
    return replace(old, phase="cancelled", value=None, silent=False) if old.busy else old


def reported(old: JobState[SomeJob, State], report: JobReport) -> JobState[SomeJob, State]:
    """A report has come; one about an earlier job is dropped."""
    if report.ticket != old.ticket or not old.busy:
        return old
    match report:
        case JobProgress():
            return replace(old, value=report.state, silent=False)
        case JobFinished():
            phase: Phase = "stopped" if report.stopped else "finished"
            return replace(old, value=report.state, phase=phase, silent=False)
        case Silent():
            return replace(old, silent=True)
        case Failed():
            phase = "stopped" if report.stopped else "failed"
            return replace(old, phase=phase, sentence=report.sentence, silent=False)
        case never:
            assert_never(never)
