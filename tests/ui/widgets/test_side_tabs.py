"""Tabs below one another are chosen by mouse and keys, and no word of theirs is shortened."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advgui.ui.theme.text_cache import texts
from advgui.ui.widgets.side_tabs import SideTabs


@pytest.fixture
def tabs(qtbot: QtBot, keep: Callable[[SideTabs], SideTabs]) -> SideTabs:
    made = keep(SideTabs("tabs", "Views"))
    for title in ("Steps", "Why?", "Runs (1,000)"):
        made.addTab(title)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_click_chooses_the_tab_below_the_mouse(tabs: SideTabs) -> None:
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(2).center())
    assert tabs.currentIndex() == 2


def test_the_arrow_keys_move_among_them_and_stop_at_the_ends(tabs: SideTabs) -> None:
    for key, index in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 2),
    ):
        QTest.keyClick(tabs, key)
        assert tabs.currentIndex() == index


def test_they_stand_below_one_another_and_have_room_for_their_words(tabs: SideTabs) -> None:
    areas = [tabs.tabRect(index) for index in range(tabs.count())]
    assert [area.left() for area in areas] == [0, 0, 0]
    assert areas[0].bottom() < areas[1].top() + 1 < areas[2].top()
    for index, area in enumerate(areas):
        assert area.width() > texts().width(tabs.tabText(index), "strong")


def test_a_screen_reader_finds_each_as_a_tab_by_its_words(tabs: SideTabs) -> None:
    said = QAccessible.queryAccessibleInterface(tabs)
    assert said.role() == QAccessible.Role.PageTabList
    names = [said.child(n).text(QAccessible.Text.Name) for n in range(tabs.count())]
    assert names == ["Steps", "Why?", "Runs (1,000)"]
