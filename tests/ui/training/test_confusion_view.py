"""A cell is told by mouse and keyboard, shows its digits, and each of them can be had."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from advgui.core.training.data import Folders
from advgui.core.training.plan import planned
from advgui.lab.drawing.model import MnistDigit
from advgui.lab.training.shown_training import ShownTraining
from advgui.lab.worker.messages import TrainingRequest
from advgui.ui.training.confusion_matrix import cell_of
from advgui.ui.training.confusion_view import ConfusionView
from advgui.ui.widgets.told_slider import ToldSlider
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
    qtbot.waitUntil(lambda: "100 test digits" in words(made, "confusion-words"), timeout=60_000)
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


def after(wrongs: Sequence[int]) -> ShownTraining:
    """A training after whose epochs so many of 30 zeros were read as 6."""
    request = TrainingRequest(1, replace(planned("report", "mine"), title="Mine"), Folders(Path()))
    rows = [[(30 - wrong, *[0] * 5, wrong, *[0] * 3), *[(0,) * 10] * 9] for wrong in wrongs]
    return ShownTraining(request=request, confusions=tuple(map(tuple, rows)))


def test_each_epoch_of_the_last_training_can_be_looked_at(view: ConfusionView) -> None:
    slider = view.findChild(ToldSlider, "confusion-epochs")
    assert isinstance(slider, ToldSlider)
    assert not slider.isVisible()
    view.set_training(after([9, 4]))
    assert slider.isVisible()
    assert words(view, "confusion-epoch") == "the network in use"
    assert "100 test digits" in words(view, "confusion-words")
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert slider.accessibleName() == "Epoch: after epoch 1"
    assert words(view, "confusion-words").startswith("After epoch 1 “Mine” misread 9 of the 30")
    view.set_training(after([9, 4, 2]))  # it learns on, and one looks at what one looked at
    assert words(view, "confusion-epoch") == "after epoch 1"
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert view.matrix.told(6)[1] == "4"
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert words(view, "confusion-epoch") == "the network in use"
    view.set_training(None)
    assert not slider.isVisible()
