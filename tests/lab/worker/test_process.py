"""The child process beside the window: it takes commands, and never outlives its parent."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue

import pytest

from advgui.core.attacks import make_attack
from advgui.core.language import LANGUAGE_VARIABLE
from advgui.lab.worker.messages import AttackFinished, AttackReport, Failed
from advgui.lab.worker.process import Link, ModestWorker, ProcessWorker, ThreadWorker, Worker
from tests.lab.requests import Endless, request

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

PATIENCE_S = 30


class Heard:
    """A link, and what is heard of its worker."""

    def __init__(self, kind: type[ThreadWorker | ProcessWorker]) -> None:
        self.reports: SimpleQueue[AttackReport] = SimpleQueue()
        self.lost: SimpleQueue[bool] = SimpleQueue()
        self._kind = kind
        self.link: Link[AttackReport] = Link(
            self._start, self.reports.put, lambda _, began: self.lost.put(began)
        )

    def _start(self, far: Connection) -> Worker:
        return self._kind(far)


@pytest.fixture(params=[ThreadWorker, ProcessWorker, ModestWorker])
def heard(request: pytest.FixtureRequest) -> Iterator[Heard]:
    made = Heard(request.param)
    yield made
    made.link.close()


def finished(heard: Heard) -> AttackFinished:
    while not isinstance(report := heard.reports.get(timeout=PATIENCE_S), AttackFinished):
        assert not isinstance(report, Failed)
    return report


def test_a_command_is_answered_by_whatever_kind_of_worker(heard: Heard) -> None:
    heard.link.send(request(7))
    assert finished(heard).ticket == 7
    assert heard.link.began


def test_a_worker_that_is_closed_is_lost_once_and_leaves_nothing(heard: Heard) -> None:
    heard.link.send(request(1, Endless()))
    heard.reports.get(timeout=PATIENCE_S)
    heard.link.close()
    assert heard.lost.get(timeout=PATIENCE_S)
    assert heard.lost.empty()
    assert not multiprocessing.active_children()


def test_a_worker_that_cannot_be_started_is_lost_before_it_came_up(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refused(far: Connection) -> Worker:
        far.close()
        raise BlockingIOError(11, "Resource temporarily unavailable")

    lost: SimpleQueue[bool] = SimpleQueue()
    link: Link[AttackReport] = Link(refused, lambda _: None, lambda _, began: lost.put(began))
    assert not lost.get(timeout=PATIENCE_S)
    link.close()
    assert "No process can be started" in caplog.text


@posix
@pytest.mark.parametrize("kind", [ProcessWorker, ModestWorker])
def test_a_killed_process_is_lost(kind: type[ProcessWorker]) -> None:
    heard = Heard(kind)
    heard.link.send(request(1, Endless()))
    heard.reports.get(timeout=PATIENCE_S)
    heard.link.kill()
    assert heard.lost.get(timeout=PATIENCE_S)
    heard.link.close()


def test_a_worker_speaks_the_language_of_its_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    heard = Heard(ProcessWorker)
    heard.link.send(request(1, make_attack("penalty"), form="untargeted"))
    failed = heard.reports.get(timeout=PATIENCE_S)
    heard.link.close()
    assert isinstance(failed, Failed)
    assert "Ziel" in failed.sentence


@posix
def test_work_that_nobody_waits_for_by_the_second_stands_further_back() -> None:
    own, kinds = os.getpriority(os.PRIO_PROCESS, 0), (ProcessWorker, ModestWorker)
    wanted = [min(own + kind.niceness, 19) for kind in kinds]
    assert [_niceness(kind) for kind in kinds] == wanted
    assert 0 < ProcessWorker.niceness < ModestWorker.niceness


def _niceness(kind: type[ProcessWorker]) -> int:
    heard = Heard(kind)
    heard.link.send(request(1, Endless()))
    heard.reports.get(timeout=PATIENCE_S)
    (child,) = multiprocessing.active_children()
    assert child.pid is not None
    niceness = os.getpriority(os.PRIO_PROCESS, child.pid)
    heard.link.close()
    return niceness


SCRIPT = """
import sys, time
from advgui.lab.worker.runner import Runner
from tests.lab.requests import Endless, Inbox, request

inbox = Inbox()
runner = Runner(inbox)
runner.start()
if {moment!r} == "idle":
    runner.submit(request(1))
    inbox.finished(1)
elif {moment!r} == "running":
    runner.submit(request(1, Endless()))
    inbox.progress(1)
try:
    print("ready", flush=True)
    for _ in range(600):  # an interrupt just before a long sleep would not shorten it
        time.sleep(0.1)
except KeyboardInterrupt:
    runner.close()
"""


INTERRUPTED = """
import signal, sys
from advgui.lab.worker.runner import Runner
from tests.lab.requests import Inbox, request

signal.signal(signal.SIGINT, lambda *_: None)
print("ready", flush=True)
inbox = Inbox()
runner = Runner(inbox)
runner.submit(request(1))
inbox.finished(1)
print("in process:", runner.in_process, flush=True)
runner.close()
"""


def started(script: str) -> subprocess.Popen[str]:
    """Another Python with a runner in it, in a process group of its own."""
    root = str(Path(__file__).parents[3])
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": root},
        start_new_session=True,
    )
    assert parent.stdout
    assert parent.stdout.readline() == "ready\n"
    return parent


@posix
@pytest.mark.parametrize("moment", ["starting", "idle", "running"])
def test_nothing_survives_a_parent_that_is_killed(moment: str) -> None:
    parent = started(SCRIPT.format(moment=moment))
    parent.kill()
    # The child has inherited this pipe, which therefore ends no sooner than the child.
    _, errors = parent.communicate(timeout=120)
    # One that is starting may read of what to do from a pipe that ends in the midst of it.
    assert moment == "starting" or "Traceback" not in errors


@posix
@pytest.mark.parametrize("moment", ["starting", "idle", "running"])
def test_ctrl_c_is_left_to_the_parent(moment: str) -> None:
    parent = started(SCRIPT.format(moment=moment))
    os.killpg(parent.pid, signal.SIGINT)
    _, errors = parent.communicate(timeout=120)
    assert errors == ""
    assert parent.returncode == 0


@posix
def test_ctrl_c_does_not_reach_a_child_that_is_still_starting() -> None:
    parent = started(INTERRUPTED)
    while parent.poll() is None:
        os.killpg(parent.pid, signal.SIGINT)
        time.sleep(0.01)
    output, errors = parent.communicate(timeout=120)
    assert (output, errors) == ("in process: False\n", "")
