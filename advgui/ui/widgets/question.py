"""Asks before something that a person made would be lost: one question, a few answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from advgui.ui.theme.tokens import LARGE, WIDE
from advgui.ui.theme.warning_sign import WarningSign
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.dialogs import answer
from advgui.ui.widgets.layout import breakable, column, label, row

_TEXT_WIDE: Final = 360
_SIGN: Final = 32
_Role = QDialogButtonBox.ButtonRole


def _nothing() -> None:
    """What is done where all stays as it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A button by its name and its words, and what it does; ``usual`` is what Enter gives."""

    name: str
    words: str
    then: Callable[[], object] = _nothing
    usual: bool = False


def ask(parent: QWidget, name: str, sentence: str, *answers: Answer) -> QDialog:
    """Ask, and wait for nothing; one question is open once, however often it is wanted.

    The last answer leaves all as it is: Escape gives it, too.
    """
    for open_one in parent.findChildren(QDialog, name):
        if open_one.isVisible():
            return open_one
    dialog = QDialog(parent)
    dialog.setObjectName(name)
    dialog.setWindowTitle("advgui")
    dialog.setAccessibleDescription(sentence)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sign = WarningSign(_SIGN, lambda colours: colours.goal_text)
    words = label(breakable(sentence))
    words.setWordWrap(True)
    follow(words, lambda one: one.setFixedWidth(zoomed(_TEXT_WIDE)))
    lines = column(dialog, WIDE)
    lines.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
    lines.addLayout(row(sign, words, spacing=LARGE))
    lines.addWidget(_buttons(dialog, answers))
    lines.setSizeConstraint(lines.SizeConstraint.SetFixedSize)
    dialog.open()
    return dialog


def _buttons(dialog: QDialog, answers: tuple[Answer, ...]) -> QDialogButtonBox:
    box = QDialogButtonBox(dialog)
    for one in answers:
        last = one is answers[-1]
        role = _Role.RejectRole if last else _Role.AcceptRole if one.usual else _Role.ActionRole
        button = answer(box, one.words, role, one.name)
        button.setDefault(one.usual)
        button.clicked.connect(lambda _=False, one=one: _give(dialog, one))
        if one.usual:
            button.setFocus()
    return box


def _give(dialog: QDialog, given: Answer) -> None:
    """The question is gone before anything is done: what is done may ask another one."""
    dialog.close()
    given.then()
