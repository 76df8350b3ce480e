"""A process beside the window that is stopped, or not let run, holds nothing up."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from advgui.lab.attack.phrases import SILENT
from tests.e2e.conftest import Start
from tests.e2e.train_page import train_for_long
from tests.e2e.user import SEVEN, User
from tests.fake_datasets import write_folders

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def children() -> set[int]:
    return {child.pid for child in multiprocessing.active_children() if child.pid}


def stop_them() -> set[int]:
    """Stop all processes beside the window, as Ctrl-Z or a debugger would."""
    stopped = children()
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    return stopped


@pytest.fixture
def attacker(user: User) -> User:
    """A user whose attack has made some steps."""
    user.make_it_long()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_running(steps=40)
    return user


@pytest.fixture
def train_user(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    """A user who trains a network for long."""
    write_folders(tmp_path)
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    with start() as user:
        user.choose_action("page-train")
        train_for_long(user)
        yield user
        user.end_training()


def test_a_stop_keeps_the_best_step_of_a_process_that_does_not_answer(attacker: User) -> None:
    attacker.wait_until(lambda: attacker.run.step > 40)
    stopped = stop_them()
    attacker.press("Esc")
    attacker.wait_until_finished()
    assert "did not answer, and was replaced. Stopped after" in attacker.message()
    outcome = attacker.run.outcome
    assert outcome is not None
    assert outcome.after == attacker.run.network.read(outcome.adversarial)
    assert attacker.image("adversarial").tobytes() == outcome.adversarial.tobytes()
    attacker.make_it_quick()
    attacker.click_bar(attacker.other())
    attacker.wait_until_finished()
    assert "ooled" in attacker.message()
    assert "did not answer" not in attacker.message()
    assert children().isdisjoint(stopped)


def test_a_process_that_gives_no_sign_of_life_is_told_until_it_goes_on(attacker: User) -> None:
    stopped = stop_them()
    attacker.wait_until(lambda: attacker.message() == SILENT)
    for pid in stopped:
        os.kill(pid, signal.SIGCONT)
    attacker.wait_until(lambda: attacker.message().startswith("Attacking toward"))
    attacker.press("Esc")
    attacker.wait_until_finished()
    assert "Stopped after" in attacker.message()


def test_an_attack_is_made_although_its_process_was_stopped_before(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_finished()
    stopped = stop_them()
    user.type_number("seed-number", 3)
    user.press(str(user.other()))
    user.wait_until_finished()
    assert user.run.outcome is not None
    assert user.run.outcome.seed == 3
    assert "did not answer" not in user.message()
    assert children().isdisjoint(stopped)


def test_a_training_whose_process_does_not_answer_tells_what_is_lost(train_user: User) -> None:
    stop_them()
    train_user.click("train-stop")
    train_user.wait_until(lambda: "what it had learned is lost" in train_user.words("train-state"))
    assert train_user.find(QPushButton, "train-start").isEnabled()


def test_a_training_can_be_dropped_and_another_begun_whatever_its_process_does(
    train_user: User,
) -> None:
    stopped = stop_them()
    train_user.click("train-cancel")
    train_user.type_number("epochs", 2)
    train_user.click("train-start")
    train_user.wait_until(lambda: "Trained in" in train_user.words("train-state"))
    assert children() - stopped
