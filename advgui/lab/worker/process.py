"""A worker, the pipe to it, and the two threads that keep the caller from ever waiting."""

import logging
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import ClassVar, Final, Generic, Protocol, TypeVar

from advgui.lab.worker.channel import Channel, ClosedError
from advgui.lab.worker.messages import Alive, Close, Command, Failed, Ready, Reported
from advgui.lab.worker.serve import NICENESS, serve, serve_in_child
from advgui.lab.worker.session import LOOK_INTERVAL_S

# In a thread the worker sleeps an eighth of its time on a time base: less throughput,
# but the window's thread gets its turn.
SLEEP_S: Final = LOOK_INTERVAL_S / 8

# More threads of arithmetic in a worker than one would leave no processor to the window.
THREADS: Final = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

logger = logging.getLogger(__name__)

Some = TypeVar("Some", bound=Reported)


class Worker(Protocol):
    """Whatever runs ``serve`` at the far end of a pipe."""

    def kill(self) -> None:
        """End it now, if it does not end by itself when asked to."""
        ...

    def join(self) -> None:
        """Wait until it has ended."""
        ...


class ThreadWorker:
    """``serve`` in a thread of this process; it ends at the next tick after ``Close``."""

    def __init__(self, far: Connection) -> None:
        self._thread = Thread(target=serve, args=(far, SLEEP_S), name="lab-worker", daemon=True)
        self._thread.start()

    def kill(self) -> None:
        """A thread cannot be killed; ``Close`` is on its way to it."""

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()


class ProcessWorker:
    """``serve`` in a child process, which ends when its pipe does.

    Raises OSError where no process can be started.
    """

    niceness: ClassVar[int] = NICENESS

    def __init__(self, far: Connection) -> None:
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(
            target=serve_in_child, args=(far, self.niceness), name="lab-worker", daemon=True
        )
        for name in THREADS:
            os.environ.setdefault(name, "1")  # for the child: numpy has read its own already
        try:
            _leave_interrupts_to_others()
            self._process.start()
        finally:
            far.close()  # The child has its own; only when all are closed does a pipe end.

    def kill(self) -> None:
        """End it at once: it holds nothing that could be lost."""
        self._process.kill()

    def join(self) -> None:
        """Wait until it has ended."""
        self._process.join()


class ModestWorker(ProcessWorker):
    """One that stands back for the window: for work that nobody waits for by the second."""

    niceness: ClassVar[int] = 2 * NICENESS


class Link(Generic[Some]):
    """Starts a worker and hears it until it ends.

    One thread starts the worker, receives its reports and waits for its end; the other one sends,
    because a full pipe makes a sender wait. ``lost`` is called once, when the worker has
    ended; it is told whether the worker had come up at all. ``began`` says that it has, and
    ``heard`` when the last sign of it came, by the monotonic clock.
    """

    def __init__(
        self,
        start: Callable[[Connection], Worker],
        receive: Callable[[Some | Failed], None],
        lost: Callable[["Link[Some]", bool], None],
    ) -> None:
        self._start = start
        self._receive = receive
        self._lost = lost
        self._outbox: SimpleQueue[Command | None] = SimpleQueue()
        self._worker: Worker | None = None
        self._closing = False
        self.began = False
        self.heard = monotonic()
        self._thread = Thread(target=self._live, name="lab-receiver", daemon=True)
        self._thread.start()

    def send(self, command: Command) -> None:
        """Put a command on its way and return at once."""
        self._outbox.put(command)

    def kill(self) -> None:
        """End the worker now, whatever it does; ``lost`` is called then."""
        if self._worker:
            self._worker.kill()

    def close(self) -> None:
        """End the worker and both threads."""
        self._closing = True
        self.send(Close())
        self.kill()
        self._thread.join()

    def _live(self) -> None:
        """The receiving thread, from the start of the worker to its end."""
        near, far = multiprocessing.Pipe()
        channel: Channel[Ready | Alive | Some | Failed] = Channel(near)
        sender = Thread(target=self._send, args=(channel,), name="lab-sender", daemon=True)
        sender.start()
        self._hear(channel, far)
        self._outbox.put(None)
        sender.join()
        channel.close()
        self._lost(self, self.began)

    def _hear(self, channel: Channel[Ready | Alive | Some | Failed], far: Connection) -> None:
        """Pass on all that the worker reports."""
        try:
            worker = self._worker = self._start(far)
        except OSError as error:
            logger.warning("No process can be started for the work: %s", error)
            return
        if self._closing:
            worker.kill()
        try:
            while True:
                message = channel.receive()
                self.heard = monotonic()
                if isinstance(message, Ready):
                    self.began = True
                elif not isinstance(message, Alive):
                    self._receive(message)
        except ClosedError:
            worker.join()

    def _send(self, channel: Channel[Ready | Alive | Some | Failed]) -> None:
        """The sending thread."""
        try:
            while command := self._outbox.get():
                channel.send(command)
        except ClosedError:
            pass


def _leave_interrupts_to_others() -> None:
    """Ctrl-C reaches neither this thread nor the process that it starts."""
    if sys.platform != "win32":
        # multiprocessing starts its own helper on the way, after which it lets Ctrl-C in again.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
