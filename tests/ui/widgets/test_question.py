from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.widgets.question import Answer, ask

SENTENCE = "Something would be lost."


@pytest.fixture
def window(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> QWidget:
    made = keep(QWidget())
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def asked(window: QWidget, given: list[str], usual: str = "save") -> QDialog:
    answers = [
        Answer(name, name.title(), partial(given.append, name), usual=name == usual)
        for name in ("save", "lose", "stay")
    ]
    return ask(window, "question", SENTENCE, *answers)


def test_it_is_asked_once_and_blocks_nothing(window: QWidget) -> None:
    dialog = asked(window, [])
    assert dialog.isVisible()
    assert asked(window, []) is dialog
    assert dialog.accessibleDescription() == SENTENCE
    dialog.close()


@pytest.mark.parametrize("name", ["save", "lose", "stay"])
def test_a_click_decides(window: QWidget, name: str) -> None:
    given: list[str] = []
    dialog = asked(window, given)
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert given == [name]
    assert not dialog.isVisible()


@pytest.mark.parametrize("usual", ["save", "stay"])
def test_enter_gives_the_usual_answer_and_escape_leaves_all_as_it_is(
    window: QWidget, usual: str
) -> None:
    given: list[str] = []
    QTest.keyClick(asked(window, given, usual), Qt.Key.Key_Return)
    assert given == [usual]
    dialog = asked(window, given, usual)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert given == [usual]
    assert not dialog.isVisible()
