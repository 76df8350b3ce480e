"""The few shapes that the columns of the window are laid out in."""

import pytest
from PySide6.QtCore import Qt

from advgui.ui.widgets.layout import breakable, label, tool


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
