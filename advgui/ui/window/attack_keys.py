"""The keys that attack and stop: they do so where that can be seen, and nowhere else."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from advgui.core.images import LABELS
from advgui.ui.window.actions import Actions
from advgui.ui.window.helping import KEYS


class AttackKeys:
    """A key for each digit and those of the actions, wherever nothing is being typed."""

    def __init__(self, parent: QWidget, actions: Actions, attack: Callable[[int], None]) -> None:
        attacking = (actions.attack, actions.every, actions.away, actions.stop)
        self._actions = tuple((action, action.shortcuts()) for action in attacking)
        for action, keys in self._actions:
            action.setProperty(KEYS, keys)
        self._digits = tuple(_digit_key(parent, digit, attack) for digit in range(LABELS))

    def set_on(self, on: bool) -> None:
        """Whether the keys do anything; the menus show just those that do."""
        for key in self._digits:
            key.setEnabled(on)
        for action, keys in self._actions:
            action.setShortcuts(keys if on else [])


def _digit_key(parent: QWidget, digit: int, attack: Callable[[int], None]) -> QShortcut:
    key = QShortcut(QKeySequence(str(digit)), parent)
    key.setObjectName(f"key-{digit}")
    key.setContext(Qt.ShortcutContext.WindowShortcut)
    key.activated.connect(lambda: attack(digit))
    return key
