"""A training that was under way when its window ended is there in the next one, and goes on."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from advgui.core.training.training_file import load_training
from tests.e2e.conftest import Start
from tests.e2e.train_page import name_it, offers, train_for_long
from tests.e2e.user import User


def hold(user: User) -> None:
    """A training that is paused, which is written down at once."""
    user.choose_action("page-train")
    name_it(user, "Mine")
    train_for_long(user)
    user.click("train-pause")
    user.wait_until(lambda: user.words("train-state").startswith("Paused"))
    user.wait_until(written)


def written() -> list[Path]:
    """Where trainings are written down."""
    return list(Path.home().rglob("training.safetensors"))


@pytest.mark.usefixtures("data")
def test_it_is_shown_as_it_was_and_goes_on_or_is_dropped_for_good(start: Start) -> None:
    with start() as user:
        hold(user)
        user.window.end()  # as a signal does
    left = load_training(written()[0])
    with start() as user:
        assert "“Mine” was still being trained" in user.message()
        user.choose_action("page-train")
        epoch, loss = int(10_000 * left.done) + 1, left.curves["loss"][-1]
        where = f"Broken off in epoch {epoch:,} of 10,000 · loss {loss:.4f}"
        assert user.words("train-state").startswith(where)
        assert not offers(user, "train-start")
        user.click("train-pause")
        user.wait_until(lambda: user.words("train-state").startswith("Epoch"))
        user.click("train-cancel")
        assert not written()
    with start() as user:
        assert "Mine" not in user.message()


@pytest.mark.usefixtures("data")
def test_who_closes_the_window_can_go_on_the_next_time(start: Start) -> None:
    with start() as user:
        hold(user)
        user.press("Ctrl+Q")
        user.dialog(QDialog, "closing")
        user.click("later")
        assert not user.window.isVisible()
    with start() as user:
        assert "“Mine” was still being trained" in user.message()
        assert not user.window.findChildren(QDialog, "recovering")
        user.press("Ctrl+Q")  # it waits on: nothing is lost, and nothing asked
        assert not user.window.isVisible()
    with start() as user:
        user.choose_action("page-train")
        user.click("train-cancel")
    assert not written()
