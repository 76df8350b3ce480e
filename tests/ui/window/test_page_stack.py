from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.pages import Host, Page
from advgui.ui.window.page_stack import Pages

Keep = Callable[[QMainWindow], QMainWindow]
NOBODY = cast(Host, object())  # these pages use nothing of their window


class Labelled(Page):
    """A page that is its title, and notes that it was built."""

    order = 0

    def __init__(self, title: str, built: list[str]) -> None:
        self.name, self.title = title.lower(), title
        self.built, self.closed = built, False
        self.below: QWidget | None = None

    def make(self, host: Host) -> QWidget:
        self.built.append(self.title)
        return QLabel(self.title)

    @property
    def foot(self) -> QWidget | None:
        return self.below

    @property
    def shows_attack(self) -> bool:
        return self.title == "Attack"

    def close(self) -> None:
        self.closed = True


class Shelf:
    """A window with pages, and the names of those that were built."""

    def __init__(self, window: QMainWindow, *titles: str) -> None:
        self.built: list[str] = []
        self.window = window
        self.pages = Pages([Labelled(title, self.built) for title in titles], QLabel("Nothing yet"))
        window.setCentralWidget(self.pages)
        window.addToolBar("Tools").addWidget(self.pages.tabs)
        window.menuBar().addMenu("View").addActions(self.pages.choices.actions())

    def fill(self) -> None:
        self.pages.fill(NOBODY)

    @property
    def tabs(self) -> QTabBar:
        found = self.window.findChild(QTabBar, "page-tabs")
        assert isinstance(found, QTabBar)
        return found

    def seen(self) -> list[str]:
        return [one.text() for one in self.pages.findChildren(QLabel) if one.isVisible()]


@pytest.fixture
def unfilled(qtbot: QtBot, keep: Keep) -> Shelf:
    made = Shelf(keep(QMainWindow()), "Attack", "Train", "Compare")
    made.window.show()
    qtbot.waitUntil(made.window.isActiveWindow)
    return made


@pytest.fixture
def shelf(unfilled: Shelf) -> Shelf:
    unfilled.fill()
    return unfilled


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


def test_tabs_are_there_before_the_pages_and_keep_what_was_chosen(unfilled: Shelf) -> None:
    assert unfilled.tabs.isVisible()
    assert unfilled.seen() == ["Nothing yet"]
    unfilled.pages.choose("train")
    assert unfilled.seen() == ["Nothing yet"]
    unfilled.fill()
    assert unfilled.seen() == unfilled.built == ["Train"]


def test_there_are_no_tabs_where_there_is_nothing_to_choose(keep: Keep, qtbot: QtBot) -> None:
    shelf = Shelf(keep(QMainWindow()), "Attack")
    shelf.fill()
    shelf.window.show()
    qtbot.waitUntil(shelf.window.isActiveWindow)
    assert shelf.seen() == ["Attack"]
    assert not shelf.tabs.isVisible()
    assert not any(action.isVisible() for action in shelf.pages.choices.actions())


def test_the_page_that_is_shown_says_whether_it_shows_an_attack(shelf: Shelf) -> None:
    assert shelf.pages.shows_attack
    shelf.pages.choose("train")
    assert not shelf.pages.shows_attack


def test_all_pages_are_closed_also_those_never_shown(shelf: Shelf) -> None:
    shelf.pages.close_all()
    assert all(page.closed for page in shelf.pages.pages if isinstance(page, Labelled))


def test_a_tenth_page_has_no_key_of_its_own(keep: Keep) -> None:
    shelf = Shelf(keep(QMainWindow()), *(f"Page {number}" for number in range(10)))
    keys = [action.shortcut().toString() for action in shelf.pages.choices.actions()]
    assert keys == [*(f"Ctrl+{number}" for number in range(1, 10)), ""]


def test_the_foot_of_a_page_stays_in_sight_where_the_rest_is_scrolled(unfilled: Shelf) -> None:
    page, foot = unfilled.pages.pages[0], QLabel("Foot")
    assert isinstance(page, Labelled)
    page.below = foot
    unfilled.fill()
    made = unfilled.pages.page("attack")
    assert made is not None
    made.setMinimumHeight(2000)
    QApplication.processEvents()
    assert made.height() == 2000
    assert foot.visibleRegion().boundingRect() == foot.rect()
    assert foot.mapTo(unfilled.pages, foot.rect().bottomLeft()).y() < unfilled.pages.height()
