"""Every widget hears of the state that lasts, and none has to wait for all the others."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from advgui.lab.state import LabState
from advgui.lab.transitions import new_seed
from advgui.ui.turns import Turns
from tests.lab.states import fresh

Told = list[tuple[str, int, int]]


@pytest.fixture
def turns(qtbot: QtBot) -> Iterator[Turns]:
    parent = QObject()
    made = Turns(parent)
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


def test_all_are_told_at_once(turns: Turns, state: LabState) -> None:
    told: Told = []
    for name in "abc":
        turns.add(listener(name, told), state)
    turns.tell(new_seed(state))
    first = state.seed
    assert told == [(name, first, first + 1) for name in "abc"]


def test_in_turn_each_is_told_in_a_moment_of_its_own(turns: Turns, state: LabState) -> None:
    told: Told = []
    for name in "abc":
        turns.add(listener(name, told), state)
    turns.tell_in_turn(new_seed(state))
    assert told == []
    while len(told) < 3:
        before = len(told)
        QCoreApplication.processEvents()
        assert len(told) - before <= 1
    assert [name for name, *_ in told] == ["a", "b", "c"]


def test_who_waits_is_told_of_the_newest_state_only(
    turns: Turns, state: LabState, qtbot: QtBot
) -> None:
    told: Told = []
    for name in "ab":
        turns.add(listener(name, told), state)
    second = new_seed(state)
    third = new_seed(second)
    turns.tell_in_turn(second)
    turns.tell_in_turn(third)
    qtbot.waitUntil(lambda: len(told) == 2)
    qtbot.wait(50)
    assert told == [(name, state.seed, third.seed) for name in "ab"]


def test_what_the_user_does_overtakes_what_waits(
    turns: Turns, state: LabState, qtbot: QtBot
) -> None:
    told: Told = []
    turns.add(listener("a", told), state)
    second = new_seed(state)
    turns.tell_in_turn(second)
    turns.tell(new_seed(second))
    qtbot.wait(50)
    assert told == [("a", state.seed, state.seed + 2)]


def test_a_listener_that_changes_the_state_is_overtaken_by_its_own_change(
    turns: Turns, state: LabState
) -> None:
    told: Told = []
    third = new_seed(new_seed(state))
    turns.add(lambda *_: turns.tell(third), state)
    turns.add(listener("b", told), state)
    turns.tell(new_seed(state))
    assert told == [("b", state.seed, third.seed)]


def test_nobody_is_told_after_the_stop(turns: Turns, state: LabState, qtbot: QtBot) -> None:
    told: Told = []
    turns.add(listener("a", told), state)
    turns.tell_in_turn(new_seed(state))
    turns.stop()
    qtbot.wait(50)
    assert told == []
