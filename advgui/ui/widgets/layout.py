"""The few shapes that all columns of the window are laid out in."""

import re
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from advgui.ui.theme.icons import set_icon
from advgui.ui.theme.tokens import SMALL, TextRole
from advgui.ui.theme.zoom import write_in

#: Words that may be wider than a dialog, as paths are, and where they may be broken.
_LONG: Final = re.compile(r"\S{40,}")
_PIECE: Final = 10
_MAY_END: Final = "\u200b"


def column(parent: QWidget | None = None, spacing: int = SMALL) -> QVBoxLayout:
    """Things below one another, without a margin of their own."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    return made


def set_tip(widget: QWidget, words: str) -> None:
    """Its tip, set only where it is another: Qt tells of each one that is set."""
    if widget.toolTip() != words:
        widget.setToolTip(words)


def row(*widgets: QWidget | QLayout | int, spacing: int = SMALL) -> QHBoxLayout:
    """Things beside one another; a number is a stretch."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for widget in widgets:
        if isinstance(widget, int):
            made.addStretch(widget)
        elif isinstance(widget, QLayout):
            made.addLayout(widget)
        else:
            made.addWidget(widget)
    return made


class OneShown(QStackedLayout):
    """Widgets in one place, of which the one that is shown alone says how much room it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self.currentChanged.connect(lambda _: self.invalidate())

    def minimumSize(self) -> QSize:
        """The least of the one that is shown: what is hidden may know no better than long ago."""
        shown = self.currentWidget()
        # One of its own: PySide keeps what ``itemAt`` gives longer than Qt does.
        return super().minimumSize() if shown is None else QWidgetItem(shown).minimumSize()


def heading(words: str) -> QLabel:
    """The title of a column."""
    return label(words, "title")


def label(words: str = "", role: TextRole = "body", *, name: str = "") -> QLabel:
    """A line of text at one size of the type scale."""
    made = QLabel(words)
    made.setObjectName(name)
    write_in(made, role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


class Note(QLabel):
    """A muted line that wraps."""

    def __init__(self, words: str = "", *, name: str = "") -> None:
        super().__init__(words)
        self.setObjectName(name)
        write_in(self, "caption")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # The theme's muted colour, which follows its changes.
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


def tool(
    name: str, words: str, tip: str, *, checkable: bool = False, icon: str = ""
) -> QToolButton:
    """A flat button with one of the project's icons, that of its name unless told otherwise."""
    made = QToolButton()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setToolTip(tip)
    made.setCheckable(checkable)
    made.setAutoRaise(True)
    set_icon(made, icon or name)
    return made


def choice(name: str, words: str, tip: str) -> QToolButton:
    """One of some words beside one another, of which one is chosen."""
    made = QToolButton()
    made.setObjectName(name)
    made.setText(words)
    made.setToolTip(tip)
    made.setCheckable(True)
    made.setAutoRaise(True)
    return made


def breakable(sentence: str) -> str:
    """The sentence with marks at which a word that is too long for a line may be broken."""
    return _LONG.sub(lambda word: _MAY_END.join(re.findall(f".{{1,{_PIECE}}}", word[0])), sentence)
