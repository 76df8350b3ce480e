"""What is saved is written beside the window, in its order, and what came of it is told."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from advgui.core.errors import BadInput
from advgui.ui.session.saver import Saver


@pytest.fixture
def told() -> list[object]:
    """What came of it, in the order in which it was told."""
    return []


@pytest.fixture
def saver(qtbot: QtBot) -> Iterator[Saver]:
    parent = QObject()
    saver = Saver(parent)
    yield saver
    saver.close()


def refuses(sentence: str) -> Callable[[], None]:
    def write() -> None:
        raise BadInput(sentence)

    return write


def test_it_is_written_in_another_thread_and_told_in_this_one(
    saver: Saver, told: list[object], qtbot: QtBot
) -> None:
    threads: list[threading.Thread] = []

    def write() -> None:
        threads.append(threading.current_thread())

    saver.save(write, lambda: told.append(threading.current_thread()), told.append)
    assert saver.busy
    qtbot.waitUntil(lambda: not saver.busy)
    assert threads != told == [threading.current_thread()]


def test_one_is_written_after_the_other_and_each_is_told(saver: Saver, told: list[object]) -> None:
    saver.save(lambda: told.append("a"), lambda: None, told.append)
    saver.save(refuses("b.strokes: read-only."), lambda: told.append("saved"), told.append)
    saver.save(lambda: told.append("c"), lambda: None, told.append)
    assert not saver.finish()
    assert [one for one in told if isinstance(one, str)] == ["a", "c"]
    assert [str(one) for one in told if isinstance(one, BadInput)] == ["b.strokes: read-only."]
    assert saver.finish()


def test_what_has_to_wait_is_called_when_all_is_written(
    saver: Saver, told: list[object], qtbot: QtBot
) -> None:
    saver.once_idle(lambda: told.append("at once"))
    saver.save(lambda: None, lambda: told.append("saved"), told.append)
    saver.once_idle(lambda: told.append("then"))
    assert told == ["at once"]
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == ["at once", "saved", "then"]


def test_what_waits_is_called_even_after_something_that_nobody_foresaw(
    saver: Saver, told: list[object], qtbot: QtBot
) -> None:
    def break_down() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as unforeseen:
        saver.save(break_down, lambda: told.append("saved"), told.append)
        saver.once_idle(lambda: told.append("then"))
        qtbot.waitUntil(lambda: bool(unforeseen))
    assert [kind for kind, *_ in unforeseen] == [ZeroDivisionError]
    assert told == ["then"]


def test_closing_waits_until_all_is_written_and_logs_what_could_not_be(
    saver: Saver, told: list[object], caplog: pytest.LogCaptureFixture
) -> None:
    saver.save(lambda: told.append("written"), lambda: told.append("told"), told.append)
    saver.save(refuses("The disk is full."), lambda: None, told.append)
    saver.close()
    assert told == ["written"]
    assert caplog.messages == ["The disk is full."]
