from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from advgui.ui.window.actions import Actions, make_actions
from advgui.ui.window.attack_keys import AttackKeys


class Keyboard:
    """A window, and the digits that were attacked in it by their keys."""

    def __init__(self, window: QMainWindow) -> None:
        self.window, self.attacked = window, list[int]()
        self.actions: Actions = make_actions(window)
        self.keys = AttackKeys(window, self.actions, self.attacked.append)


@pytest.fixture
def keyboard(qtbot: QtBot, keep: Callable[[QMainWindow], QMainWindow]) -> Keyboard:
    made = Keyboard(keep(QMainWindow()))
    made.window.show()
    qtbot.waitUntil(made.window.isActiveWindow)
    return made


def test_each_digit_has_a_key(keyboard: Keyboard) -> None:
    for digit in range(10):
        QTest.keySequence(keyboard.window, str(digit))
    assert keyboard.attacked == list(range(10))


def test_no_key_attacks_where_an_attack_is_not_seen(keyboard: Keyboard) -> None:
    keyboard.keys.set_on(False)
    QTest.keySequence(keyboard.window, "3")
    assert keyboard.attacked == []
    assert keyboard.actions.every.shortcuts() == keyboard.actions.stop.shortcuts() == []
    keyboard.keys.set_on(True)
    QTest.keySequence(keyboard.window, "3")
    assert keyboard.attacked == [3]
    assert keyboard.actions.every.shortcut().toString() == "E"
    assert keyboard.actions.stop.shortcut().toString() == "Esc"
