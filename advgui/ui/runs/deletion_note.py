"""What was deleted, and the button that has it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from advgui.core.language import tr
from advgui.ui.theme.tokens import SMALL, TIGHT
from advgui.ui.widgets.layout import label, row


class DeletionNote(QFrame):
    """A line with Undo, as long as there is something to be had back."""

    undo_wanted = Signal()
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-deletion")
        self._words = label(name="run-deletion-words")
        undo = _button(
            "run-undelete", tr("Undo"), tr("Have what was deleted back, pinned as it was")
        )
        close = _button(
            "run-deleted-for-good", tr("Close"), tr("It stays deleted, and takes no room")
        )
        undo.clicked.connect(self.undo_wanted)
        close.clicked.connect(self.accepted)
        line = row(self._words, undo, close, 1, spacing=SMALL)
        line.setContentsMargins(TIGHT, 0, TIGHT, 0)
        self.setLayout(line)

    def tell(self, words: str) -> None:
        """What was deleted; nothing is shown where that is empty."""
        self._words.setText(words)
        self.setVisible(bool(words))


def _button(name: str, words: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setText(words)
    made.setToolTip(tip)
    return made
