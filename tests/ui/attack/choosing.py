"""How a user finds an attack in the list: types, goes down to it, and takes it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeView, QWidget

from advgui.ui.attack.choice import AttackChoice
from advgui.ui.attack.choice_list import ChoiceList
from advgui.ui.attack.choice_model import choice_at
from tests.ui.find import find


def opened_list(box: AttackChoice) -> ChoiceList:
    """The list, once it was opened with the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    shown = find(box, ChoiceList, "attack-popup")
    assert shown.isVisible()
    return shown


def current(shown: QWidget) -> str:
    """The name of the attack on which the keyboard is; empty where nothing is found."""
    choice = choice_at(find(shown, QTreeView, "attack-list").currentIndex())
    return "" if choice is None else choice.name


def search_attack(box: AttackChoice, name: str) -> None:
    """Choose an attack by its name."""
    shown = opened_list(box)
    search = find(shown, QLineEdit, "attack-search")
    QTest.keyClicks(search, name)
    for _ in range(box.count()):
        if current(shown) != name:
            QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert not shown.isVisible()
