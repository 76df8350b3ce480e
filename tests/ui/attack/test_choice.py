"""The button shows the attack in use, and choosing another tells its name."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.attacks import ATTACKS
from advgui.lab.attack.choices import choices
from advgui.ui.attack.choice import AttackChoice
from tests.ui.attack.choosing import current, opened_list, search_attack
from tests.ui.find import find


@pytest.fixture
def box(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> AttackChoice:
    made = AttackChoice(lambda: choices({name: attack() for name, attack in ATTACKS.items()}))
    keep(made).show()
    qtbot.waitExposed(made)
    made.show_chosen("ddn")
    return made


@pytest.fixture
def chosen(box: AttackChoice) -> list[str]:
    heard: list[str] = []
    box.chosen.connect(heard.append)
    return heard


def test_it_shows_the_title_and_its_tip_all_of_it(box: AttackChoice) -> None:
    assert box.currentText() == ATTACKS["ddn"].title
    for words in (ATTACKS["ddn"].title, ATTACKS["ddn"].summary, "L2 · sees everything"):
        assert words in box.toolTip()


def test_what_is_found_in_the_list_is_told(box: AttackChoice, chosen: list[str]) -> None:
    search_attack(box, "square")
    assert chosen == ["square"]
    box.show_chosen("square")
    assert box.currentData() == "square"
    assert current(opened_list(box)) == "square"


def test_the_arrows_go_through_all_of_them_without_a_list(
    box: AttackChoice, chosen: list[str]
) -> None:
    for _ in range(2):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert chosen == [box.itemData(1), box.itemData(2)]


def test_a_click_opens_the_list(box: AttackChoice) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert current(box) == "ddn"
    box.hidePopup()


def test_a_letter_begins_a_search_and_chooses_nothing(box: AttackChoice, chosen: list[str]) -> None:
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_N)
    search = find(box, QLineEdit, "attack-search")
    assert search.isVisible()
    QTest.keyClicks(search, "es")
    assert search.text() == "nes"
    assert chosen == []
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert chosen == ["nes"]
