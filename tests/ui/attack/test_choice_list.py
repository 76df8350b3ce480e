"""An attack is found by typing, by family and by what one may see; mouse and keys take it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.attacks import ATTACKS
from advgui.core.attacks.base import FAMILIES
from advgui.core.attacks.oracle import SEES
from advgui.lab.attack.choices import choices
from advgui.ui.attack.choice_list import ChoiceList
from advgui.ui.attack.choice_model import ChoiceModel, choice_at
from tests.ui.attack.choosing import current
from tests.ui.find import find

ALL = choices({name: attack() for name, attack in ATTACKS.items()})


@pytest.fixture
def shown(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> ChoiceList:
    place = keep(QWidget())
    place.resize(300, 30)
    place.show()
    qtbot.waitExposed(place)
    made = ChoiceList(place)
    made.open_at(place, ALL, "pgd")
    return made


@pytest.fixture
def chosen(shown: ChoiceList) -> list[str]:
    heard: list[str] = []
    shown.chosen.connect(heard.append)
    return heard


def names(shown: ChoiceList) -> list[str]:
    model = find(shown, QTreeView, "attack-list").model()
    assert isinstance(model, ChoiceModel)
    found = map(choice_at, model.indices())
    return [choice.name for choice in found if choice is not None]


def press(shown: ChoiceList, key: Qt.Key) -> None:
    QTest.keyClick(find(shown, QLineEdit, "attack-search"), key)


def type_words(shown: ChoiceList, words: str) -> None:
    QTest.keyClicks(find(shown, QLineEdit, "attack-search"), words)


def test_all_are_there_in_families_and_the_one_in_use_is_where_one_is(shown: ChoiceList) -> None:
    assert names(shown) == [choice.name for choice in ALL]
    assert current(shown) == "pgd"
    view = find(shown, QTreeView, "attack-list")
    model = view.model()
    headings = [model.index(row, 0) for row in range(model.rowCount())]
    assert [heading.data() for heading in headings] == list(FAMILIES.values())
    assert all(view.isExpanded(heading) for heading in headings)


def test_arrows_go_from_attack_to_attack_and_never_to_a_heading(
    shown: ChoiceList, chosen: list[str]
) -> None:
    order = [choice.name for choice in ALL]
    for name in order[order.index("pgd") + 1 :]:
        press(shown, Qt.Key.Key_Down)
        assert current(shown) == name
    press(shown, Qt.Key.Key_Down)
    assert current(shown) == order[-1]
    press(shown, Qt.Key.Key_Up)
    press(shown, Qt.Key.Key_Return)
    assert chosen == [order[-2]]
    assert not shown.isVisible()


def test_what_is_typed_is_looked_for_and_the_first_that_is_found_is_taken(
    shown: ChoiceList, chosen: list[str]
) -> None:
    type_words(shown, "carlini")
    assert names(shown) == [current(shown)] == ["cw"]
    search = find(shown, QLineEdit, "attack-search")
    assert search.accessibleDescription().startswith(ATTACKS["cw"].title)
    press(shown, Qt.Key.Key_Return)
    assert chosen == ["cw"]


def test_what_is_called_as_is_typed_comes_before_what_only_has_the_letters(
    shown: ChoiceList, chosen: list[str]
) -> None:
    type_words(shown, "nes")  # as "needless ones" has
    assert names(shown)[0] != "nes"
    press(shown, Qt.Key.Key_Return)
    assert chosen == ["nes"]


def test_nothing_found_is_said_and_enter_takes_nothing(
    shown: ChoiceList, chosen: list[str]
) -> None:
    type_words(shown, "zzz")
    assert names(shown) == []
    assert find(shown, QLabel, "attack-none").isVisible()
    press(shown, Qt.Key.Key_Return)
    assert chosen == []
    assert shown.isVisible()
    press(shown, Qt.Key.Key_Backspace)
    press(shown, Qt.Key.Key_Backspace)
    press(shown, Qt.Key.Key_Backspace)
    assert len(names(shown)) == len(ALL)
    assert find(shown, QTreeView, "attack-list").isVisible()


@pytest.mark.parametrize("access", SEES)
def test_what_the_attacker_may_see_leaves_those_that_need_no_more(
    shown: ChoiceList, access: str
) -> None:
    find(shown, QRadioButton, f"access-{access}").click()
    order = list(SEES)
    allowed = order[order.index(access) :]  # type: ignore[arg-type]
    assert set(names(shown)) == {choice.name for choice in ALL if choice.access in allowed}
    assert (current(shown) == "") == (not names(shown))


def test_a_click_takes_an_attack_and_a_heading_is_none(
    shown: ChoiceList, chosen: list[str]
) -> None:
    view = find(shown, QTreeView, "attack-list")
    model = view.model()
    view.scrollToTop()
    heading = model.index(0, 0)
    for place in (heading, model.index(1, 0, heading)):
        middle = view.visualRect(place).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert chosen == [ALL[1].name]


def test_escape_leaves_everything_as_it_was(shown: ChoiceList, chosen: list[str]) -> None:
    press(shown, Qt.Key.Key_Down)
    press(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert chosen == []


def test_it_is_all_on_the_screen_wherever_its_button_is(shown: ChoiceList) -> None:
    place = shown.parentWidget()
    assert place is not None
    room = place.screen().availableGeometry()
    for corner in (room.topLeft(), room.bottomRight()):
        place.move(corner)
        shown.open_at(place, ALL, "ddn")
        assert room.contains(shown.geometry())
        assert current(shown) == "ddn"


def test_every_part_has_a_name_for_who_does_not_see_it(shown: ChoiceList) -> None:
    for name in ("attack-search", "attack-list", "attack-access"):
        assert find(shown, QWidget, name).accessibleName()
    index = find(shown, QTreeView, "attack-list").currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Projected gradient, L∞ (PGD): L∞ · sees everything · 40 steps"
    )
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == ATTACKS["pgd"].summary


def test_a_click_on_what_one_may_see_leaves_the_keys_to_the_search(
    shown: ChoiceList, chosen: list[str]
) -> None:
    button = find(shown, QRadioButton, "access-scores")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
    assert button.isChecked()
    assert shown.focusWidget() is find(shown, QLineEdit, "attack-search")
    press(shown, Qt.Key.Key_Down)
    wanted = current(shown)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert chosen == [wanted]
