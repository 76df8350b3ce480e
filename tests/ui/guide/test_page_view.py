from collections.abc import Callable

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QTextBlock, QTextTable
from PySide6.QtWidgets import QWidget

from advgui.ui.guide.contents import page_file
from advgui.ui.guide.page_view import PageView
from advgui.ui.theme.tokens import DARK, LIGHT, palette


@pytest.fixture
def page(keep: Callable[[QWidget], QWidget]) -> PageView:
    made = PageView()
    keep(made)
    made.setPalette(palette(LIGHT))
    made.resize(600, 200)
    made.show()
    made.setSource(QUrl.fromLocalFile(str(page_file("commands"))))
    return made


def line(page: PageView, words: str) -> QTextBlock:
    """The first one that has these words."""
    cursor = page.document().find(words)
    assert not cursor.isNull()
    return cursor.block()


def ground(page: PageView, words: str) -> QColor:
    return line(page, words).blockFormat().background().color()


def test_code_stands_on_a_ground_and_tables_have_lines(page: PageView) -> None:
    assert ground(page, "--out folder      #") == LIGHT.track
    assert not line(page, "The same without a screen").blockFormat().background().isOpaque()
    tables = list(page.document().rootFrame().childFrames())
    (table,) = (one for one in tables if isinstance(one, QTextTable))
    assert table.format().border() == 1
    assert table.format().borderBrush().color() == LIGHT.line


def test_headings_are_larger_and_nothing_before_them_is(page: PageView) -> None:
    size = line(page, "The same without a screen").charFormat().fontPointSize()
    heading = line(page, "Some examples")
    letters = heading.begin().fragment().charFormat().fontPointSize()
    assert letters > size
    assert heading.blockFormat().topMargin() > heading.previous().blockFormat().topMargin()


def test_it_follows_the_theme_and_stays_where_one_reads(page: PageView) -> None:
    bar = page.verticalScrollBar()
    bar.setValue(120)
    page.setPalette(palette(DARK))
    assert ground(page, "--out folder      #") == DARK.track
    assert bar.value() == 120
