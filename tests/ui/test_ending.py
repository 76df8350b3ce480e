from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.ending import ask_to_end


@pytest.fixture
def window(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> QWidget:
    made = keep(QWidget())
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_is_asked_once_and_blocks_nothing(window: QWidget) -> None:
    dialog = ask_to_end(window, lambda: None)
    assert dialog.isVisible()
    assert ask_to_end(window, lambda: None) is dialog
    assert "nothing is kept" in dialog.accessibleDescription()
    dialog.close()


@pytest.mark.parametrize(("name", "ended"), [("stay", 0), ("end", 1)])
def test_a_click_decides(window: QWidget, name: str, ended: int) -> None:
    calls: list[None] = []
    dialog = ask_to_end(window, lambda: calls.append(None))
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(calls) == ended


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_no_key_ends_a_training_by_mistake(window: QWidget, key: Qt.Key) -> None:
    calls: list[None] = []
    dialog = ask_to_end(window, lambda: calls.append(None))
    QTest.keyClick(dialog, key)
    assert not calls
    assert not dialog.isVisible()
