"""The Train page as a user has it: what is seen on it, and what is chosen by the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from advgui.lab.training.state import TrainingState
from advgui.ui.training.page import TrainPage

LEFT = Qt.MouseButton.LeftButton


def show(page: TrainPage, state: TrainingState) -> None:
    page._trainer.go(state)


def button(page: TrainPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def words(page: TrainPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def offered(page: TrainPage) -> set[str]:
    """The buttons that can be pressed."""
    names = ("train-start", "train-pause", "train-cancel", "train-attack", "train-save", "data-get")
    found = {name: button(page, name) for name in names}
    return {name for name, one in found.items() if one.isVisible() and one.isEnabled()}


def choose(page: TrainPage, name: str, data: str) -> None:
    """Walk through a list with the arrow keys."""
    box = page.findChild(QComboBox, name)
    assert isinstance(box, QComboBox)
    for _ in range(box.count()):
        down = box.currentIndex() < box.findData(data)
        if box.currentData() != data:
            QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    assert box.currentData() == data
