"""What helps: the keys as they are now, the glossary, and what the control in hand is about."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from advgui.core.language import tr

if TYPE_CHECKING:
    from advgui.ui.guide.keys_window import Key

#: Under what the property of an action has its keys while they do nothing.
KEYS: Final = "advgui_keys"

#: Keys that all keyboards have.
_ORDINARY: Final = re.compile(r".|F\d|F1[0-2]|.+\+.+|Return|Enter|Esc|Del|Space|Backspace|Home|End")


class Helping(QObject):
    """Entries of the menu Help; ``show_word`` opens the glossary at a word."""

    def __init__(self, window: QMainWindow, show_word: Callable[[str], None]) -> None:
        super().__init__(window)
        self.setObjectName("helping")
        self._window, self._show_word = window, show_word
        self.keys = self._made("keys", tr("&Keys"), tr("All keys that do something"), "Ctrl+?")
        self.glossary = self._made("glossary", tr("G&lossary"), tr("What the words mean"), "")
        self.what = self._made(
            "what-is-this",
            tr("&What is this?"),
            tr("What the control in hand is about"),
            "Shift+F1",
        )
        self.keys.triggered.connect(self._show_keys)
        self.glossary.triggered.connect(lambda: show_word(""))
        self.what.triggered.connect(self._explain)

    @property
    def actions_(self) -> tuple[QAction, ...]:
        """For the menu, in its order."""
        return self.keys, self.glossary, self.what

    def _made(self, name: str, words: str, tip: str, keys: str) -> QAction:
        action = QAction(words, self._window)
        action.setObjectName(name)
        action.setStatusTip(tip)
        action.setToolTip(tip)
        action.setShortcut(QKeySequence(keys))
        self._window.addAction(action)
        return action

    def _show_keys(self) -> None:
        from advgui.ui.guide.keys_window import show_keys

        show_keys(self._window, list(all_keys(self._window)))

    def _explain(self) -> None:
        from advgui.ui.glossary.term import word_of

        control: QWidget | None = self._window.focusWidget()
        self._show_word("" if control is None else word_of(control))


def all_keys(window: QMainWindow) -> Iterator["Key"]:
    """Every key of the menus, by menu, as they are now."""
    from advgui.ui.guide.keys_window import Key

    for entry in window.menuBar().actions():
        menu = entry.menu()
        for action in menu.actions() if isinstance(menu, QMenu) else ():
            keys = action.shortcuts() or action.property(KEYS) or []
            if written := ", ".join(_usual(keys)):
                words = action.statusTip() or action.text().replace("&", "")
                yield Key(entry.text().replace("&", ""), written, words)


def _usual(keys: Iterable[QKeySequence]) -> Iterator[str]:
    """Without those that few keyboards have, as one that opens."""
    for one in keys:
        if _ORDINARY.fullmatch(one.toString()):
            yield one.toString(QKeySequence.SequenceFormat.NativeText)
