"""The worker's loop, over a pipe within this process."""

import logging
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from PIL import Image

from advgui.core.attacks import make_attack
from advgui.core.generators import drive
from advgui.lab.drawing.model import Drawing
from advgui.lab.opened_files import wanted
from advgui.lab.worker.channel import Channel, ClosedError
from advgui.lab.worker.messages import (
    AttackFinished,
    AttackProgress,
    AttackReport,
    CancelRun,
    Close,
    Failed,
    Opened,
    OpenRequest,
    PauseRun,
    Ready,
    StopRun,
)
from advgui.lab.worker.serve import serve
from tests.lab.requests import Broken, Endless, recording_of, request
from tests.lab.requests import image as drawn_image

Message = Ready | AttackReport | Opened
Client = Channel[Message]


@contextmanager
def served() -> Iterator[Client]:
    """A worker in a thread, and this end of its pipe."""
    near, far = multiprocessing.Pipe()
    thread = Thread(target=serve, args=(far,))
    thread.start()
    client: Client = Channel(near)
    try:
        assert isinstance(client.receive(), Ready)
        yield client
    finally:
        client.close()
        thread.join(10)
        assert not thread.is_alive()


def until(client: Client, is_last: Callable[[Message], bool]) -> list[Message]:
    """All messages up to the last one."""
    messages = [client.receive()]
    while not is_last(messages[-1]):
        messages.append(client.receive())
    return messages


def last_of(client: Client, ticket: int) -> AttackFinished:
    """The end of a run."""
    last = until(client, lambda m: isinstance(m, AttackFinished) and m.ticket == ticket)[-1]
    assert isinstance(last, AttackFinished)
    return last


@pytest.mark.parametrize("goals", [1, 9])
def test_a_run_ends_as_it_does_without_a_worker(goals: int) -> None:
    asked = request(7, make_attack("ddn", {"steps": 30}), goals)
    run = asked.attack.run(asked.network, asked.problem, seed=asked.seed)
    outcomes = drive(run)
    with served() as client:
        client.send(asked)
        messages = until(client, lambda m: isinstance(m, AttackFinished))
    done, recording = messages[-1], recording_of(messages)
    assert isinstance(done, AttackFinished)
    assert not done.stopped
    assert len(recording) == 31
    assert recording[30].shape == (goals, 28, 28)
    for here, there in zip(outcomes, done.outcomes, strict=True):
        assert np.array_equal(here.adversarial, there.adversarial)
        assert (here.fooled, here.after, here.best_step) == (
            there.fooled,
            there.after,
            there.best_step,
        )


def test_the_best_step_of_the_trace_is_the_image_that_was_judged() -> None:
    asked = request(1, make_attack("ddn", {"steps": 60}), 9)
    with served() as client:
        client.send(asked)
        messages = until(client, lambda m: isinstance(m, AttackFinished))
    done, recording = messages[-1], recording_of(messages)
    assert isinstance(done, AttackFinished)
    for lane, outcome in enumerate(done.outcomes):
        assert np.array_equal(recording[outcome.best_step][lane], outcome.adversarial)


def test_progress_and_end_together_tell_of_every_step_once() -> None:
    asked = request(1, make_attack("penalty", {"steps": 2000}), 2)
    with served() as client:
        client.send(asked)
        messages = until(client, lambda m: isinstance(m, AttackFinished))
    assert len(recording_of(messages)) == 2001
    steps = [m.step for m in messages if isinstance(m, AttackProgress)]
    assert steps == sorted(set(steps))
    assert steps[0] == 0


def test_a_stopped_run_keeps_its_best_step() -> None:
    with served() as client:
        client.send(request(1, Endless()))
        messages = until(client, lambda m: isinstance(m, AttackProgress) and m.step > 20)
        client.send(StopRun(1))
        messages += until(client, lambda m: isinstance(m, AttackFinished))
    done, recording = messages[-1], recording_of(messages)
    assert isinstance(done, AttackFinished)
    assert done.stopped
    outcome = done.outcomes[0]
    assert outcome.steps + 1 == len(recording)
    assert np.array_equal(recording[outcome.best_step][0], outcome.adversarial)


