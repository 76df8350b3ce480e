"""What a user does on the Train page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.e2e.user import User


def name_it(user: User, name: str) -> None:
    line = user.find(QLineEdit, "network-name")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def offers(user: User, name: str) -> bool:
    button = user.find(QPushButton, name)
    return button.isVisible() and button.isEnabled()


def train_quickly(user: User, name: str = "Mine") -> None:
    """A small network in two epochs."""
    user.select("architecture", "softmax")
    user.type_number("epochs", 2)
    name_it(user, name)
    user.click("train-start")
    user.wait_until(lambda: offers(user, "train-attack"))


def train_for_long(user: User) -> None:
    """A training that nobody waits for, until its first epoch is under way."""
    user.select("architecture", "softmax")
    user.type_number("epochs", 10_000)
    user.click("train-start")
    user.wait_until(lambda: user.words("train-state").startswith("Epoch"))
