"""What stands where curves would be, while the data to train with are missing or damaged."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from advgui.ui.theme.tokens import CARD_CORNER, LARGE, MEDIUM, tokens
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.layout import column, label, row

#: Pixels of its lines: at a zoom of 100 %, and the most in a narrow window of large words.
_WIDE: Final = 400
_WIDEST: Final = 600


class DataCard(QWidget):
    """A sentence, and a button that does something about it."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-card")
        self._words = label(name="data-card-words")
        self._words.setWordWrap(True)
        follow(self._words, lambda words: words.setFixedWidth(min(zoomed(_WIDE), _WIDEST)))
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton()
        self._button.setObjectName("data-get")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.wanted)
        lines = column(self, MEDIUM)
        lines.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        lines.addStretch()
        lines.addLayout(row(1, self._words, 1))
        lines.addLayout(row(1, self._button, 1))
        lines.addStretch()

    def tell(self, words: str, button: str) -> None:
        """Say what is the matter, and what the button does."""
        self._words.setText(words)
        self._button.setText(button)
        self._button.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashed frame of a place where something is to come."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens(self.palette()).line, 1, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CARD_CORNER, CARD_CORNER)
