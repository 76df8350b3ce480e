"""Every widget hears of the state that lasts, and all of them in the same moment."""

from collections.abc import Callable, Iterator
from time import sleep

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from pytestqt.qtbot import QtBot

from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import new_seed
from advgui.ui.session.moment import Kept, Moment
from tests.lab.states import fresh

Told = list[tuple[str, int, int]]


@pytest.fixture
def moment(qtbot: QtBot) -> Iterator[Moment]:
    parent = QObject()
    made = Moment(parent)
    yield made
    made.stop()


@pytest.fixture
def state() -> LabState:
    return fresh()


def listener(name: str, told: Told) -> Callable[[LabState | None, LabState], None]:
    """Notes by their seeds from which state to which it was brought."""

    def hear(old: LabState | None, new: LabState) -> None:
        assert old is not None
        told.append((name, old.seed, new.seed))

    return hear


@pytest.fixture
def told(moment: Moment, state: LabState) -> Told:
    """What three listeners have heard."""
    heard: Told = []
    for name in "abc":
        moment.add(listener(name, heard), state)
    return heard


def test_all_are_told_at_once(moment: Moment, state: LabState, told: Told) -> None:
    moment.tell(new_seed(state))
    first = state.seed
    assert told == [(name, first, first + 1) for name in "abc"]


def test_soon_all_are_told_in_one_moment(moment: Moment, state: LabState, told: Told) -> None:
    moment.tell_soon(new_seed(state))
    assert told == []
    assert moment.waiting
    while not told:
        QCoreApplication.processEvents()
    assert [name for name, *_ in told] == ["a", "b", "c"]
    assert not moment.waiting


def test_a_frame_that_falls_due_while_one_gets_ready_comes_before_the_next_gets_ready(
    moment: Moment, state: LabState, qtbot: QtBot
) -> None:
    order: list[str] = []

    def get_ready(state: LabState) -> None:
        sleep(0.010)
        order.append("ready")

    moment.add(lambda old, new: order.append("told"), state, *[get_ready] * 4)
    frames = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    frames.timeout.connect(lambda: order.append("frame"))
    frames.start()
    moment.tell_soon(new_seed(state))
    qtbot.waitUntil(lambda: "told" in order)
    frames.stop()
    turns = "".join(one[0] for one in order if one != "told")
    assert turns.count("r") == 4
    assert "rr" not in turns


def test_who_waits_is_told_of_the_newest_state_only(
    moment: Moment, state: LabState, told: Told, qtbot: QtBot
) -> None:
    second = new_seed(state)
    third = new_seed(second)
    moment.tell_soon(second)
    moment.tell_soon(third)
    qtbot.waitUntil(lambda: len(told) == 3)
    qtbot.wait(50)
    assert told == [(name, state.seed, third.seed) for name in "abc"]


def test_what_the_user_does_overtakes_what_waits(
    moment: Moment, state: LabState, told: Told, qtbot: QtBot
) -> None:
    second = new_seed(state)
    moment.tell_soon(second)
    moment.tell(new_seed(second))
    qtbot.wait(50)
    assert told == [(name, state.seed, state.seed + 2) for name in "abc"]


def test_a_listener_that_changes_the_state_is_overtaken_by_its_own_change(
    moment: Moment, state: LabState
) -> None:
    heard: Told = []
    third = new_seed(new_seed(state))
    moment.add(lambda *_: moment.tell(third), state)
    moment.add(listener("b", heard), state)
    moment.tell(new_seed(state))
    assert heard == [("b", state.seed, third.seed)]


def test_nobody_is_told_after_the_stop(
    moment: Moment, state: LabState, told: Told, qtbot: QtBot
) -> None:
    moment.tell_soon(new_seed(state))
    moment.stop()
    qtbot.wait(50)
    assert told == []


def test_each_gets_ready_in_a_turn_of_its_own_before_any_is_told(
    moment: Moment, state: LabState
) -> None:
    heard: list[str] = []
    new = new_seed(state)

    def ready(name: str) -> Callable[[LabState], None]:
        return lambda given: heard.append(f"{name} ready" if given is new else "wrong")

    def told(name: str) -> Callable[[LabState | None, LabState], None]:
        return lambda old, given: heard.append(name)

    for name in "ab":
        moment.add(told(name), state, ready(name))
    turns: list[int] = []
    moment.tell_soon(new)
    while moment.waiting:
        QCoreApplication.processEvents()
        turns.append(len(heard))
    assert heard == ["a ready", "b ready", "a", "b"]
    assert 1 in turns
    assert 2 in turns


def test_what_is_shown_of_something_is_made_once() -> None:
    made: list[object] = []

    def make(source: object) -> int:
        made.append(source)
        return len(made)

    of, one, other = Kept(make), object(), object()
    assert [of(one), of(one), of(other), of(one)] == [1, 1, 2, 3]
