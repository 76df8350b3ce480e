"""What nobody foresaw is told, and the window lives on."""

import multiprocessing
import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from tests.e2e.conftest import Inside
from tests.e2e.user import SEVEN, User


def broken() -> None:
    raise ZeroDivisionError("division by zero")


def test_an_error_in_a_slot_is_told_and_the_window_lives_on(
    inside: Inside, caplog: pytest.LogCaptureFixture
) -> None:
    def act(user: User) -> None:
        user.draw(SEVEN)
        user.find(QAction, "copy").triggered.connect(broken)
        user.choose_action("copy")
        assert "ZeroDivisionError" in user.error()
        user.press("Ctrl+Z")
        assert user.state.reading is None
        user.draw(SEVEN)
        assert user.words("bars-note") == f"Reads the drawing as {user.reads()}."

    inside(act)
    assert "division by zero" in caplog.text  # the log has it all


def test_an_error_that_comes_again_and_again_is_told_once(inside: Inside) -> None:
    def act(user: User) -> None:
        user.window.controller.changed.connect(lambda *_: broken())
        user.draw(SEVEN)
        told = [d for d in user.window.findChildren(QDialog, "error") if d.isVisible()]
        assert len(told) == 1

    inside(act)


def test_errors_go_where_they_went_before_once_the_window_is_closed(inside: Inside) -> None:
    before: Callable[..., object] = sys.excepthook
    inside(lambda user: user.draw(SEVEN))
    assert sys.excepthook is before


def test_an_attack_whose_process_dies_is_told_and_the_next_one_works(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_running()
    original = user.image("original")
    for child in multiprocessing.active_children():
        child.kill()
    user.wait_until_finished()
    assert "ended unexpectedly" in user.message()
    assert user.image("original").tobytes() == original.tobytes()
    user.make_it_quick()
    user.click_bar(user.other())
    user.wait_until_finished()
    assert user.run.outcome is not None
    assert "ooled" in user.message()
