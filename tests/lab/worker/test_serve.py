"""The worker's loop, over a pipe within this process: what it is asked for, and how it ends."""

import logging
from pathlib import Path

import pytest
from PIL import Image

from advgui.core.attacks import make_attack
from advgui.lab.drawing.model import Drawing
from advgui.lab.opened_files import wanted
from advgui.lab.worker.channel import ClosedError
from advgui.lab.worker.messages import (
    AttackFinished,
    AttackProgress,
    CancelRun,
    Close,
    Failed,
    Opened,
    OpenRequest,
    PauseRun,
    StopRun,
)
from tests.lab.requests import Broken, Endless, request
from tests.lab.requests import image as drawn_image
from tests.lab.worker.served import last_of, served, until


def test_a_newer_request_abandons_the_run() -> None:
    with served() as client:
        client.send(request(1, Endless()))
        until(client, lambda m: isinstance(m, AttackProgress))
        client.send(request(2, Endless()))
        client.send(request(3))
        messages = until(client, lambda m: isinstance(m, AttackFinished))
    assert isinstance(messages[-1], AttackFinished)
    assert messages[-1].ticket == 3


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
