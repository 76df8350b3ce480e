"""The four tiles show the very bytes of the step that is looked at, all of one step."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from advgui.core.images import Bytes
from advgui.lab.attack.captions import verdict_line
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import drawn, history_restored, step_shown
from advgui.lab.attack.view import View
from advgui.ui.attack.tiles import Tiles
from advgui.ui.session.controller import Controller
from advgui.ui.viewer.tile import Tile
from advgui.ui.viewer.viewer import Viewer
from tests.lab.states import drawing, ended, other_digit, same, shown
from tests.ui.find import click, find


@pytest.fixture
def tiles(qtbot: QtBot, keep: Callable[[Tiles], Tiles], controller: Controller) -> Tiles:
    made = keep(Tiles(controller))
    made.resize(720, 260)
    made.show()
    qtbot.waitExposed(made)
    return made


def image_of(tile: Tile) -> Bytes:
    shown = tile.shown()
    assert shown is not None
    return shown


def large(tiles: Tiles) -> Viewer | None:
    return tiles.viewer


def large_number(tiles: Tiles) -> int:
    return tiles.choice.first


def attack(controller: Controller) -> View:
    """The view of an attack that has ended, which is shown from now on."""
    controller.go(ended(aimed(controller.state, other_digit(controller.state))))
    assert controller.view is not None
    return controller.view


def test_before_an_attack_there_is_the_drawing_alone(tiles: Tiles, controller: Controller) -> None:
    original, *others = tiles.all()
    assert same(image_of(original), controller.state.image)
    assert [tile.shown() for tile in others] == [None] * 3
    controller.go(drawn(controller.state, drawing(None)))
    assert original.shown() is None


@pytest.mark.parametrize("step", [None, 1, 4])
def test_all_four_are_of_the_step_that_is_looked_at(
    tiles: Tiles, controller: Controller, step: int | None
) -> None:
    attack(controller)
    controller.go(step_shown(controller.state, step))
    view = controller.view
    assert view is not None
    assert same(image_of(tiles.original), view.original)
    assert same(image_of(tiles.adversarial), view.adversarial)
    assert same(image_of(tiles.thresholded), view.thresholded)
    unchanged = image_of(tiles.perturbation)[view.difference == 0]
    assert len(np.unique(unchanged, axis=0)) == 1
    label = view.readings.after.label
    assert f"reads {label}" in tiles.adversarial.accessibleDescription()


def test_the_badge_tells_whether_the_network_was_fooled(
    tiles: Tiles, controller: Controller
) -> None:
    view = attack(controller)
    assert ("fooled" in tiles.adversarial.accessibleDescription()) == view.fooled
    assert find(tiles, QLabel, "verdict").text().startswith(f"{verdict_line(view)}. Made by “")


def test_what_is_about_an_earlier_drawing_says_so_and_can_be_made_again(
    tiles: Tiles, controller: Controller, qtbot: QtBot
) -> None:
    attack(controller)
    words, again = find(tiles, QLabel, "verdict"), find(tiles, QPushButton, "attack-again")
    assert again.isHidden()
    controller.go(drawn(controller.state, drawing(2)))
    assert words.text().startswith("Of an earlier drawing: made by “")
    assert again.isVisible()
    assert again.text() == f"Attack again toward {shown(controller.state).goal}"
    before = shown(controller.state)
    click(tiles, "attack-again")
    run = shown(controller.state)
    assert same(run.original, controller.state.image)
    assert (run.request.attack, run.goals) == (before.request.attack, before.goals)
    qtbot.waitUntil(lambda: not controller.telling)
    assert again.isHidden()


def test_images_that_are_not_of_the_drawing_any_more_are_pale(
    tiles: Tiles, controller: Controller
) -> None:
    attack(controller)
    original, pale = tiles.original, tiles.original.grab().toImage()
    bright = pale.pixelColor(original.image_rect().topLeft().toPoint()).lightness()
    history = controller.state.history
    controller.go(drawn(controller.state, drawing(None)))
    pale = original.grab().toImage()
    assert pale.pixelColor(original.image_rect().topLeft().toPoint()).lightness() > bright + 50
    controller.go(history_restored(controller.state, history))
    again = original.grab().toImage()
    assert again.pixelColor(original.image_rect().topLeft().toPoint()).lightness() == bright


def test_what_cannot_be_attacked_again_says_why(tiles: Tiles, controller: Controller) -> None:
    attack(controller)
    run = shown(controller.state)
    other = drawn(controller.state, drawing(2))
    assert other.reading is not None
    controller.go(replace(other, reading=other.reading._replace(label=run.goal or 0)))
    again = find(tiles, QPushButton, "attack-again")
    assert not again.isEnabled()
    assert f"already reads it as {run.goal}" in again.toolTip()


def test_the_slider_moves_the_threshold(tiles: Tiles, controller: Controller) -> None:
    attack(controller)
    slider = find(tiles, QSlider, "threshold")
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert controller.state.threshold == 0
    assert find(tiles, QLabel, "threshold-figure").text() == "0.00"
    adversarial = image_of(tiles.adversarial)
    assert np.array_equal(image_of(tiles.thresholded) > 0, adversarial > 0)
    controller.go(replace(controller.state, threshold=0.5))
    assert slider.value() == 128


def test_a_tile_asks_for_its_own_image_to_be_copied(
    tiles: Tiles, controller: Controller, qtbot: QtBot
) -> None:
    view = attack(controller)
    tiles.adversarial.setFocus()
    with qtbot.waitSignal(tiles.copy_requested) as asked:
        QTest.keySequence(tiles.adversarial, QKeySequence(QKeySequence.StandardKey.Copy))
    assert same(asked.args[0], view.adversarial)


def test_a_click_and_enter_show_a_tile_in_the_large_and_esc_leads_back(
    tiles: Tiles, controller: Controller
) -> None:
    attack(controller)
    tiles.perturbation.setFocus()
    QTest.keyClick(tiles.perturbation, Qt.Key.Key_Return)
    viewer = large(tiles)
    assert viewer is not None
    assert tiles.choice.first == 1
    assert not tiles.original.isVisible()
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Escape)
    assert large(tiles) is None
    assert tiles.original.isVisible()
    QTest.mouseClick(tiles.adversarial, Qt.MouseButton.LeftButton)
    assert large(tiles) is viewer
    assert large_number(tiles) == 2


def test_a_button_shows_in_the_large_what_was_looked_at_last(
    tiles: Tiles, controller: Controller
) -> None:
    attack(controller)
    click(tiles, "enlarge")
    assert large(tiles) is not None
    assert large_number(tiles) == 2
    assert find(tiles, QToolButton, "enlarge").isHidden()
    click(tiles, "viewer-back")
    assert large(tiles) is None
    assert not find(tiles, QToolButton, "enlarge").isHidden()


def test_an_image_in_the_large_follows_the_steps(tiles: Tiles, controller: Controller) -> None:
    attack(controller)
    tiles.enlarge(2)
    assert tiles.viewer is not None
    controller.go(step_shown(controller.state, 2))
    view = controller.view
    assert view is not None
    tiles.viewer.canvas.pointed.emit((14, 14))
    words = find(tiles, QLabel, "viewer-readout").text()
    assert f"adversarial {view.adversarial[14, 14]}," in words


def test_colours_mean_the_same_in_every_perturbation_until_they_are_stretched(
    tiles: Tiles, controller: Controller, qtbot: QtBot
) -> None:
    attack(controller)
    fixed = image_of(tiles.perturbation)
    with qtbot.waitSignal(tiles.looked):
        find(tiles, QAction, "stretch-colours").trigger()
    assert tiles.choice.stretched
    assert not same(image_of(tiles.perturbation), fixed)
    find(tiles, QAction, "stretch-colours").trigger()
    assert same(image_of(tiles.perturbation), fixed)
