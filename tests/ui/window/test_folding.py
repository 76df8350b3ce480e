"""Drawing and network fold to a strip beside pages that need the room, and open again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from advgui.core.digits.gallery import read_gallery
from advgui.ui.network.top_readings import TopReadings
from advgui.ui.window.window import MainWindow
from tests.ui.find import click, find


@pytest.fixture(autouse=True)
def _shown(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()


def folded(window: MainWindow) -> bool:
    """Whether there is the strip alone."""
    return window.folding.folded


def hidden(window: MainWindow) -> bool:
    """Whether neither drawing nor network are seen."""
    seen = {window.draw.isVisible(), window.network.isVisible()}
    assert len(seen) == 1
    return not seen.pop()


def test_a_page_that_needs_the_room_has_a_strip_beside_it(window: MainWindow) -> None:
    before = window.pages.width()
    assert not hidden(window)
    assert not folded(window)
    window.pages.choose("train")
    QApplication.processEvents()
    assert hidden(window)
    assert find(window, QWidget, "specimen-strip").isVisible()
    assert window.pages.width() > before + 300
    window.pages.choose("attack")
    QApplication.processEvents()
    assert not hidden(window)
    assert window.pages.width() == before


def test_a_key_or_a_click_opens_it_and_each_page_remembers(window: MainWindow) -> None:
    window.pages.choose("train")
    QTest.mouseClick(find(window, QWidget, "seen-folded"), Qt.MouseButton.LeftButton)
    assert not hidden(window)
    window.pages.choose("compare")
    assert folded(window)
    window.pages.choose("train")
    assert not folded(window)
    QTest.keySequence(window, "F9")
    assert folded(window)
    click(window, "unfold-button")
    assert not folded(window)
    assert window.settings.kept("specimen") == {"train": False}


def test_the_strip_follows_the_pen(window: MainWindow) -> None:
    window.pages.choose("compare")
    top = find(window, TopReadings, "strip-top")
    assert top.accessibleDescription() == ""
    window.controller.draw_strokes(read_gallery()[13].strokes)
    reading = window.controller.state.reading
    assert reading is not None
    assert top.accessibleDescription().startswith(f"{reading.label}: ")
    assert top.accessibleDescription().count(",") == 2
    window.folding.fold(False)
    window.controller.clear()
    window.folding.fold(True)
    assert top.accessibleDescription() == ""


def test_in_a_small_window_it_folds_by_itself_but_where_one_watches_it(window: MainWindow) -> None:
    window.pages.choose("in_the_world")
    assert not folded(window)
    window.resize(1024, 640)
    QApplication.processEvents()
    assert folded(window)
    window.pages.choose("attack")
    assert not folded(window)
    window.pages.choose("in_the_world")
    window.resize(1280, 800)
    QApplication.processEvents()
    assert not folded(window)


def test_the_keyboard_is_never_on_what_is_folded(window: MainWindow) -> None:
    window.activateWindow()
    window.draw.canvas.setFocus()
    QTest.keySequence(window, "F9")
    assert QApplication.focusWidget() is find(window, QWidget, "unfold-button")
    QTest.keySequence(window, "F9")
    assert QApplication.focusWidget() is window.draw.canvas
