"""The four tiles show the very bytes of the step that is looked at, all of one step."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider
from pytestqt.qtbot import QtBot

from advgui.core.images import Bytes
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import drawn, step_shown
from advgui.lab.attack.view import View
from advgui.ui.attack.tiles import Tiles
from advgui.ui.session.controller import Controller
from advgui.ui.viewer.tile import Tile
from tests.lab.states import drawing, ended, other_digit, same
from tests.ui.find import find


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
    verdict = find(tiles, QLabel, "verdict").text()
    assert verdict
    controller.go(drawn(controller.state, drawing(2)))
    assert find(tiles, QLabel, "verdict").text() == f"{verdict}. {controller.state.outdated_words}"


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
