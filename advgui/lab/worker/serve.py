"""The loop that does the work, in a child process or, where there is none, in a thread."""

import logging
import os
import signal
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from itertools import islice
from time import perf_counter, sleep
from typing import Final, Protocol

from advgui.core.attacks import Outcome, Step, Stop
from advgui.core.errors import BadInput
from advgui.lab.drawing.model import Drawing, counted
from advgui.lab.worker.carrier import Pipe
from advgui.lab.worker.channel import Channel, ClosedError, PromptChannel
from advgui.lab.worker.messages import (
    Alive,
    AttackRequest,
    Close,
    Command,
    Failed,
    Finished,
    Opened,
    OpenRequest,
    Progress,
    Ready,
    Request,
    StopRun,
    TrainRequest,
    broke,
)
from advgui.lab.worker.recording import Trace

# Seconds between two looks at the pipe, so that Stop is immediate to a person.
TICK: Final = 0.004
# Seconds between two reports: the window shows a run's progress no more often.
FRAME: Final = 0.050
# Seconds after which a child's arithmetic gives way to the thread that writes its reports.
# Until then that thread is woken, for nothing, at each of the arithmetic's matrix products.
SWITCH: Final = 0.0001
# By how much a child process is nicer than the window, on Unix.
COURTESY: Final = 5

# Seconds after which a child that has nothing to say says so: it is not stopped.
BEAT: Final = 0.25

logger = logging.getLogger(__name__)


def serve(pipe: Pipe, pause: float = 0.0, *, alive: Alive | None = None) -> None:
    """Do what is asked for over the pipe until it closes.

    A newer request abandons what runs. ``pause`` is how many seconds to sleep at
    each tick: in a thread, where the arithmetic would starve the window otherwise.
    ``alive`` is sent whenever nothing was for a beat.
    """
    channel: Channel[Command] = PromptChannel(pipe, idle=alive, beat=BEAT)
    try:
        channel.send(Ready())
        command = channel.receive()
        while not isinstance(command, Close):
            cut_short_by: Command | None = None
            if isinstance(command, Request):
                cut_short_by = _work(channel, command, pause)
            command = cut_short_by or channel.receive()
    except ClosedError:
        pass
    finally:
        channel.close()


def serve_in_child(pipe: Pipe, niceness: int = COURTESY) -> None:
    """``serve`` as the whole of a child process, which leaves Ctrl-C to its parent.

    It also leaves a busy processor to the window, whose work is short: the window would wait
    for its turn otherwise, and the arithmetic loses nothing where there are two.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setswitchinterval(SWITCH)
    if sys.platform != "win32":
        os.nice(niceness)
    serve(pipe, alive=Alive())


class Session(Protocol):
    """The work on one request."""

    def drive(self) -> Command | None:
        """Work and report to the end; the command that cut it short, if one did."""
        ...


def _work(channel: Channel[Command], request: Request, pause: float) -> Command | None:
    """Do one thing and report on it; what cut it short, if anything did."""
    try:
        return _session(channel, request, pause).drive()
    except ClosedError:
        raise
    except BadInput as error:
        sentence = str(error)
    except Exception as error:
        logger.exception("The %s with ticket %d broke.", request.subject, request.ticket)
        sentence = broke(request.subject, error)
    channel.send(Failed(request.ticket, sentence))
    return None


def _session(channel: Channel[Command], request: Request, pause: float) -> Session:
    if isinstance(request, TrainRequest):
        # Only here: a process that attacks is up sooner without all that trains.
        from advgui.lab.worker.training_session import Teacher

        return Teacher(channel, request, pause)
    if isinstance(request, OpenRequest):
        return _Opening(channel, request)
    return _Attacking(channel, request, pause)


class _Opening:
    """A file on its way to what it holds."""

    def __init__(self, channel: Channel[Command], request: OpenRequest) -> None:
        self._channel = channel
        self._request = request

    def drive(self) -> Command | None:
        """Read it in one go: who does not want it any more ends the process."""
        found = self._request.wanted.read()
        ink = counted(found) if isinstance(found, Drawing) else None
        self._channel.send(Opened(self._request.ticket, found, ink))
        return None


class _Attacking:
    """One run on its way from a request to its last report."""

    def __init__(self, channel: Channel[Command], request: AttackRequest, pause: float) -> None:
        self._channel = channel
        self._request = request
        self._pause = pause
        self._trace = Trace()
        self._outcomes: tuple[Outcome, ...] | None = None
        self._next_report = 0.0

    def drive(self) -> Command | None:
        """Work and report to the end; the command that cut it short, if one did."""
        with closing(self._run()) as run:
            command = self._walk(run)
            if isinstance(command, StopRun):
                with suppress(StopIteration):
                    run.throw(Stop)
        if command is None or isinstance(command, StopRun):
            self._finish(stopped=command is not None)
            return None
        return command

    def _walk(self, run: Iterator[Step]) -> Command | None:
        """Take some steps, report, look for a command, and so on to the end of the run."""
        stride = _Stride()
        while True:
            self._trace.add(*stride.taken(run))
            if self._outcomes is not None:
                return None
            if command := self._tick():
                return command

    def _run(self) -> Generator[Step, None, None]:
        """Every step of the run, which leaves its outcomes behind."""
        network, problem, seed = self._request.network, self._request.problem, self._request.seed
        run = self._request.attack.run(network, problem, seed=seed, watch=self._trace.judged)
        self._outcomes = yield from run

    def _tick(self) -> Command | None:
        """Report if a frame has passed, and look for a command."""
        now = perf_counter()
        if now >= self._next_report:
            self._next_report = now + FRAME
            self._report()
        if self._pause:
            sleep(self._pause)
        while command := self._channel.take():
            if not isinstance(command, StopRun) or command.ticket == self._request.ticket:
                return command
        return None

    def _report(self) -> None:
        trace = self._trace
        trace.settle()
        self._channel.send(Progress(self._request.ticket, trace.step, trace.film()))

    def _finish(self, *, stopped: bool) -> None:
        outcomes, film = self._outcomes or (), self._trace.film()
        self._channel.send(Finished(self._request.ticket, outcomes, film, stopped))


class _Stride:
    """Takes as many steps in one go as fit between two ticks, by how long the last ones took.

    With a small network the loop that asks for them would take longer than some of them.
    """

    def __init__(self) -> None:
        self._count = 1

    def taken(self, run: Iterator[Step]) -> tuple[Step, ...]:
        """The next ones; fewer, or none, where the run ends."""
        start = perf_counter()
        steps = tuple(islice(run, self._count))
        seconds = max(perf_counter() - start, TICK / 1000)
        self._count = max(1, int(self._count * min(2.0, TICK / seconds)))
        return steps
