"""All that is on the page at one moment is of one step of one run."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import step_shown
from advgui.lab.attack.view import goal_marks
from advgui.ui.attack.page import AttackPage
from advgui.ui.attack.timeline import StepSlider
from advgui.ui.plotting import loading
from advgui.ui.session.controller import Controller
from tests.lab.states import ended, other_digit, same, shown
from tests.ui.find import click, find
from tests.ui.showing import ShowAt


@pytest.fixture
def page(show_at: ShowAt, controller: Controller) -> Iterator[AttackPage]:
    made = show_at(AttackPage(controller), 720, 700)
    yield made
    loading.finish()


def click_goal(page: AttackPage, goal: int) -> None:
    place = page.strip.cell(goal).center().toPoint()
    QTest.mouseClick(page.strip, Qt.MouseButton.LeftButton, pos=place)


def test_tiles_goals_and_slider_show_the_same_step(
    page: AttackPage, controller: Controller
) -> None:
    controller.go(step_shown(ended(aimed(controller.state, "every")), 3))
    run, view = shown(controller.state), controller.view
    assert view is not None
    assert find(page, StepSlider, "step-slider").value() == view.step == 3
    adversarial = page.tiles.adversarial.shown()
    assert adversarial is not None
    assert same(adversarial, run.recording[3][run.selected])
    for goal, mark in enumerate(goal_marks(run)):
        told = page.strip.words(goal)
        assert ("not fooled" in told) == (mark == "failed")
    assert f"Toward {run.goal}" in page.strip.accessibleDescription()


def test_a_click_on_a_goal_of_an_earlier_run_goes_back_to_it(
    page: AttackPage, controller: Controller
) -> None:
    controller.go(ended(aimed(controller.state, "every")))
    every = shown(controller.state)
    goal, other = every.goals[:2]
    controller.go(ended(aimed(controller.state, goal)))
    assert shown(controller.state).goals == (goal,)
    click_goal(page, other)
    assert shown(controller.state).ticket == every.ticket
    assert shown(controller.state).goal == other


def test_a_click_on_a_goal_of_the_run_looks_at_it(
    page: AttackPage, controller: Controller, qtbot: QtBot
) -> None:
    controller.go(ended(aimed(controller.state, "every")))
    run = shown(controller.state)
    other = next(goal for goal in run.goals if goal != run.goal)
    click_goal(page, other)
    assert shown(controller.state).goal == other
    assert shown(controller.state).ticket == run.ticket
    qtbot.waitUntil(lambda: not controller.telling)
    adversarial = page.tiles.adversarial.shown()
    assert adversarial is not None
    assert same(adversarial, run.outcomes[run.goals.index(other)].adversarial)


def test_a_click_on_a_goal_without_a_run_attacks_toward_it(
    page: AttackPage, controller: Controller
) -> None:
    goal = other_digit(controller.state)
    click_goal(page, goal)
    assert shown(controller.state).running
    assert shown(controller.state).goal == goal


def test_the_walk_through_the_steps_goes_with_their_curves(page: AttackPage) -> None:
    page.pane.add("other", "Other", QWidget)
    assert page.history.plot.isVisible()
    assert page.history.timeline.isVisible()
    page.pane.choose("other")
    assert not page.history.plot.isVisible()
    assert not page.history.timeline.isVisible()
    assert page.chosen["lower_pane"] == "other"
    page.pane.choose("steps")
    assert page.history.timeline.isVisible()


@pytest.mark.parametrize(("height", "above", "below"), [(1000, True, True), (620, True, False)])
def test_what_is_around_an_image_in_the_large_makes_room_for_it(
    page: AttackPage, height: int, above: bool, below: bool
) -> None:
    page.resize(720, height)
    QTest.mouseClick(page.tiles.original, Qt.MouseButton.LeftButton)
    viewer = page.tiles.viewer
    assert viewer is not None
    QTest.qWait(1)
    assert viewer.canvas.squares()[0].width() >= 360
    assert page.bar.isVisible() == above
    assert page.strip.isVisible() == below
    assert not page.history.timeline.isHidden()
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Escape)
    assert page.strip.isVisible()


def test_in_a_low_window_an_image_in_the_large_has_all_of_the_page(page: AttackPage) -> None:
    page.resize(720, 500)
    page.tiles.enlarge(0)
    QTest.qWait(1)
    assert page.tiles.viewer is not None
    assert page.tiles.viewer.canvas.squares()[0].width() >= 360
    assert not page.bar.isVisible()
    page.tiles.restore()
    assert page.bar.isVisible()


def test_how_images_are_looked_at_is_to_be_remembered(page: AttackPage, qtbot: QtBot) -> None:
    page.tiles.enlarge(0)
    with qtbot.waitSignal(page.rechosen):
        click(page, "viewer-swipe")
    assert page.chosen["viewer_mode"] == "swipe"
