"""One runner for all work: the latest request wins, and every report has a ticket."""

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Final, Generic, NamedTuple

from advgui.lab.worker.messages import (
    CancelRun,
    Command,
    Failed,
    PauseRun,
    Request,
    ResumeRun,
    Silent,
    Steering,
    StopRun,
    did_not_answer,
    not_begun,
    worker_ended,
)
from advgui.lab.worker.process import Link, ModestWorker, ProcessWorker, Some, ThreadWorker
from advgui.lab.worker.watchdog import Watchdog

#: Seconds that a process may take to give a sign of life once it was told something.
PATIENCE_S: Final = 1.5
#: Seconds in which a report may still arrive that was sent before.
ON_THE_WAY_S: Final = 0.75
#: Seconds without one after which a user is told.
SILENT_AFTER_S: Final = 2.0


class _Told(NamedTuple):
    """What the worker was told, and when."""

    command: Command
    at: float


class Runner(Generic[Some]):
    """Does one thing at a time in the background and reports on it from a thread of its own.

    Its methods return at once, whatever the worker does, and may be called from any
    thread. ``report`` is called from the runner's thread, for the newest request only: a
    late report about an older one is dropped. The work is done in a child process, or in
    a thread where ``process`` is false or no process can be started. A ``modest`` process
    stands back for the window and for other runners.

    A process that is stopped, or not let run, does not answer. Where it was asked to begin, to
    stop or to drop something, it is replaced by a new one after ``PATIENCE_S``; else a report
    says that it is ``Silent``.
    """

    def __init__(
        self,
        report: Callable[[Some | Silent | Failed], None],
        process: bool = True,
        *,
        modest: bool = False,
    ) -> None:
        self._report = report
        self._modest = modest
        self._process = process
        self._lock = Lock()
        self._link: Link[Some] | None = None
        self._request: Request | None = None
        self._began = 0.0
        self._told: _Told | None = None
        self._silent = False
        self._replaced: Link[Some] | None = None
        self._watchdog = Watchdog(self._look)
        self._closed = False

    @property
    def in_process(self) -> bool:
        """Whether the work is done in a thread of this process, and not in one of its own."""
        return not self._process

    def start(self) -> None:
        """Start the worker now rather than at the first request."""
        with self._lock:
            self._linked()

    def submit(self, request: Request) -> None:
        """Do this and abandon what runs; starts the worker where there is none."""
        with self._lock:
            self._request, self._began, self._silent = request, monotonic(), False
            self._send(request)

    def stop(self, ticket: int) -> None:
        """End that run, if it is the one that runs, and report its best step."""
        self._steer(StopRun(ticket))

    def pause(self, ticket: int) -> None:
        """Hold that training, if it is the one that runs; it costs nothing meanwhile."""
        self._steer(PauseRun(ticket))

    def resume(self, ticket: int) -> None:
        """Go on with that training."""
        self._steer(ResumeRun(ticket))

    def cancel(self) -> None:
        """Drop what runs; nothing more is reported about it."""
        with self._lock:
            self._drop()

    def close(self) -> None:
        """End the worker and all threads, also in the middle of a run.

        After it nothing is reported any more, and nothing can be submitted. Not to be
        called from ``report``.
        """
        with self._lock:
            self._closed, self._request = True, None
            link, self._link = self._link, None
        self._watchdog.close()
        if link:
            link.close()

    def _linked(self) -> Link[Some] | None:
        """The worker's link, made anew where there is none; None once closed."""
        if self._link is None and not self._closed:
            child = ModestWorker if self._modest else ProcessWorker
            self._link = Link(child if self._process else ThreadWorker, self._received, self._lost)
        return self._link

    def _steer(self, command: Steering) -> None:
        with self._lock:
            if self._request and self._request.ticket == command.ticket:
                self._send(command)

    def _drop(self) -> Request | None:
        """What ran, if something did, and is dropped now."""
        dropped, self._request = self._request, None
        if dropped:
            self._send(CancelRun())
        return dropped

    def _send(self, command: Command) -> None:
        link = self._linked()
        if link:
            link.send(command)
            if self._process and not isinstance(command, PauseRun | ResumeRun):
                self._told = _Told(command, monotonic())
            if self._process:
                self._watchdog.wake()

    def _look(self) -> bool:
        """Whether there is something to watch; called by the watchdog's thread."""
        with self._lock:
            link = self._link
            if link is None or self._closed:
                return self._request is not None
            early = self._drop() if _is_stopped_early(self._told, link) else None
            told = self._told
            if told and _is_answered(told, link):
                told = self._told = None
            if told and _is_overdue(told, link):
                self._replaced = link
                link.kill()
            silent = self._request if self._grows_silent(link) else None
            watched = self._request is not None or told is not None
        if early:
            self._report(Failed(early.ticket, not_begun(early.kind), stopped=True))
        if silent:
            self._report(Silent(silent.ticket))
        return watched

    def _grows_silent(self, link: Link[Some]) -> bool:
        """Whether nothing was heard for a while, which was not so at the last look."""
        was, self._silent = self._silent, link.began and monotonic() - link.heard > SILENT_AFTER_S
        return self._silent and not was

    def _received(self, report: Some | Failed) -> None:
        """Called by the link's thread."""
        with self._lock:
            if self._request is None or report.ticket != self._request.ticket:
                return
            if self._told and self._told.command is self._request:
                self._told = None  # it has begun, and must not be begun again
            if report.last:
                self._request = self._told = None
        self._report(report)

    def _lost(self, link: Link[Some], began: bool) -> None:
        """The worker has ended by itself; called by the link's thread, its last act."""
        with self._lock:
            if link is not self._link:
                return
            self._link = None
            told, self._told = self._told, None
            replaced, self._replaced = self._replaced is link, None
            if self._process and not began and not replaced:
                self._process = False
                self._linked()
                if self._request:
                    self._send(self._request)
                return
            if replaced:
                self._linked()
            if replaced and told and told.command is self._request:
                self._send(self._request)
                return
            request, self._request = self._request, None
        if request:
            words = did_not_answer if replaced else worker_ended
            seconds = monotonic() - self._began
            self._report(Failed(request.ticket, words(request.kind), seconds))


def _is_stopped_early(told: _Told | None, link: Link[Some]) -> bool:
    """Whether a worker shall stop that is still coming up: nothing of it could be kept."""
    return told is not None and isinstance(told.command, StopRun) and not link.began


def _is_answered(told: _Told, link: Link[Some]) -> bool:
    """Whether a worker lives that was told something; a stop is answered by the end itself."""
    return not isinstance(told.command, StopRun) and link.heard > told.at + ON_THE_WAY_S


def _is_overdue(told: _Told, link: Link[Some]) -> bool:
    """Whether a worker should have been heard; one that is coming up begins when it can."""
    waits = link.began or not isinstance(told.command, Request)
    return waits and monotonic() - max(told.at, link.heard) > PATIENCE_S
