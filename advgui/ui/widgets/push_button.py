"""The button with an icon and a word that starts, holds or ends something."""

from PySide6.QtWidgets import QPushButton

from advgui.ui.theme.icons import set_icon
from advgui.ui.widgets.layout import set_tip


def push_button(name: str, icon: str, words: str) -> QPushButton:
    """One of that object name; Enter presses it only while it has the focus."""
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAutoDefault(False)
    set_icon(made, icon)
    return made


def enable(button: QPushButton, tip: str, why_not: str) -> None:
    """Offer it with what it does, or, where there is a reason why not, with that."""
    button.setEnabled(not why_not)
    set_tip(button, why_not or tip)
