from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from advgui.lab.glossary import glossary
from advgui.ui.glossary.term import Term, word_of
from tests.ui.screenshots import painted


class Window(QWidget):
    """Has a guide."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def show_word(self, word: str) -> None:
        self.shown.append(word)


@pytest.fixture
def window(keep: Callable[[Window], Window]) -> Window:
    return keep(Window())


def test_a_word_of_the_glossary_has_its_sentence_as_tip_and_opens_it(window: Window) -> None:
    term = Term("Budget")
    term.setParent(window)
    window.show()
    assert term.toolTip() == glossary()["budget"]
    QTest.mouseClick(term, Qt.MouseButton.LeftButton)
    assert window.shown == ["budget"]


def test_any_other_word_is_a_plain_title(window: Window) -> None:
    term = Term("Train it")
    term.setParent(window)
    window.show()
    QTest.mouseClick(term, Qt.MouseButton.LeftButton)
    assert (term.toolTip(), window.shown) == ("", [])


def test_the_dotted_line_is_below_the_letters(keep: Callable[[Term], Term]) -> None:
    explained, plain = keep(Term("Budget")), keep(Term("Budget"))
    plain.word = None
    for term in (explained, plain):
        term.resize(term.sizeHint())
    differs = (painted(explained) != painted(plain)).any(axis=2)
    rows, columns = np.nonzero(differs)
    assert rows.size > 0
    assert rows.min() > 0.6 * explained.height()
    assert len(set(columns)) > 5


def test_what_a_control_is_about_is_in_its_title_or_its_name(window: Window) -> None:
    title, titled, named, other = Term("Seed"), QSpinBox(), QSpinBox(), QSpinBox()
    title.setBuddy(titled)
    named.setAccessibleName("Threshold: 0.50 of white")
    lines = QVBoxLayout(window)
    for one in (title, titled, named, other):
        lines.addWidget(one)
    assert [word_of(one) for one in (titled, named, other)] == ["seed", "threshold", ""]
