from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar
from pytestqt.qtbot import QtBot

from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import attack_chosen, drawn, undone
from advgui.lab.drawing.model import Drawing, with_stroke
from advgui.ui.window.actions import Actions, fill_menus, fill_tool_bar, make_actions
from advgui.ui.window.attack_keys import AttackKeys
from tests.lab.requests import image
from tests.lab.states import ended, fresh, other_digit

Keep = Callable[[QMainWindow], QMainWindow]


@pytest.fixture
def window(qtbot: QtBot, keep: Keep) -> QMainWindow:
    return keep(QMainWindow())


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return make_actions(window)


def all_of(actions: Actions) -> dict[str, QAction]:
    return {name: one for name, one in actions._asdict().items() if isinstance(one, QAction)}


def test_every_action_has_a_name_words_a_tip_and_an_icon(actions: Actions) -> None:
    actions.dress()
    for action in all_of(actions).values():
        assert action.objectName()
        assert action.text()
        assert action.statusTip() in action.toolTip()
        assert not action.icon().isNull()


def test_no_two_things_have_the_same_keys(window: QMainWindow, actions: Actions) -> None:
    AttackKeys(window, actions, lambda _: None)
    keys = [key.toString() for one in all_of(actions).values() for key in one.shortcuts()]
    keys += [shortcut.key().toString() for shortcut in window.findChildren(QShortcut)]
    assert len(keys) == len(set(keys))
    assert {str(digit) for digit in range(10)} < set(keys)


def test_standard_things_have_their_standard_keys(actions: Actions) -> None:
    key = QKeySequence.StandardKey
    for action, standard in {
        actions.new: key.New,
        actions.open: key.Open,
        actions.save: key.Save,
        actions.undo: key.Undo,
        actions.redo: key.Redo,
        actions.copy: key.Copy,
        actions.paste: key.Paste,
    }.items():
        assert action.shortcuts() == QKeySequence.keyBindings(standard)


def test_every_action_is_in_a_menu(window: QMainWindow, actions: Actions) -> None:
    pages = QActionGroup(window)
    pages.addAction("A page")
    larger = QAction("Larger", window)
    keys = QAction("Keys", window)
    fill_menus(window.menuBar(), actions, [larger], [keys], pages)
    listed = {entry for menu in window.findChildren(QMenu) for entry in menu.actions()}
    assert set(all_of(actions).values()) <= listed
    assert set(actions.themes.actions()) <= listed
    assert {larger, keys, *pages.actions()} <= listed


def test_the_tool_bar_has_only_what_the_menus_have(window: QMainWindow, actions: Actions) -> None:
    bar = QToolBar(window)
    fill_tool_bar(bar, actions)
    shown = [action for action in bar.actions() if not action.isSeparator()]
    assert shown
    assert set(shown) <= set(all_of(actions).values())


def offered(actions: Actions) -> set[str]:
    return {name for name, action in all_of(actions).items() if action.isEnabled()}


def test_just_what_can_be_done_is_offered(actions: Actions) -> None:
    always = {"new", "open", "photo", "quit", "paste", "seen", "fold", "guide", "about"}
    actions.rest()
    assert offered(actions) == always
    empty = fresh(seed=None)
    actions.apply(None, empty)
    always |= {"save_network", "save_session", "save_session_as", "runs"}
    assert offered(actions) == always

    full = drawn(empty, Drawing(base=image(1)))
    attacks = {"attack", "every", "away"}
    actions.apply(empty, full)
    assert offered(actions) == always | attacks | {"undo", "clear", "copy"}

    running = aimed(full, other_digit(full))
    actions.apply(full, running)
    assert offered(actions) == always | attacks | {"undo", "clear", "copy"}

    done = ended(running)
    actions.apply(running, done)
    after = {"save", "export", "earlier", "later"}
    assert offered(actions) == always | attacks | {"undo", "clear", "copy"} | after

    inked = drawn(full, with_stroke(Drawing(), np.array([[0.2, 0.2], [0.6, 0.8]])))
    actions.apply(full, inked)
    assert offered(actions) == always | attacks | {"undo", "clear", "copy", "save_drawing"}

    on_image = drawn(full, with_stroke(full.drawing, np.array([[0.2, 0.2], [0.6, 0.8]])))
    actions.apply(inked, on_image)
    assert "save_drawing" not in offered(actions)

    back = undone(full)
    actions.apply(full, back)
    assert offered(actions) == always | {"redo"}


def test_away_is_offered_only_where_the_attack_can(actions: Actions) -> None:
    state = attack_chosen(fresh(), "penalty")
    actions.apply(None, state)
    assert ("away" in offered(actions)) == ("untargeted" in state.attack.forms)
