"""The drawing wears the trigger or not, and both networks read it under the pen."""

from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QCheckBox

from advgui.core.digits.gallery import read_gallery
from advgui.core.training.poisoned import PoisonOutcome
from advgui.ui.poisoning.page import PoisonPage
from advgui.ui.session.controller import Controller
from advgui.ui.viewer.tile import Tile
from tests.ui.find import click, find


def test_before_a_training_there_is_nothing_to_wear(page: PoisonPage) -> None:
    switch = find(page, QCheckBox, "poison-wear")
    assert not switch.isEnabled()
    assert switch.toolTip() == "No network has learned a trigger yet"
    assert find(page, Tile, "poison-twin").shown() is None


def test_the_switch_puts_the_trigger_on_the_drawing_that_both_read(
    page: PoisonPage, controller: Controller, finish: Callable[[], PoisonOutcome]
) -> None:
    found = finish()
    tile = find(page, Tile, "poison-poisoned")
    stamped = controller.state.image.copy()
    stamped[24:27, 24:27] = 255
    np.testing.assert_array_equal(tile.shown(), stamped)
    assert tile._shown.line == f"reads {found.poisoned.read(stamped).label}"
    click(page, "poison-wear")
    np.testing.assert_array_equal(tile.shown(), controller.state.image)
    twin = find(page, Tile, "poison-twin")
    assert twin._shown.line == f"reads {found.twin.read(controller.state.image).label}"


def test_another_drawing_is_read_at_once(
    page: PoisonPage, controller: Controller, finish: Callable[[], PoisonOutcome]
) -> None:
    finish()
    controller.draw_strokes(read_gallery()[3].strokes)
    shown = find(page, Tile, "poison-twin").shown()
    assert shown is not None
    rest = np.ones((28, 28), bool)
    rest[24:27, 24:27] = False
    np.testing.assert_array_equal(shown[rest], controller.state.image[rest])


def test_a_retrained_network_has_a_tile_of_its_own_once_there_is_one(
    page: PoisonPage, finish: Callable[[], PoisonOutcome], retrain: Callable[[], PoisonOutcome]
) -> None:
    finish()
    tile = find(page, Tile, "poison-retrained")
    assert not tile.isVisible()
    found = retrain()
    shown = tile.shown()
    assert shown is not None
    assert found.retrained is not None
    assert tile.isVisible()
    assert tile._shown.line == f"reads {found.retrained.network.read(shown).label}"
