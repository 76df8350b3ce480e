"""However often something is asked for, it is done once in a while, and for the last time last."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from advgui.ui.session.throttle import Throttle

MS = 30


class Counted(QObject):
    """Counts how often it was done, and what was true then."""

    def __init__(self, *, at_once: bool) -> None:
        super().__init__()
        self.seen: list[int] = []
        self.now = 0
        self.throttle = Throttle(self.act, MS, self, at_once=at_once)

    def act(self) -> None:
        self.seen.append(self.now)

    def ask(self, times: int) -> None:
        for _ in range(times):
            self.now += 1
            self.throttle.ask()


@pytest.fixture(params=[False, True], ids=["later", "at once"])
def counted(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Counted]:
    made = Counted(at_once=request.param)
    yield made
    made.throttle.stop()


def test_the_last_that_is_asked_for_is_done(counted: Counted, qtbot: QtBot) -> None:
    counted.ask(5)
    qtbot.waitUntil(lambda: counted.seen[-1:] == [5])
    assert len(counted.seen) <= 2


def test_it_is_done_again_when_it_is_asked_for_again(counted: Counted, qtbot: QtBot) -> None:
    for _ in range(3):
        counted.ask(1)
        qtbot.waitUntil(lambda: len(counted.seen) == counted.now)
    assert counted.seen == [1, 2, 3]


def test_nothing_is_done_unasked(counted: Counted, qtbot: QtBot) -> None:
    counted.ask(3)
    qtbot.waitUntil(lambda: counted.seen[-1:] == [3])
    done = len(counted.seen)
    qtbot.wait(4 * MS)
    assert len(counted.seen) == done


def test_only_one_that_answers_at_once_does(qtbot: QtBot) -> None:
    prompt, patient = Counted(at_once=True), Counted(at_once=False)
    for one in (prompt, patient):
        one.ask(2)
    assert (prompt.seen, patient.seen) == ([1], [])


def test_once_it_is_stopped_nothing_is_done(counted: Counted, qtbot: QtBot) -> None:
    counted.ask(2)
    done = list(counted.seen)
    counted.throttle.stop()
    qtbot.wait(4 * MS)
    assert counted.seen == done


def test_what_is_asked_for_while_it_is_done_waits_its_turn(qtbot: QtBot) -> None:
    counted = Counted(at_once=True)
    depth: list[int] = []

    def again() -> None:
        if len(depth) < 3:
            depth.append(1)
            counted.throttle.ask()
            assert len(depth) <= 3

    counted.throttle = throttle = Throttle(again, MS, counted, at_once=True)
    throttle.ask()
    assert depth == [1]
    qtbot.waitUntil(lambda: len(depth) == 3)
    throttle.stop()
