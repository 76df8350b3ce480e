from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.pages import Pages

Keep = Callable[[QMainWindow], QMainWindow]


class Shelf:
    """A window with three pages, and the names of those that were built."""

    def __init__(self, window: QMainWindow) -> None:
        self.built: list[str] = []
        self.window = window
        self.pages = Pages()
        for title in ("Attack", "Train", "Compare"):
            self.pages.add(title, title.lower(), partial(self.build, title))
        window.setCentralWidget(self.pages)
        window.addToolBar("Tools").addWidget(self.pages.tabs)
        window.menuBar().addMenu("View").addActions(self.pages.choices.actions())

    def build(self, title: str) -> QWidget:
        self.built.append(title)
        return QLabel(title)

    @property
    def tabs(self) -> QTabBar:
        found = self.window.findChild(QTabBar, "page-tabs")
        assert isinstance(found, QTabBar)
        return found

    def seen(self) -> list[str]:
        return [one.text() for one in self.pages.findChildren(QLabel) if one.isVisible()]


@pytest.fixture
def shelf(qtbot: QtBot, keep: Keep) -> Shelf:
    made = Shelf(keep(QMainWindow()))
    made.window.show()
    qtbot.waitUntil(made.window.isActiveWindow)
    return made


def test_a_page_is_built_when_it_is_first_shown_and_only_once(shelf: Shelf) -> None:
    assert shelf.built == ["Attack"]
    for name in ("compare", "attack", "compare"):
        shelf.pages.choose(name)
        assert shelf.seen() == [name.title()]
    assert shelf.built == ["Attack", "Compare"]
    assert shelf.pages.page("train") is None
    assert isinstance(shelf.pages.page("compare"), QLabel)


def test_it_says_what_is_shown(shelf: Shelf, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shelf.pages.shown) as told:
        shelf.pages.choose("train")
    assert told.args == ["train"]


@pytest.mark.parametrize(("keys", "page"), [("Ctrl+2", "Train"), ("Ctrl+3", "Compare")])
def test_the_keyboard_chooses_from_anywhere(shelf: Shelf, keys: str, page: str) -> None:
    QTest.keySequence(shelf.window, keys)
    assert shelf.seen() == [page]
    QTest.keySequence(shelf.window, "Ctrl+1")
    assert shelf.seen() == ["Attack"]


def test_tabs_menu_and_page_always_agree(shelf: Shelf) -> None:
    def agree() -> bool:
        (checked,) = (one.text() for one in shelf.pages.choices.actions() if one.isChecked())
        return shelf.seen() == [checked] == [shelf.tabs.tabText(shelf.tabs.currentIndex())]

    assert agree()
    tab = shelf.tabs.tabRect(1).center()
    QTest.mouseClick(shelf.tabs, Qt.MouseButton.LeftButton, pos=tab)
    assert shelf.seen() == ["Train"]
    assert agree()
    QTest.keyClick(shelf.tabs, Qt.Key.Key_Right)
    assert agree()
    shelf.pages.choices.actions()[0].trigger()
    assert agree()


def test_there_are_no_tabs_where_there_is_nothing_to_choose(keep: Keep, qtbot: QtBot) -> None:
    window = keep(QMainWindow())
    pages = Pages()
    pages.add("Attack", "attack", lambda: QLabel("Attack"))
    window.setCentralWidget(pages)
    window.addToolBar("Tools").addWidget(pages.tabs)
    window.show()
    qtbot.waitUntil(window.isVisible)
    assert not any(bar.isVisible() for bar in window.findChildren(QTabBar))
    assert not any(action.isVisible() for action in pages.choices.actions())
    pages.add("Train", "train", lambda: QLabel("Train"))
    assert all(bar.isVisible() for bar in window.findChildren(QTabBar))
    assert all(action.isVisible() for action in pages.choices.actions())
