"""Under the pen the drawing wears what was made once, and a patch is dragged over it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.digits.gallery import read_gallery
from advgui.core.images import SIZE
from advgui.core.zoo import load_shipped
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.fitted.page import OneForAllPage
from advgui.ui.network.top_readings import TopReadings
from advgui.ui.session.controller import Controller
from advgui.ui.viewer.tile import Tile
from tests.fake_fits import PLACE, SIDE, patch, perturbation, stamp
from tests.ui.find import click, find

LEFT = Qt.MouseButton.LeftButton


def tile(page: QWidget, name: str) -> Tile:
    return find(page, Tile, f"wear-{name}")


def at(shown: Tile, row: float, column: float) -> QPoint:
    """The point in the middle of a pixel of the image."""
    square = shown.image_rect()
    side = square.width() / SIZE
    return (square.topLeft() + QPointF((column + 0.5) * side, (row + 0.5) * side)).toPoint()


def place(fitter: Fitter) -> tuple[int, int]:
    wearing = fitter.state.wearing
    assert wearing is not None
    assert wearing.place is not None
    return wearing.place


def test_nothing_is_worn_before_there_is_something(page: OneForAllPage) -> None:
    assert tile(page, "worn").shown() is None
    assert "Fit one, or open one" in tile(page, "worn").accessibleDescription()
    assert tile(page, "drawing").shown() is not None


def test_the_drawing_wears_it_as_it_is_drawn(
    page: OneForAllPage, fitter: Fitter, controller: Controller
) -> None:
    fitter.add(perturbation())
    for number in (17, 4):
        controller.draw_strokes(read_gallery()[number].strokes)
        image = controller.state.image
        shown = tile(page, "worn").shown()
        assert shown is not None
        np.testing.assert_array_equal(shown, perturbation().apply(image))
        reading = controller.state.network.read(shown)
        told = find(page, TopReadings, "wear-worn-top").accessibleDescription()
        assert told.startswith(f"{reading.label}: ")
        assert f"reads {reading.label}" in tile(page, "worn").accessibleDescription()


def test_any_network_that_is_chosen_reads_it(
    page: OneForAllPage, fitter: Fitter, controller: Controller
) -> None:
    fitter.add(patch())
    controller.choose_network(load_shipped("softmax"))
    shown = tile(page, "worn").shown()
    assert shown is not None
    label = controller.state.network.read(shown).label
    assert f"reads {label}" in tile(page, "worn").accessibleDescription()
    words = find(page, QLabel, "wear-words").text()
    assert words.startswith("Fitted on “The report's network”; what it comes to here is unknown")


def test_a_switch_takes_it_off(page: OneForAllPage, fitter: Fitter) -> None:
    fitter.add(patch())
    click(page, "wear-switch")
    assert tile(page, "worn").shown() is None
    assert not fitter.state.plan.worn
    assert not find(page, QToolButton, "patch-best").isVisible()
    click(page, "wear-switch")
    assert tile(page, "worn").shown() is not None
    assert find(page, QCheckBox, "wear-switch").isChecked()


def test_on_an_empty_sheet_there_is_nothing_to_wear_it(
    page: OneForAllPage, fitter: Fitter, controller: Controller
) -> None:
    fitter.add(patch())
    controller.clear()
    assert tile(page, "worn").shown() is None
    assert tile(page, "put-on").shown() is not None


def test_a_patch_is_dragged_by_the_mouse_while_the_readings_follow(
    page: OneForAllPage, fitter: Fitter, controller: Controller
) -> None:
    fitter.add(patch())
    worn = tile(page, "worn")
    QTest.mousePress(worn, LEFT, pos=at(worn, PLACE[0] + 2, PLACE[1] + 3))
    assert place(fitter) == PLACE
    QTest.mouseMove(worn, at(worn, 3, 18))
    assert place(fitter) == (1, 15)
    shown = worn.shown()
    assert shown is not None
    changed = (shown != controller.state.image).any(axis=1)
    assert not changed[: place(fitter)[0]].any()
    label = controller.state.network.read(shown).label
    assert f"reads {label}" in worn.accessibleDescription()
    QTest.mouseMove(worn, at(worn, 60, 60))
    assert place(fitter) == (SIZE - SIDE, SIZE - SIDE)
    QTest.mouseRelease(worn, LEFT, pos=at(worn, 60, 60))
    QTest.mouseMove(worn, at(worn, 3, 3))
    assert place(fitter) == (SIZE - SIDE, SIZE - SIDE)


def test_a_press_beside_it_brings_it_there(page: OneForAllPage, fitter: Fitter) -> None:
    fitter.add(patch())
    alone = tile(page, "put-on")
    QTest.mouseClick(alone, LEFT, pos=at(alone, 23.5, 22.5))
    assert place(fitter) == (SIZE - SIDE, SIZE - SIDE)


def test_arrow_keys_move_it_pixel_by_pixel_and_stop_at_the_edge(
    page: OneForAllPage, fitter: Fitter
) -> None:
    fitter.add(patch())
    worn = tile(page, "worn")
    worn.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down):
        QTest.keyClick(worn, key)
    assert place(fitter) == (PLACE[0], PLACE[1] - 2)
    for _ in range(SIZE):
        QTest.keyClick(worn, Qt.Key.Key_Right)
    assert place(fitter) == (PLACE[0], SIZE - SIDE)


def test_it_goes_back_to_where_it_was_fitted_and_to_its_best_place(
    page: OneForAllPage, fitter: Fitter, qtbot: QtBot
) -> None:
    fitter.add(patch())
    fitter.put((0, 0))
    click(page, "patch-back")
    assert place(fitter) == PLACE
    click(page, "patch-best")
    qtbot.waitUntil(lambda: not fitter.seeking, timeout=60_000)
    row, column = place(fitter)
    assert f"row {row}, column {column}" in tile(page, "put-on").accessibleDescription()


def test_what_has_no_place_is_not_moved(page: OneForAllPage, fitter: Fitter) -> None:
    fitter.add(perturbation())
    worn = tile(page, "worn")
    QTest.mouseClick(worn, LEFT, pos=at(worn, 5, 5))
    QTest.keyClick(worn, Qt.Key.Key_Up)
    assert fitter.state.place is None
    assert not find(page, QToolButton, "patch-back").isVisible()


def test_a_goal_that_is_said_as_it_is_worn_is_one_of_ten_buttons(
    page: OneForAllPage, fitter: Fitter, controller: Controller
) -> None:
    fitter.add(perturbation())
    assert not find(page, QWidget, "wear-goals").isVisible()
    fitter.add(stamp())
    for goal in (0, 9):
        click(page, f"wear-{goal}")
        assert fitter.state.plan.toward == goal
        shown = tile(page, "worn").shown()
        assert shown is not None
        np.testing.assert_array_equal(shown, stamp().apply(controller.state.image, goal))
    assert find(page, QToolButton, "wear-9").accessibleName() == "Toward 9"


@pytest.mark.parametrize(("goal", "mark"), [(7, "already"), (None, "fooled")])
def test_what_came_of_it_is_marked(
    page: OneForAllPage, fitter: Fitter, controller: Controller, goal: int | None, mark: str
) -> None:
    worn = controller.state.network.read(patch().apply(controller.state.image)).label
    assert worn != 7
    fitter.add(patch(worn if goal is None else goal))
    assert tile(page, "worn").accessibleDescription().endswith(mark)


def test_hidden_it_costs_nothing(
    page: OneForAllPage, fitter: Fitter, controller: Controller
) -> None:
    fitter.add(patch())
    before = tile(page, "drawing").shown()
    page.hide()
    controller.draw_strokes(read_gallery()[0].strokes)
    np.testing.assert_array_equal(tile(page, "drawing").shown(), before)
    page.show()
    np.testing.assert_array_equal(tile(page, "drawing").shown(), controller.state.image)
