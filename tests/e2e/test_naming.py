"""What is named on the screen is what is meant: the network, the goal, the digit that is read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel

from advgui.core.shipped import shipped_card
from tests.e2e.user import User


@pytest.mark.parametrize("name", ["report", "bayes"])
def test_about_names_the_network_in_use(user: User, name: str) -> None:
    user.select("network", name)
    user.choose_action("about")
    dialog = user.find(QDialog, "about")
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    card = shipped_card(name)
    assert f"\u201c{card.title}\u201d: {card.training}." in said
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
