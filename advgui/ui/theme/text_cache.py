"""Words that are painted again and again: laid out once, and then only put in their place."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QStaticText,
    QTransform,
)

from advgui.ui.theme.tokens import TextRole, font

Align = Literal["left", "centre", "right"]

#: So many texts are kept; they are forgotten together, as figures come and go.
_MANY: Final = 1000
_ENDLESS: Final = 1e6
_SHARE: Final[dict[Align, float]] = {"left": 0.0, "centre": 0.5, "right": 1.0}


class Texts:
    """Writes one line of plain text in a room, shortened with an ellipsis where it must be.

    To lay a text out takes four times as long as to paint it.
    """

    def __init__(self) -> None:
        self.face = QFont(QGuiApplication.font())
        self._fonts: dict[TextRole, QFont] = {}
        self._metrics: dict[TextRole, QFontMetricsF] = {}
        self._known: dict[tuple[str, TextRole, float], tuple[QStaticText, float, float]] = {}

    def font(self, role: TextRole) -> QFont:
        """The font of one size of the type scale."""
        if role not in self._fonts:
            self._fonts[role] = font(role)
        return self._fonts[role]

    def metrics(self, role: TextRole) -> QFontMetricsF:
        """The measures of one size of the type scale."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def line(self, role: TextRole) -> float:
        """The height of a line."""
        return self.metrics(role).height()

    def width(self, words: str, role: TextRole) -> float:
        """The width of a text that is not shortened."""
        return self._laid_out(words, role, _ENDLESS)[1]

    def write(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        role: TextRole,
        colour: QColor,
        align: Align = "left",
    ) -> None:
        """Write at one end of a room or in its middle, half way between top and bottom."""
        wide, high = room.width(), room.height()
        text, width, height = self._laid_out(words, role, wide)
        painter.setFont(self.font(role))
        painter.setPen(colour)
        place = QPointF(
            room.left() + (wide - width) * _SHARE[align], room.top() + (high - height) / 2
        )
        painter.drawStaticText(place, text)

    def _laid_out(
        self, words: str, role: TextRole, room: float
    ) -> tuple[QStaticText, float, float]:
        known = self._known.get((words, role, room))
        if known is None:
            if len(self._known) >= _MANY:
                self._known.clear()
            metrics = self.metrics(role)
            fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            text = QStaticText(fitting)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(QTransform(), self.font(role))
            known = text, metrics.horizontalAdvance(fitting), text.size().height()
            self._known[words, role, room] = known
        return known


def texts() -> Texts:
    """The words that all widgets share; they are laid out anew in another font."""
    face = QGuiApplication.font()
    if not _shared or _shared[0].face != face:
        _shared[:] = [Texts()]
    return _shared[0]


_shared: Final[list[Texts]] = []
