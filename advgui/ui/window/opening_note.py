"""What is being opened, at the foot of the window, and the button that ends it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QToolButton, QWidget

from advgui.ui.session.opener import Opener
from advgui.ui.theme.tokens import MEDIUM, TIGHT
from advgui.ui.widgets.layout import row
from advgui.ui.widgets.shortened import ShortenedLabel

#: Of the words, in pixels: the message beside them has its room, too.
_WIDEST: Final = 360


class OpeningNote(QWidget):
    """Is there while something is opened that takes its time."""

    def __init__(self, opener: Opener, cancel: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("opening")
        self._opener = opener
        self._words = ShortenedLabel()
        self._words.setObjectName("opening-words")
        self._words.setMaximumWidth(_WIDEST)
        button = QToolButton()  # as low as the line, which does not grow by it
        button.setText("Cancel")
        button.setFixedHeight(self._words.sizeHint().height() + TIGHT)
        button.setObjectName("opening-cancel")
        button.setToolTip("Open nothing (Esc)")
        button.clicked.connect(cancel)
        line = row(self._words, button, spacing=MEDIUM)
        line.setContentsMargins(0, 0, MEDIUM, 0)
        self.setLayout(line)
        self.hide()
        opener.changed.connect(self._apply)

    def _apply(self) -> None:
        self._words.setText(self._opener.words)
        self.setVisible(bool(self._opener.words))
