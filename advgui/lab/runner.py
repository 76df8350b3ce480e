"""One runner for all attacks: the latest request wins, and every report has a ticket."""

from collections.abc import Callable
from threading import Lock

from advgui.lab.link import Link, ProcessWorker, ThreadWorker
from advgui.lab.messages import (
    AttackRequest,
    CancelRun,
    Command,
    Failed,
    Progress,
    Report,
    StopRun,
)
from advgui.lab.words import WORKER_ENDED


class Runner:
    """Makes runs in the background and reports on them from a thread of its own.

    Its methods return at once, whatever the worker does, and may be called from any
    thread. ``report`` is called from the runner's thread, for the newest request only: a
    late report about an older one is dropped. The runs are made in a child process, or in
    a thread where ``process`` is false or no process can be started.
    """

    def __init__(self, report: Callable[[Report], None], process: bool = True) -> None:
        self._report = report
        self._process = process
        self._lock = Lock()
        self._link: Link | None = None
        self._request: AttackRequest | None = None
        self._closed = False

    @property
    def in_process(self) -> bool:
        """Whether runs are made in a thread of this process, and not in one of their own."""
        return not self._process

    def start(self) -> None:
        """Start the worker now rather than at the first request."""
        with self._lock:
            self._linked()

    def submit(self, request: AttackRequest) -> None:
        """Make this run and abandon what runs; starts the worker where there is none."""
        with self._lock:
            self._request = request
            self._send(request)

    def stop(self, ticket: int) -> None:
        """End that run, if it is the one that runs, and report its best step."""
        with self._lock:
            if self._request and self._request.ticket == ticket:
                self._send(StopRun(ticket))

    def cancel(self) -> None:
        """Drop what runs; nothing more is reported about it."""
        with self._lock:
            if self._request:
                self._request = None
                self._send(CancelRun())

    def close(self) -> None:
        """End the worker and all threads, also in the middle of a run.

        After it nothing is reported any more, and nothing can be submitted. Not to be
        called from ``report``.
        """
        with self._lock:
            self._closed, self._request = True, None
            link, self._link = self._link, None
        if link:
            link.close()

    def _linked(self) -> Link | None:
        """The worker's link, made anew where there is none; None once closed."""
        if self._link is None and not self._closed:
            start = ProcessWorker if self._process else ThreadWorker
            self._link = Link(start, self._received, self._lost)
        return self._link

    def _send(self, command: Command) -> None:
        link = self._linked()
        if link:
            link.send(command)

    def _received(self, report: Report) -> None:
        """Called by the link's thread."""
        with self._lock:
            if self._request is None or report.ticket != self._request.ticket:
                return
            if not isinstance(report, Progress):
                self._request = None
        self._report(report)

    def _lost(self, link: Link, began: bool) -> None:
        """The worker has ended by itself; called by the link's thread, its last act."""
        with self._lock:
            if link is not self._link:
                return
            self._link = None
            if self._process and not began:
                self._process = False
                self._linked()
                if self._request:
                    self._send(self._request)
                return
            request, self._request = self._request, None
        if request:
            self._report(Failed(request.ticket, WORKER_ENDED))
