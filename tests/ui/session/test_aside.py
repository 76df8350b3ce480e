"""Short work on a thread is told on the window's, and of much that is asked only the newest."""

from threading import Event, active_count

import pytest
from pytestqt.qtbot import QtBot

from advgui.core.errors import BadInput
from advgui.ui.session.aside import Aside


@pytest.fixture
def aside(qapp: object) -> Aside[int]:
    return Aside[int]()


def test_what_is_found_or_is_wrong_is_told(aside: Aside[int], qtbot: QtBot) -> None:
    def refuse() -> int:
        raise BadInput("It is damaged.")

    with qtbot.waitSignal(aside.found) as found:
        aside.ask(lambda: 7)
    with qtbot.waitSignal(aside.failed) as failed:
        aside.ask(refuse)
    assert (found.args, failed.args) == ([7], ["It is damaged."])
    assert not aside.busy


def test_of_what_is_asked_meanwhile_only_the_newest_is_done(
    aside: Aside[int], qtbot: QtBot
) -> None:
    gate, told = Event(), list[int]()
    aside.found.connect(told.append)

    def wait() -> int:
        gate.wait(30)
        return 1

    aside.ask(wait)
    for number in (2, 3, 4):
        aside.ask(lambda number=number: number)  # type: ignore[misc]
    gate.set()
    qtbot.waitUntil(lambda: not aside.busy, timeout=30_000)
    assert told == [1, 4]


def test_what_nobody_foresaw_comes_to_light_and_holds_nothing_up(
    aside: Aside[int], qtbot: QtBot
) -> None:
    gate, told = Event(), list[int]()
    aside.found.connect(told.append)

    def break_down() -> int:
        gate.wait(30)
        raise ZeroDivisionError

    with qtbot.captureExceptions() as unforeseen:
        aside.ask(break_down)
        aside.ask(lambda: 7)
        gate.set()
        qtbot.waitUntil(lambda: not aside.busy, timeout=5_000)
    assert [kind for kind, *_ in unforeseen] == [ZeroDivisionError]
    assert told == [7]


def test_once_it_is_closed_no_thread_is_left_and_nothing_is_told(
    aside: Aside[int], qtbot: QtBot
) -> None:
    gate, done, told = Event(), list[int](), list[int]()
    aside.found.connect(told.append)
    before = active_count()

    def wait() -> int:
        gate.wait(30)
        done.append(1)
        return 1

    aside.ask(wait)
    aside.ask(lambda: 2)
    gate.set()
    aside.close()
    assert (active_count(), done) == (before, [1])
    qtbot.wait(50)
    assert told == []
    assert not aside.busy
