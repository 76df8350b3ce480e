"""Old runs lose steps beside the window, and nothing that was made meanwhile is lost."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from advgui.lab.attack.requests import aimed
from advgui.lab.runs.runs import Runs, with_run, without
from advgui.ui.runs.thinning import RunThinning
from advgui.ui.session.controller import Controller
from tests.lab.states import ended, other_digit, shown


@pytest.fixture
def six(controller: Controller) -> Runs:
    """The same run six times."""
    run = shown(ended(aimed(controller.state, other_digit(controller.state))))
    runs = Runs()
    for ticket in range(100, 106):
        runs = with_run(runs, replace(run, request=replace(run.request, ticket=ticket)))
    return runs


@pytest.fixture
def thinning(controller: Controller, six: Runs) -> Iterator[RunThinning]:
    """There is room for half of them."""
    parent = QObject()
    made = RunThinning(controller, parent, room=six.size // 2)
    yield made
    made.close_work()


def put(controller: Controller, runs: Runs) -> None:
    controller.go(replace(controller.state, runs=runs))


def test_in_the_turn_in_which_a_run_comes_no_step_is_copied(
    controller: Controller, thinning: RunThinning, six: Runs, qtbot: QtBot
) -> None:
    put(controller, six)
    assert controller.state.runs is six
    qtbot.waitUntil(lambda: controller.state.runs.size <= six.size // 2)
    held = [len(kept.run.recording.held) for kept in controller.state.runs]
    assert held == sorted(held)
    assert [kept.number for kept in controller.state.runs] == [kept.number for kept in six]
    assert all(kept.run.outcomes for kept in controller.state.runs)


def test_what_was_made_and_deleted_meanwhile_stays_so(
    controller: Controller, thinning: RunThinning, six: Runs, qtbot: QtBot
) -> None:
    put(controller, six)
    run = six.kept[0].run
    another = replace(run, request=replace(run.request, ticket=200))
    put(controller, with_run(without(six, {2}), another))
    qtbot.waitUntil(lambda: controller.state.runs.size <= six.size // 2)
    assert [kept.number for kept in controller.state.runs] == [1, 3, 4, 5, 6, 7]
    assert [kept.number for kept in controller.state.runs.deleted] == [2]


def test_where_nothing_can_be_dropped_it_is_tried_once(
    controller: Controller, six: Runs, qtbot: QtBot
) -> None:
    parent, told = QObject(), list[Runs]()
    thinning = RunThinning(controller, parent, room=0)
    controller.watch(lambda _, new: told.append(new.runs))
    put(controller, six)
    qtbot.waitUntil(lambda: controller.state.runs is not six)
    qtbot.wait(100)
    assert len(told) == 2
    thinning.close_work()
