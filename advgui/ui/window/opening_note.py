"""What is being opened, at the foot of the window, and the button that ends it."""

from typing import Final

from PySide6.QtWidgets import QToolButton, QWidget

from advgui.core.language import tr
from advgui.ui.theme.tokens import MEDIUM, TIGHT
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.elided_label import ElidedLabel
from advgui.ui.widgets.layout import row
from advgui.ui.window.file_actions import Files

#: Of the words, in pixels: the message beside them has its room, too.
_WIDEST_WORDS: Final = 360


class OpeningNote(QWidget):
    """Is there while something is opened that takes its time."""

    def __init__(self, files: Files) -> None:
        super().__init__()
        self.setObjectName("opening")
        self._opener = files.opener
        self._words = ElidedLabel()
        self._words.setObjectName("opening-words")
        follow(self._words, lambda words: words.setMaximumWidth(zoomed(_WIDEST_WORDS)))
        button = QToolButton()  # as low as the line, which does not grow by it
        button.setText(tr("Cancel"))
        follow(button, lambda one: one.setFixedHeight(one.fontMetrics().height() + TIGHT))
        button.setObjectName("opening-cancel")
        button.setToolTip(tr("Open nothing (Esc)"))
        button.clicked.connect(files.stop_opening)
        line = row(self._words, button, spacing=MEDIUM)
        line.setContentsMargins(0, 0, MEDIUM, 0)
        self.setLayout(line)
        self.hide()
        self._opener.changed.connect(self._apply)

    def _apply(self) -> None:
        self._words.setText(self._opener.words)
        self.setVisible(bool(self._opener.words))
