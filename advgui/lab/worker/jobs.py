"""A job in a worker, and what a page shows of it: started, paused, stopped and dropped."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import (
    Any,
    ClassVar,
    Generic,
    Literal,
    Protocol,
    TypeVar,
    assert_never,
    runtime_checkable,
)

from advgui.core.generators import Driver
from advgui.core.resuming.checkpoints import Checkpoint, Checkpoints
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.job import Job
from advgui.lab.worker.keeper import Keeper
from advgui.lab.worker.messages import (
    CancelRun,
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


@dataclass(frozen=True, eq=False)  # no slots, as of ``JobState``
class KeptJob(Generic[SomeJob, State]):
    """A job at one moment: its state then, and what it needs to go on."""

    job: SomeJob
    state: State
    checkpoint: Checkpoint

    @property
    def title(self) -> str:
        """What it is called, to be named in a sentence."""
        return str(getattr(self.job, "title", ""))


@runtime_checkable
class LastingJob(Job[State], Protocol[State]):
    """One that can go on where it was after its process was ended."""

    @property
    def title(self) -> str:
        """What it is called, to be named in a sentence."""
        ...

    def lasting_steps(
        self, checkpoints: Checkpoints, former: State | None = None
    ) -> Generator[State, None, State]:
        """As ``steps``, going on with what the checkpoints remember, from the ``former`` state."""
        ...

    def keep(self, state: State, checkpoint: Checkpoint, place: Path) -> None:
        """Write it down, with its newest state. Raises BadInput where that cannot be done."""
        ...

    def kept(self, place: Path) -> "KeptJob[Any, State]":
        """What was written down there of a job of this kind. Raises WorkFileError."""
        ...


class JobSession(Session[State, State]):
    """Does one job in a worker, and reports on it; one that lasts is written down meanwhile.

    Raises WorkFileError where it shall go on, and what is there is damaged.
    """

    report_interval_s: ClassVar[float] = 1 / 20

    def __init__(self, channel: Channel[Command], request: JobRequest, sleep_s: float) -> None:
        super().__init__(channel, request.ticket, sleep_s)
        self._job: Job[State] = request.job
        self._newest: State | None = None
        self._reported: State | None = None
        self._lasting: LastingJob[State] | None = None
        self._former: KeptJob[Any, State] | None = None
        if request.kept is not None and isinstance(request.job, LastingJob):
            self._lasting = request.job
            self._former = request.job.kept(request.kept) if request.goes_on else None
        former = None if self._former is None else self._former.checkpoint
        self._keeper = Keeper(None if self._lasting is None else request.kept, former)

    def drive(self) -> Command | None:
        """To the end. Of what is not wanted any more, nothing is left."""
        command = super().drive()
        if isinstance(command, CancelRun):
            self._keeper.remove()
        return command

    def _run(self) -> Generator[State, None, State]:
        if self._lasting is None:
            return self._job.steps()
        former = None if self._former is None else self._former.state
        return self._lasting.lasting_steps(self._keeper.checkpoints, former)

    def _advance(self, driver: Driver[State, State]) -> None:
        """As many steps as fit between two looks."""
        start = perf_counter()
        for self._newest in driver:
            if perf_counter() > start + LOOK_INTERVAL_S:
                break
        if not driver.ended:
            self._keeper.look(self._write)

    def _wait(self) -> Command | None:
        """However long it waits, it can go on."""
        if self._newest is not None:
            self._keeper.keep(self._write)
        return super()._wait()

    def _write(self, checkpoint: Checkpoint, place: Path) -> None:
        if self._lasting is not None and self._newest is not None:
            self._lasting.keep(self._newest, checkpoint, place)

    def _report(self) -> None:
        if self._newest is not self._reported:
            self._reported = self._newest
            self._channel.send(JobProgress(self._ticket, self._newest))

    def _finish(self, value: State) -> None:
        self._channel.send(JobFinished(self._ticket, value, self._stopped))


@dataclass(frozen=True, eq=False, kw_only=True)  # no slots: ``JobState[A, B]()`` would fail
class JobState(Generic[SomeJob, State]):
    """The job that was asked for last, and its newest state: what a page shows of it.

    ``kept`` is the file in which it is written down meanwhile; ``broken_off`` says that its
    process is gone, and that it can go on from there, ``whole`` that all of it was done in this
    window.
    """

    ticket: int = 0
    job: SomeJob | None = None
    kept: Path | None = None
    broken_off: bool = False
    whole: bool = True
    phase: Phase = "none"
    value: State | None = None
    sentence: str = ""
    silent: bool = False

    @property
    def busy(self) -> bool:
        """Whether more will come, now or once it is resumed."""
        return self.phase in ("running", "paused")

    @property
    def working(self) -> bool:
        """Whether it is under way in this window, and does not wait since an earlier one."""
        return self.busy and not self.broken_off

    @property
    def written(self) -> bool:
        """Whether enough of it is written down to go on after its end."""
        return self.kept is not None and self.kept.exists()

    @property
    def paused(self) -> bool:
        """Whether it waits to be resumed."""
        return self.phase == "paused"


def started(
    old: JobState[SomeJob, State], job: SomeJob, kept: Path | None = None
) -> JobState[SomeJob, State]:
    """Another job begins, which is written down there; what ran is dropped."""
    return JobState(ticket=old.ticket + 1, job=job, kept=kept, phase="running")


def left(
    old: JobState[SomeJob, State], found: KeptJob[SomeJob, State], kept: Path, sentence: str = ""
) -> JobState[SomeJob, State]:
    """One that was broken off, as far as it was kept; ``sentence`` says how, if that is known."""
    return JobState(
        ticket=old.ticket + 1,
        job=found.job,
        kept=kept,
        broken_off=True,
        whole=False,
        phase="paused",
        value=found.state,
        sentence=sentence,
    )


def ended(old: JobState[SomeJob, State], job: SomeJob, value: State) -> JobState[SomeJob, State]:
    """One that an earlier window has done, with what it came to, unless another is under way."""
    if old.busy:
        return old
    return JobState(ticket=old.ticket + 1, job=job, whole=False, phase="finished", value=value)


def gone_on(old: JobState[SomeJob, State], job: SomeJob) -> JobState[SomeJob, State]:
    """One that was broken off goes on, as this job."""
    ticket = old.ticket + 1
    return replace(
        old, ticket=ticket, job=job, phase="running", broken_off=False, sentence="", silent=False
    )


def paused(old: JobState[SomeJob, State]) -> JobState[SomeJob, State]:
    """It waits."""
    return replace(old, phase="paused", silent=False) if old.phase == "running" else old


def resumed(old: JobState[SomeJob, State]) -> JobState[SomeJob, State]:
    """It goes on."""
    return replace(old, phase="running") if old.paused and not old.broken_off else old


def cancelled(old: JobState[SomeJob, State]) -> JobState[SomeJob, State]:
    """No more of it is wanted, and nothing is kept."""
    if not old.busy:
        return old
    return replace(old, phase="cancelled", value=None, broken_off=False, silent=False)


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
