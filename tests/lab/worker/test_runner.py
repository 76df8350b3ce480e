"""The runner with a real child process, and with a thread in its place."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

import numpy as np
import pytest

from advgui.core.attacks import make_attack
from advgui.lab.worker import process
from advgui.lab.worker import runner as runner_module
from advgui.lab.worker.messages import AttackFinished, AttackProgress, AttackReport, Failed
from advgui.lab.worker.runner import Runner
from tests.lab.requests import Broken, Endless, Inbox, recording_of, request

AttackRunner = Runner[AttackReport]

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture(params=["process", "thread"])
def runner(request: pytest.FixtureRequest, inbox: Inbox) -> Iterator[AttackRunner]:
    made = AttackRunner(inbox, process=request.param == "process")
    yield made
    made.close()


@pytest.fixture
def with_process(inbox: Inbox) -> Iterator[AttackRunner]:
    made = AttackRunner(inbox)
    yield made
    made.close()


def kill_the_child() -> None:
    (child,) = multiprocessing.active_children()
    child.kill()


def test_a_run_reports_progress_and_its_outcome(runner: AttackRunner, inbox: Inbox) -> None:
    runner.start()
    asked = request(1, make_attack("ddn", {"steps": 100}), 9)
    runner.submit(asked)
    done = inbox.finished(1)
    assert inbox.of(1)[-1] is done
    assert isinstance(inbox.of(1)[0], AttackProgress)
    assert len(recording_of(inbox.of(1))) == 101
    for goal, outcome in zip(asked.problem.goals, done.outcomes, strict=True):
        reading = asked.network.read(outcome.adversarial)
        assert reading == outcome.after
        assert outcome.fooled == (reading.label == goal)


def test_a_stopped_run_keeps_the_best_step(runner: AttackRunner, inbox: Inbox) -> None:
    runner.submit(request(1, Endless()))
    inbox.progress(1)
    runner.stop(1)
    done = inbox.finished(1)
    assert done.stopped
    best = recording_of(inbox.of(1))[done.outcomes[0].best_step]
    assert np.array_equal(best[0], done.outcomes[0].adversarial)


def test_the_latest_request_wins(runner: AttackRunner, inbox: Inbox) -> None:
    runner.submit(request(1, Endless()))
    inbox.progress(1)
    for ticket in range(2, 6):
        runner.submit(request(ticket, Endless()))
    runner.submit(request(6))
    inbox.finished(6)
    assert not any(isinstance(report, AttackFinished | Failed) for report in inbox.reports[:-1])


def test_no_report_of_an_older_run_comes_after_a_newer_request(
    runner: AttackRunner, inbox: Inbox
) -> None:
    runner.submit(request(1, Endless()))
    inbox.progress(1)
    runner.submit(request(2, Endless()))
    inbox.progress(2)
    tickets = [report.ticket for report in inbox.reports]
    assert tickets == sorted(tickets)


def test_a_cancelled_run_is_never_heard_of_again(runner: AttackRunner, inbox: Inbox) -> None:
    runner.submit(request(1, Endless()))
    inbox.progress(1)
    runner.cancel()
    heard = len(inbox.of(1))
    runner.stop(1)
    runner.submit(request(2))
    inbox.finished(2)
    assert len(inbox.of(1)) <= heard + 1  # one may have been on its way to us


@pytest.mark.parametrize("foreseen", [True, False])
def test_a_run_that_fails_says_why_and_the_next_one_works(
    inbox: Inbox, foreseen: bool, caplog: pytest.LogCaptureFixture
) -> None:
    runner = AttackRunner(inbox, process=False)
    runner.submit(request(1, Broken(foreseen)))
    expected = "This cannot be attacked." if foreseen else "ZeroDivisionError"
    assert expected in inbox.failed(1).sentence
    runner.submit(request(2))
    assert inbox.finished(2).outcomes
    runner.close()
    assert bool(caplog.records) != foreseen


def test_a_failure_crosses_from_the_child(with_process: AttackRunner, inbox: Inbox) -> None:
    with_process.submit(request(1, Broken(foreseen=True)))
    assert inbox.failed(1).sentence == "This cannot be attacked."


def test_a_killed_child_fails_its_run_and_the_next_submit_starts_another(
    with_process: AttackRunner, inbox: Inbox
) -> None:
    with_process.submit(request(1, Endless()))
    inbox.progress(1)
    kill_the_child()
    assert "ended unexpectedly" in inbox.failed(1).sentence
    with_process.submit(request(2))
    assert inbox.finished(2).outcomes
    assert not with_process.in_process


def test_a_child_killed_while_idle_is_replaced_in_silence(
    with_process: AttackRunner, inbox: Inbox
) -> None:
    with_process.submit(request(1))
    inbox.finished(1)
    kill_the_child()
    while any(thread.name == "lab-receiver" for thread in threading.enumerate()):
        time.sleep(0.01)
    with_process.submit(request(2))
    assert inbox.finished(2).outcomes
    assert not any(isinstance(report, Failed) for report in inbox.reports)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A runner that waits less long for its process than for one on a user's machine."""
    for name, seconds in (("PATIENCE_S", 0.8), ("ON_THE_WAY_S", 0.4), ("SILENT_AFTER_S", 0.8)):
        monkeypatch.setattr(runner_module, name, seconds)


