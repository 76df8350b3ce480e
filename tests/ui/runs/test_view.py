"""The tab of the runs by mouse and keys, on a real controller."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from advgui.lab.attack.pair import OTHER_DRAWINGS, pair_curves, sides
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import drawn
from advgui.ui.runs.comparison import RunComparison, plotted
from advgui.ui.runs.view import RunsView
from advgui.ui.session.controller import Controller
from tests.lab.states import drawing, ended, fresh, other_digit, same, shown
from tests.ui.find import click, find


def two_runs() -> LabState:
    """Toward every digit, then on another drawing toward one."""
    state = drawn(ended(aimed(fresh(), "every")), drawing(2))
    return ended(aimed(state, other_digit(state)))


@pytest.fixture
def controller(qtbot: QtBot) -> Iterator[Controller]:
    made = Controller(two_runs())
    yield made
    made.close()


@pytest.fixture
def view(controller: Controller, qtbot: QtBot, keep: Callable[[RunsView], RunsView]) -> RunsView:
    made = keep(RunsView(controller))
    made.resize(560, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(view: RunsView, place: int) -> QPoint:
    model = view.tray.model()
    return view.tray.visualRect(model.index(place, 0)).center()


def button(view: RunsView, name: str) -> QToolButton:
    return find(view, QToolButton, f"run-{name}-button")


def test_the_run_that_is_shown_is_chosen_but_not_instead_of_several(
    view: RunsView, controller: Controller, qtbot: QtBot
) -> None:
    assert view.tray.chosen == {2}
    controller.go(ended(aimed(controller.state, other_digit(controller.state))))
    qtbot.waitUntil(lambda: not controller.telling)
    assert view.tray.chosen == {3}
    view.tray.selectAll()
    controller.go(ended(aimed(controller.state, other_digit(controller.state))))
    qtbot.waitUntil(lambda: not controller.telling)
    assert view.tray.chosen == {1, 2, 3}


def test_enter_on_a_card_goes_back_and_computes_nothing(
    view: RunsView, controller: Controller, qtbot: QtBot
) -> None:
    ticket, first = controller.state.ticket, controller.state.runs.kept[0]
    QTest.mouseClick(
        view.tray.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 1) - QPoint(40, 0)
    )
    assert shown(controller.state).ticket != first.run.ticket  # a click only chooses
    QTest.keyClick(view.tray, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not controller.telling)
    assert shown(controller.state).ticket == first.run.ticket
    assert same(controller.state.image, first.run.original)
    assert controller.state.ticket == ticket


def test_every_digit_unfolds_by_key_and_a_goal_of_it_is_shown(
    view: RunsView, controller: Controller, qtbot: QtBot
) -> None:
    view.tray.choose(1)
    QTest.keyClick(view.tray, Qt.Key.Key_Space)
    assert view.tray.unfolded(1)
    view.tray.choose(1, 6)
    QTest.keyClick(view.tray, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not controller.telling)
    assert shown(controller.state).selected == 6


def test_a_click_on_its_chevron_unfolds_a_card(view: RunsView) -> None:
    card = view.tray.visualRect(view.tray.model().index(1, 0))
    place = QPoint(card.right() - 12, card.center().y())
    QTest.mouseClick(view.tray.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.tray.unfolded(1)


def test_what_is_deleted_comes_back_by_the_button_beside_it(
    view: RunsView, controller: Controller
) -> None:
    view.tray.choose(1)
    click(view, "run-delete-button")
    assert [kept.number for kept in controller.state.runs] == [2]
    assert find(view, QLabel, "run-deletion-words").text() == "Run 1 is deleted."
    click(view, "run-undelete")
    assert [kept.number for kept in controller.state.runs] == [1, 2]
    assert find(view, QLabel, "run-deletion-words").text() == ""


def test_what_cannot_be_done_says_why(view: RunsView) -> None:
    view.tray.clearSelection()
    assert not button(view, "back").isEnabled()
    assert button(view, "back").toolTip() == "Choose a run first."
    assert "Choose two runs first" in button(view, "compare").toolTip()


def test_two_that_are_pinned_are_compared_in_a_window_of_their_own(view: RunsView) -> None:
    for number in (1, 2):
        view.tray.choose(number)
        click(view, "run-pin-button")
    assert button(view, "pin").text() == "Unpin"
    click(view, "run-compare-button")
    pair = find(view.window(), RunComparison, "run-comparison")
    assert pair.isVisible()
    assert find(pair, QLabel, "pair-sentence").text() == OTHER_DRAWINGS
    view.close_comparison()
    assert not pair.isVisible()


def test_two_that_are_chosen_are_compared_and_what_is_pinned_stays_as_it_is(
    view: RunsView, controller: Controller
) -> None:
    view.tray.selectAll()
    click(view, "run-compare-button")
    assert find(view.window(), RunComparison, "run-comparison").isVisible()
    assert pins(controller) == []
    view.close_comparison()
    assert pins(controller) == []
    click(view, "run-pin-button")
    assert pins(controller) == [1, 2]
    click(view, "run-pin-button")
    assert pins(controller) == []


def test_pinning_moves_no_button(view: RunsView) -> None:
    view.tray.choose(1)
    before = button(view, "pin").sizeHint()
    click(view, "run-pin-button")
    assert button(view, "pin").text() == "Unpin"
    assert button(view, "pin").sizeHint() == before


def test_the_runs_have_a_scroll_bar_where_some_are_hidden(view: RunsView, qtbot: QtBot) -> None:
    bar = view.tray.verticalScrollBar()
    assert not bar.isVisible()
    before = view.tray.gridSize()
    view.tray.turn(1)
    qtbot.waitUntil(bar.isVisible)
    assert view.tray.gridSize() == before
    view.tray.turn(1)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_the_key_of_two_runs_names_the_run_of_each_curve() -> None:
    one, other = sides(*two_runs().runs.kept)
    plot = plotted(one, other, pair_curves(one, other))
    names = [curve.short or curve.title for curve in plot.curves]
    assert names == ["Run 1", "Run 2", "Run 1: L2", "Run 2: L2"]
    assert not plot.held


def test_a_fork_begins_at_the_step_of_the_run_that_is_chosen(
    view: RunsView, controller: Controller
) -> None:
    view.tray.choose(1)
    click(view, "run-fork-button")
    request = shown(controller.state).request
    controller.stop()
    assert request.problem.starts is not None
    assert same(
        request.problem.starts[0], controller.state.runs.kept[0].run.outcomes[0].adversarial
    )


def test_without_runs_it_says_what_will_be_here(
    qtbot: QtBot, keep: Callable[[RunsView], RunsView]
) -> None:
    empty = keep(RunsView(Controller(fresh())))
    empty.show()
    qtbot.waitExposed(empty)
    assert find(empty, QLabel, "no-runs").isVisible()
    assert not view_is_visible(empty)


def view_is_visible(view: RunsView) -> bool:
    return view.tray.isVisible()


def pins(controller: Controller) -> list[int]:
    return list(controller.state.runs.pins)
