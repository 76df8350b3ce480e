"""What is scrolled only where it does not fit."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.widgets.scroll_area import ScrollArea

Keep = Callable[[QWidget], QWidget]


@pytest.fixture
def content() -> QWidget:
    made = QWidget()
    made.setMinimumSize(200, 300)
    return made


def shown(area: ScrollArea, keep: Keep, qtbot: QtBot, width: int, height: int) -> ScrollArea:
    keep(area)
    area.resize(width, height)
    area.show()
    qtbot.waitExposed(area)
    return area


def test_what_fits_is_not_scrolled(content: QWidget, keep: Keep, qtbot: QtBot) -> None:
    area = shown(ScrollArea(content, least=100), keep, qtbot, 250, 350)
    assert area.verticalScrollBar().maximum() == 0
    assert content.width() == 250


def test_what_is_too_high_is_scrolled_and_never_to_the_side(
    content: QWidget, keep: Keep, qtbot: QtBot
) -> None:
    area = shown(ScrollArea(content, least=100), keep, qtbot, 250, 150)
    assert area.verticalScrollBar().maximum() == 150
    assert not area.horizontalScrollBar().isVisible()
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    assert area.minimumSizeHint().width() > 200  # the scroll bar is beside it
    assert area.minimumSizeHint().height() == 100


def test_what_is_broad_may_be_scrolled_to_the_side_too(
    content: QWidget, keep: Keep, qtbot: QtBot
) -> None:
    area = shown(ScrollArea(content, least=100, broad=True), keep, qtbot, 120, 350)
    assert area.horizontalScrollBar().maximum() > 0
    assert area.minimumSizeHint().width() == 100


def test_whoever_holds_it_is_told_that_its_content_has_become_wider(
    content: QWidget, keep: Keep, qtbot: QtBot
) -> None:
    around = QWidget()
    lines = QVBoxLayout(around)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.addWidget(ScrollArea(content, least=100))
    keep(around)
    around.show()
    qtbot.waitExposed(around)
    assert around.minimumSizeHint().width() < 300
    content.setMinimumWidth(400)
    qtbot.waitUntil(lambda: around.minimumSizeHint().width() >= 400)
