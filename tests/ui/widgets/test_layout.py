"""The few shapes that the columns of the window are laid out in."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from advgui.ui.widgets.layout import OneShown, breakable, label, set_tip, tool
from advgui.ui.window.columns import Columns


@pytest.mark.parametrize("words", ["<b>3</b>", "a & b", "plain"])
def test_words_are_shown_as_they_are_and_never_as_markup(qapp: object, words: str) -> None:
    made = label(words)
    assert made.text() == words
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_a_flat_button_is_found_by_its_name_and_heard_by_its_words(qapp: object) -> None:
    made = tool("undo", "Undo", "Take the last stroke back", checkable=True)
    assert (made.objectName(), made.accessibleName()) == ("undo", "Undo")
    assert made.toolTip() == "Take the last stroke back"
    assert not made.icon().isNull()
    assert made.isCheckable()


def test_only_words_that_are_too_long_for_a_line_may_be_broken() -> None:
    short = "A sentence of ordinary words stays as it is, however long the whole of it may be."
    assert breakable(short) == short
    path = "/very" * 20
    broken = breakable(f"In {path} is nothing.")
    assert broken.replace("\u200b", "") == f"In {path} is nothing."
    assert all(len(piece) <= 10 for piece in broken.split()[1].split("\u200b"))


def test_a_tip_that_says_the_same_is_not_set_again(qapp: object) -> None:
    told: list[QEvent.Type] = []

    class Heard(QWidget):
        def event(self, event: QEvent) -> bool:
            told.append(event.type())
            return super().event(event)

    heard = Heard()
    for words in ("Stop", "Stop", "Go on"):
        set_tip(heard, words)
    assert heard.toolTip() == "Go on"
    assert told.count(QEvent.Type.ToolTipChange) == 2


def test_of_several_in_one_place_only_the_one_that_is_shown_asks_for_room(
    keep: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    place = QWidget()
    stack = OneShown(place)
    for width in (100, 900):
        part = QWidget()
        part.setMinimumWidth(width)
        stack.addWidget(part)
    keep(place)
    place.show()
    qtbot.waitExposed(place)
    assert place.minimumSizeHint().width() == 100
    stack.setCurrentIndex(1)
    assert place.minimumSizeHint().width() == 900
    stack.setCurrentIndex(0)
    assert place.minimumSizeHint().width() == 100


def test_nothing_that_qt_lays_out_is_kept_beyond_its_end(
    keep: Callable[[QWidget], QWidget], qapp: object
) -> None:
    before = items()
    place = QWidget()
    stack = OneShown(place)
    stack.addWidget(QWidget())
    columns = Columns(QWidget(), QWidget(), QWidget())
    for widget in (keep(place), keep(columns)):
        widget.show()
        assert widget.minimumSizeHint().isValid()
    assert not [one for one in items() if one not in before]


def items() -> list[QWidgetItem]:
    """All of them that Python knows."""
    return [one for one in gc.get_objects() if isinstance(one, QWidgetItem)]
