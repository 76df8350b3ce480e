"""A region is painted over the digit, by mouse and by keys, and the next attack keeps to it."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.attack.region import RegionPainter, RegionSheet
from advgui.ui.session.controller import Controller
from tests.ui.find import click, find

Keep = Callable[[QWidget], QWidget]


@pytest.fixture
def painter(qtbot: QtBot, keep: Keep, controller: Controller) -> RegionPainter:
    controller.choose_attack("masked")
    controller.set_parameter("mask", "painted")
    made = RegionPainter(controller)
    keep(made).show()
    qtbot.waitExposed(made)
    return made


def sheet(painter: RegionPainter) -> RegionSheet:
    return find(painter, RegionSheet, "region-sheet")


def pixel(painter: RegionPainter, down: int, right: int) -> QPoint:
    side = sheet(painter).width() // 28
    return QPoint(right * side + side // 2, down * side + side // 2)


def test_the_left_button_paints_and_the_right_one_and_the_eraser_take_away(
    painter: RegionPainter, controller: Controller
) -> None:
    QTest.mouseClick(sheet(painter), Qt.MouseButton.LeftButton, pos=pixel(painter, 10, 5))
    region = controller.state.region
    assert region is not None
    assert region.sum() == 9
    assert region[9:12, 4:7].all()
    QTest.mouseClick(sheet(painter), Qt.MouseButton.RightButton, pos=pixel(painter, 10, 7))
    region = controller.state.region
    assert region is not None
    assert region.sum() == 6
    click(painter, "region-eraser")
    QTest.mouseClick(sheet(painter), Qt.MouseButton.LeftButton, pos=pixel(painter, 10, 5))
    assert controller.state.region is None


def test_a_cell_is_painted_by_keys(painter: RegionPainter, controller: Controller) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(sheet(painter), key)
    region = controller.state.region
    assert region is not None
    assert np.argwhere(region).tolist() == [[13, 12]]
    QTest.keyClick(sheet(painter), Qt.Key.Key_Space)
    assert controller.state.region is None


def test_how_much_may_change_is_told_and_clear_takes_it_away(
    painter: RegionPainter, controller: Controller
) -> None:
    region = np.zeros((28, 28), bool)
    region[:, :7] = True
    controller.set_region(region)
    assert find(painter, QLabel, "region-words").text().startswith("196 pixels (25")
    assert sheet(painter).accessibleDescription() == "196 of 784 pixels may change"
    click(painter, "region-clear")
    assert controller.state.region is None
    assert "Paint over the digit" in find(painter, QLabel, "region-words").text()


def test_it_is_there_only_while_the_mask_is_a_painted_one(
    painter: RegionPainter, controller: Controller
) -> None:
    assert not painter.isHidden()
    controller.set_parameter("mask", "glasses")
    assert painter.isHidden()
    controller.set_parameter("mask", "painted")
    controller.choose_attack("ddn")
    assert painter.isHidden()
