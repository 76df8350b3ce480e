from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow

from advgui.ui.window.actions import fill_menus, make_actions
from advgui.ui.window.attack_keys import AttackKeys
from advgui.ui.window.helping import Helping, all_keys


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture
def window(keep: Callable[..., QMainWindow], shown: list[str]) -> QMainWindow:
    made = keep(QMainWindow())
    actions, helping = make_actions(made), Helping(made, shown.append)
    fill_menus(made.menuBar(), actions, [], helping.actions_, QActionGroup(made))
    AttackKeys(made, actions, lambda goal: None).set_on(on=False)
    return made


def test_the_keys_are_those_of_the_menus_also_where_they_do_nothing_now(
    window: QMainWindow,
) -> None:
    keys = {key.words: key for key in all_keys(window)}
    assert keys["Begin with an empty sheet"].keys == "Ctrl+N"
    assert keys["Attack toward all other digits at once"].keys == "E"
    assert keys["Attack toward all other digits at once"].where == "Attack"


def test_the_glossary_opens_at_its_beginning_where_nothing_is_asked(
    window: QMainWindow, shown: list[str]
) -> None:
    for name in ("glossary", "what-is-this"):
        action = window.findChild(QAction, name)
        assert action is not None
        action.trigger()
    assert shown == ["", ""]