def stop_the_child() -> multiprocessing.process.BaseProcess:
    """Hold it, as Ctrl-Z or a debugger does."""
    (child,) = multiprocessing.active_children()
    assert child.pid is not None
    os.kill(child.pid, signal.SIGSTOP)
    return child


@posix
@pytest.mark.usefixtures("impatient")
def test_a_child_that_is_held_is_told_of_and_goes_on(
    with_process: AttackRunner, inbox: Inbox
) -> None:
    with_process.submit(request(1, Endless()))
    inbox.progress(1)
    child = stop_the_child()
    assert inbox.silent(1).ticket == 1
    assert child.pid is not None
    os.kill(child.pid, signal.SIGCONT)
    with_process.stop(1)
    assert inbox.finished(1).stopped


@posix
@pytest.mark.usefixtures("impatient")
def test_a_child_that_is_held_is_replaced_for_the_next_run(
    with_process: AttackRunner, inbox: Inbox
) -> None:
    with_process.submit(request(1))
    inbox.finished(1)
    former = stop_the_child()
    with_process.submit(request(2))
    assert inbox.finished(2).outcomes
    assert not former.is_alive()
    assert not with_process.in_process


@posix
@pytest.mark.usefixtures("impatient")
def test_a_run_whose_child_is_held_can_be_stopped_all_the_same(
    with_process: AttackRunner, inbox: Inbox
) -> None:
    with_process.submit(request(1, Endless()))
    inbox.progress(1)
    stop_the_child()
    with_process.stop(1)
    failed = inbox.failed(1)
    assert "did not answer" in failed.sentence
    assert failed.seconds is not None
    with_process.submit(request(2))
    assert inbox.finished(2).outcomes


@posix
@pytest.mark.usefixtures("impatient")
def test_a_run_whose_child_is_still_coming_up_can_be_stopped(
    with_process: AttackRunner, inbox: Inbox
) -> None:
    with_process.submit(request(1, Endless()))
    while not multiprocessing.active_children():
        time.sleep(0.001)
    child = stop_the_child()
    with_process.stop(1)
    failed = inbox.failed(1)
    assert failed.stopped
    assert failed.sentence == "The attack was stopped before its first step."
    assert child.pid is not None
    os.kill(child.pid, signal.SIGCONT)
    with_process.submit(request(2))
    assert inbox.finished(2).outcomes


@posix
@pytest.mark.usefixtures("impatient")
def test_a_run_whose_child_is_held_can_be_cancelled(
    with_process: AttackRunner, inbox: Inbox
) -> None:
    with_process.submit(request(1, Endless()))
    inbox.progress(1)
    former = stop_the_child()
    with_process.cancel()
    with_process.submit(request(2))
    assert inbox.finished(2).outcomes
    assert not former.is_alive()
    assert not any(isinstance(report, Failed) for report in inbox.reports)


def test_runs_are_made_in_a_child_process_where_there_can_be_one(
    runner: AttackRunner, inbox: Inbox
) -> None:
    runner.submit(request(1, Endless()))
    inbox.progress(1)
    assert len(multiprocessing.active_children()) == (0 if runner.in_process else 1)


def no_process(far: Connection) -> process.Worker:
    raise BlockingIOError(11, "Resource temporarily unavailable")


class QuitsAtOnce:
    """A child that ends before it has come up, as one of a broken installation does."""

    def __init__(self, far: Connection) -> None:
        far.close()

    def kill(self) -> None:
        """It has ended already."""

    def join(self) -> None:
        """It has ended already."""


@pytest.mark.parametrize("start", [no_process, QuitsAtOnce])
def test_without_a_process_the_run_is_made_in_a_thread(
    start: Callable[[Connection], process.Worker], inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advgui.lab.worker.runner.ProcessWorker", start)
    runner = AttackRunner(inbox)
    seen = [runner.in_process]
    runner.submit(request(1))
    assert inbox.finished(1).outcomes
    seen.append(runner.in_process)
    runner.close()
    assert seen == [False, True]


@pytest.mark.parametrize("moment", ["new", "starting", "idle", "running"])
def test_close_at_any_moment_leaves_no_thread_and_no_process(
    runner: AttackRunner, inbox: Inbox, moment: str
) -> None:
    threads = set(threading.enumerate())
    if moment != "new":
        runner.start()
    if moment in ("idle", "running"):
        runner.submit(request(1, Endless() if moment == "running" else None))
        inbox.progress(1)
    if moment == "idle":
        inbox.finished(1)
    runner.close()
    assert set(threading.enumerate()) == threads
    assert not multiprocessing.active_children()
    heard = len(inbox.reports)
    runner.submit(request(2))
    runner.close()
    assert len(inbox.reports) == heard
