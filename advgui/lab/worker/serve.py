"""The loop that does the work, in a child process or, where there is none, in a thread."""

import logging
import os
import signal
import sys
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Final

from advgui.core.errors import BadInput
from advgui.lab.drawing.model import Drawing, counted
from advgui.lab.worker.channel import Channel, ClosedError, PromptChannel
from advgui.lab.worker.messages import (
    Alive,
    AttackRequest,
    Close,
    Command,
    Failed,
    JobRequest,
    Opened,
    OpenRequest,
    ProofRequest,
    Ready,
    Request,
    TrainingRequest,
    broke,
)
from advgui.lab.worker.session import AttackSession

if TYPE_CHECKING:
    from advgui.lab.worker.jobs import JobSession
    from advgui.lab.worker.proof_session import ProofSession
    from advgui.lab.worker.training_session import TrainingSession

#: Seconds after which a child's arithmetic gives way to the thread that writes its reports.
#: Until then that thread is woken, for nothing, at each of the arithmetic's matrix products.
SWITCH_INTERVAL_S: Final = 0.0001
#: By how much a child process is nicer than the window, on Unix.
NICENESS: Final = 5

#: Seconds after which a child that has nothing to say says so: it is not stopped.
ALIVE_INTERVAL_S: Final = 0.25

logger = logging.getLogger(__name__)


def serve(pipe: Connection, sleep_s: float = 0.0, *, alive: Alive | None = None) -> None:
    """Do what is asked for over the pipe until it closes.

    A newer request abandons what runs. ``sleep_s`` is how many seconds to sleep at each
    look at the pipe: in a thread, where the arithmetic would starve the window otherwise.
    ``alive`` is sent whenever nothing was for ``ALIVE_INTERVAL_S``.
    """
    channel: Channel[Command] = PromptChannel(pipe, idle=alive, idle_interval_s=ALIVE_INTERVAL_S)
    try:
        channel.send(Ready())
        command = channel.receive()
        while not isinstance(command, Close):
            cut_short_by: Command | None = None
            if isinstance(command, Request):
                cut_short_by = _work(channel, command, sleep_s)
            command = cut_short_by or channel.receive()
    except ClosedError:
        pass
    finally:
        channel.close()


def serve_in_child(pipe: Connection, niceness: int = NICENESS) -> None:
    """``serve`` as the whole of a child process, which leaves Ctrl-C to its parent.

    It also leaves a busy processor to the window, whose work is short: the window would wait
    for its turn otherwise, and the arithmetic loses nothing where there are two.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    if sys.platform != "win32":
        os.nice(niceness)
    serve(pipe, alive=Alive())


def _work(channel: Channel[Command], request: Request, sleep_s: float) -> Command | None:
    """Do one thing and report on it; what cut it short, if anything did."""
    try:
        if isinstance(request, OpenRequest):
            channel.send(_opened(request))
            return None
        return _session(channel, request, sleep_s).drive()
    except ClosedError:
        raise
    except BadInput as error:
        sentence = str(error)
    except Exception as error:
        logger.exception("The %s with ticket %d broke.", request.kind, request.ticket)
        sentence = broke(request.kind, error)
    channel.send(Failed(request.ticket, sentence))
    return None


def _session(
    channel: Channel[Command],
    request: AttackRequest | TrainingRequest | ProofRequest | JobRequest,
    sleep_s: float,
) -> "AttackSession | TrainingSession | ProofSession | JobSession[Any]":
    if isinstance(request, AttackRequest):
        return AttackSession(channel, request, sleep_s)
    # Only here: a process that attacks is up sooner without all that trains and proves.
    if isinstance(request, ProofRequest):
        from advgui.lab.worker.proof_session import ProofSession

        return ProofSession(channel, request, sleep_s)
    if isinstance(request, JobRequest):
        from advgui.lab.worker.jobs import JobSession

        return JobSession(channel, request, sleep_s)
    from advgui.lab.worker.training_session import TrainingSession

    return TrainingSession(channel, request, sleep_s)


def _opened(request: OpenRequest) -> Opened:
    """Read it in one go: who does not want it any more ends the process."""
    found = request.wanted.read()
    ink = counted(found) if isinstance(found, Drawing) else None
    return Opened(request.ticket, found, ink)
