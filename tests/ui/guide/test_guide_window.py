from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.guide.contents import FIRST, contents
from advgui.ui.guide.guide_window import GuideWindow, show_guide
from advgui.ui.guide.page_view import PageView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parent(keep: Callable[[QWidget], QWidget]) -> QWidget:
    return keep(QWidget())


@pytest.fixture
def guide(parent: QWidget, qtbot: QtBot) -> GuideWindow:
    made = show_guide(parent, "attack")
    qtbot.waitUntil(made.isActiveWindow)
    return made


def view(guide: GuideWindow) -> PageView:
    found = guide.findChild(PageView, "guide-page")
    assert isinstance(found, PageView)
    return found


def chosen(guide: GuideWindow) -> str:
    """The page that is marked among all."""
    listed = guide.findChild(QListWidget, "guide-contents")
    assert isinstance(listed, QListWidget)
    return listed.currentItem().text()


def search(guide: GuideWindow, words: str) -> None:
    QTest.keySequence(guide, "Ctrl+F")
    field = guide.findChild(QLineEdit, "guide-search")
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_it_opens_at_the_page_that_is_asked_for(guide: GuideWindow) -> None:
    assert guide.page == "attack"
    assert view(guide).toPlainText().startswith("Attacking")
    assert chosen(guide) == "Attacking"


def test_there_is_one_which_shows_another_page(guide: GuideWindow, parent: QWidget) -> None:
    assert show_guide(parent, "train") is guide
    assert guide.page == "train"
    assert chosen(guide) == "Training"


def test_a_page_that_there_is_not_is_the_first_one(guide: GuideWindow, parent: QWidget) -> None:
    show_guide(parent, "nothing")
    assert guide.page == FIRST


def test_every_page_can_be_chosen_in_the_list(guide: GuideWindow) -> None:
    listed = guide.findChild(QListWidget, "guide-contents")
    assert isinstance(listed, QListWidget)
    for row, (name, title) in enumerate(contents().items()):
        listed.setCurrentRow(row)
        assert guide.page == name
        assert view(guide).toPlainText().startswith(title)


def test_a_link_is_followed_and_one_can_go_back_by_the_keyboard(guide: GuideWindow) -> None:
    view(guide).anchorClicked.emit(QUrl("steps.md"))
    assert guide.page == "steps"
    QTest.keySequence(guide, "Alt+Left")
    assert guide.page == "attack"
    QTest.keySequence(guide, "Alt+Right")
    assert guide.page == "steps"
    back = guide.findChild(QToolButton, "guide-back")
    assert isinstance(back, QToolButton)
    QTest.mouseClick(back, LEFT)
    assert (guide.page, chosen(guide)) == ("attack", "Attacking")
    QTest.keySequence(guide, "F1")
    assert guide.page == FIRST


@pytest.mark.parametrize(("answer", "opened"), [("open-web", 1), ("stay", 0)])
def test_the_web_is_left_to_the_browser_and_asked_about_first(
    guide: GuideWindow, monkeypatch: pytest.MonkeyPatch, answer: str, opened: int
) -> None:
    links: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", links.append)
    view(guide).anchorClicked.emit(QUrl("https://example.org/page"))
    asked = guide.findChild(QDialog, "guide-web")
    assert isinstance(asked, QDialog)
    assert "https://example.org/page" in asked.accessibleDescription()
    assert links == []
    button = asked.findChild(QPushButton, answer)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, LEFT)
    assert links == [QUrl("https://example.org/page")] * opened
    assert guide.page == "attack"


def test_what_is_searched_for_is_found_on_this_page_and_on_others(guide: GuideWindow) -> None:
    search(guide, "thresholded")
    assert guide.page == "attack"
    assert view(guide).textCursor().selectedText() == "Thresholded"
    search(guide, "SHA-256")
    assert guide.page == "data"
    assert view(guide).textCursor().selectedText() == "SHA-256"


def test_a_search_goes_on_from_place_to_place_and_ends_where_it_began(guide: GuideWindow) -> None:
    pages = []
    search(guide, "advgui data --download")
    for _ in range(4):
        pages.append(guide.page)
        guide.find_next()
    assert set(pages) >= {"data", "commands"}
    assert pages[:2] != pages[1:3]


def test_a_place_that_is_found_stands_high_enough_to_read_on(guide: GuideWindow) -> None:
    search(guide, "hopskip")
    page = view(guide)
    assert page.textCursor().selectedText() == "HopSkip"
    assert 0 < page.cursorRect().top() < page.viewport().height() / 2


def test_what_is_nowhere_changes_nothing(guide: GuideWindow) -> None:
    search(guide, "zebra")
    assert guide.page == "attack"
    assert not view(guide).textCursor().hasSelection()


def test_escape_closes_it(guide: GuideWindow) -> None:
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_a_word_of_the_glossary_is_shown_where_it_is_explained(guide: GuideWindow) -> None:
    guide.show_page("glossary", "epoch")
    assert guide.page == "glossary"
    marked = view(guide).textCursor().selectedText()
    assert marked.startswith("epoch: ")


def test_the_first_time_a_page_says_a_word_it_leads_to_the_glossary(guide: GuideWindow) -> None:
    guide.show_page("attack")
    shown = view(guide)
    html = shown.toHtml()
    assert html.count("glossary.md#budget") == 1
    guide.show_page("glossary")
    assert "glossary.md#budget" not in shown.toHtml()
