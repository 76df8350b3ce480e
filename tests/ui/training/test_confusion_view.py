"""A cell is told by mouse and keyboard, shows its digits, and each of them can be had."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from advgui.lab.drawing.model import MnistDigit
from advgui.ui.training.confusion_matrix import cell_of
from advgui.ui.training.confusion_view import ConfusionView
from tests.fake_datasets import stripes, write_mnist
from tests.lab.requests import network


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> Iterator[ConfusionView]:
    made = ConfusionView()
    made.set_folder(write_mnist(tmp_path))
    made.set_network(network())
    made.resize(800, 400)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: "100 test digits" in words(made, "confusion-words"))
    yield made
    made.close_work()
    made.close()
    made.deleteLater()


def words(view: ConfusionView, name: str) -> str:
    found = view.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def largest(view: ConfusionView) -> int:
    """The cell of the most frequent confusion."""
    return max(filter(view.matrix.offers, range(100)), key=lambda at: int(view.matrix.told(at)[1]))


def test_a_click_shows_the_digits_of_a_cell_and_another_click_wants_one(
    view: ConfusionView, qtbot: QtBot
) -> None:
    wanted: list[MnistDigit] = []
    view.digit_wanted.connect(wanted.append)
    index = largest(view)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.matrix, left, pos=view.matrix.cell(index).center().toPoint())
    cell = cell_of(index)
    assert len(view.digits.digits) == int(view.matrix.told(index)[1])
    assert f"read as {cell.read}. A click puts one on the sheet." in words(view, "confusion-cell")
    QTest.mouseClick(view.digits, left, pos=view.digits.cell(0).center().toPoint())
    (digit,) = wanted
    assert digit.label == cell.label
    assert np.array_equal(digit.image, stripes(100, seed=1).images[digit.index])
    assert f"is on the sheet: its label is {cell.label}" in words(view, "confusion-cell")
    assert f"its label is {cell.label}, and it is read as {cell.read}" in view.digits.words(0)


def test_the_keyboard_walks_through_the_matrix_and_enter_shows(view: ConfusionView) -> None:
    index = largest(view)
    view.matrix.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.matrix, Qt.Key.Key_Home)
    for _ in range(index // 10):
        QTest.keyClick(view.matrix, Qt.Key.Key_Down)
    for _ in range(index % 10):
        QTest.keyClick(view.matrix, Qt.Key.Key_Right)
    assert words(view, "confusion-cell") == view.matrix.words(index)
    QTest.keyClick(view.matrix, Qt.Key.Key_Return)
    assert view.digits.digits


def test_another_network_is_read_anew_and_what_was_shown_goes(
    view: ConfusionView, qtbot: QtBot
) -> None:
    view.matrix.chosen.emit(largest(view))
    view.set_network(network(seed=5))
    assert not view.digits.digits
    qtbot.waitUntil(lambda: "100 test digits" in words(view, "confusion-words"))


def test_digits_that_are_right_or_absent_are_told_and_not_offered(view: ConfusionView) -> None:
    assert not any(view.matrix.offers(11 * digit) for digit in range(10))
    view.matrix.chosen.emit(0)
    assert not view.digits.digits
