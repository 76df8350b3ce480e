"""Asks before a window is closed in which a network is being trained."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QWidget

from advgui.lab.trainwords import ASK_TO_END
from advgui.ui.dialogs import answer
from advgui.ui.icons import picture
from advgui.ui.layout import column, label, row
from advgui.ui.theme import LARGE, WIDE, tokens

_TEXT_WIDE: Final = 320
_SIGN: Final = 32


def ask_to_end(parent: QWidget, end: Callable[[], None]) -> QDialog:
    """Ask whether to go on training or to ``end`` it; asked once, however often one closes."""
    asked = parent.findChild(QDialog, "end-training")
    if isinstance(asked, QDialog):
        return asked
    dialog = QDialog(parent)
    dialog.setObjectName("end-training")
    dialog.setWindowTitle("advgui")
    dialog.setAccessibleDescription(ASK_TO_END)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sign = QLabel()
    colour = tokens(dialog.palette()).goal_text
    sign.setPixmap(picture("warning", colour, _SIGN, parent.devicePixelRatioF()))
    words = label(ASK_TO_END)
    words.setWordWrap(True)
    words.setFixedWidth(_TEXT_WIDE)
    lines = column(dialog, WIDE)
    lines.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
    lines.addLayout(row(sign, words, spacing=LARGE))
    lines.addWidget(_buttons(dialog))
    lines.setSizeConstraint(lines.SizeConstraint.SetFixedSize)
    dialog.accepted.connect(end)
    dialog.open()
    return dialog


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox()
    stay = answer(box, "Go on training", QDialogButtonBox.ButtonRole.RejectRole, "stay")
    stay.setDefault(True)
    answer(box, "End it and close", QDialogButtonBox.ButtonRole.AcceptRole, "end")
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