def test_a_stop_for_another_run_is_ignored() -> None:
    with served() as client:
        client.send(request(2, Endless()))
        client.send(StopRun(1))
        until(client, lambda m: isinstance(m, AttackProgress) and m.step > 50)
        client.send(StopRun(2))
        assert last_of(client, 2).stopped


def test_a_newer_request_abandons_the_run() -> None:
    with served() as client:
        client.send(request(1, Endless()))
        until(client, lambda m: isinstance(m, AttackProgress))
        client.send(request(2, Endless()))
        client.send(request(3))
        messages = until(client, lambda m: isinstance(m, AttackFinished))
    assert isinstance(messages[-1], AttackFinished)
    assert messages[-1].ticket == 3


def test_a_cancelled_run_reports_nothing_more() -> None:
    with served() as client:
        client.send(request(1, Endless()))
        until(client, lambda m: isinstance(m, AttackProgress))
        client.send(CancelRun())
        client.send(StopRun(1))
        client.send(request(2))
        messages = until(client, lambda m: isinstance(m, AttackFinished))
    assert isinstance(messages[-1], AttackFinished)
    assert messages[-1].ticket == 2


def test_bad_input_fails_with_its_own_sentence() -> None:
    with served() as client:
        client.send(request(4, Broken(foreseen=True)))
        failed = until(client, lambda m: isinstance(m, Failed))[-1]
    assert failed == Failed(4, "This cannot be attacked.")


def test_an_attack_that_cannot_do_without_a_goal_says_so() -> None:
    with served() as client:
        client.send(request(4, make_attack("penalty"), form="untargeted"))
        failed = client.receive()
    assert isinstance(failed, Failed)
    assert "goal" in failed.sentence


def test_an_unforeseen_error_is_named_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR), served() as client:
        client.send(request(5, Broken()))
        failed = until(client, lambda m: isinstance(m, Failed))[-1]
        client.send(request(6))
        assert last_of(client, 6).outcomes
    assert isinstance(failed, Failed)
    assert "ZeroDivisionError" in failed.sentence
    assert caplog.records[0].exc_info


def test_a_lane_that_has_its_goal_is_returned_as_it_is() -> None:
    asked = request(1)
    label = asked.network.read(asked.problem.originals[0]).label
    asked.problem.goals[:] = label
    with served() as client:
        client.send(asked)
        done = last_of(client, 1)
    assert done.outcomes[0].already
    assert len(done.recording) == 0


@pytest.mark.parametrize("running", [False, True])
def test_close_ends_the_loop(running: bool) -> None:
    with served() as client:
        if running:
            client.send(request(1, Endless()))
            until(client, lambda m: isinstance(m, AttackProgress))
        client.send(Close())
        with pytest.raises(ClosedError):
            until(client, lambda _: False)


@pytest.mark.parametrize("running", [False, True])
def test_the_loop_ends_when_the_other_end_is_gone(running: bool) -> None:
    with served() as client:
        if running:
            client.send(request(1, Endless()))
            until(client, lambda m: isinstance(m, AttackProgress))


def test_a_file_is_opened_or_why_not_is_told(tmp_path: Path) -> None:
    image = tmp_path / "seven.png"
    Image.fromarray(drawn_image()).save(image)
    with served() as client:
        client.send(OpenRequest(1, wanted(image)))
        opened = client.receive()
        client.send(OpenRequest(2, wanted(tmp_path / "none.png")))
        failed = client.receive()
    assert isinstance(opened, Opened)
    assert isinstance(opened.found, Drawing)
    assert opened.ticket == 1
    assert isinstance(failed, Failed)
    assert failed.ticket == 2
    assert "none.png" in failed.sentence


def test_what_is_asked_while_nothing_runs_is_let_go() -> None:
    with served() as client:
        for command in (StopRun(1), PauseRun(1), CancelRun()):
            client.send(command)
        client.send(request(2))
        assert last_of(client, 2).outcomes
