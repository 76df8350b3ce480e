"""Words that are painted again and again: laid out once, and then only put in their place."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTransform

from advgui.ui.theme import TextRole, font

#: So many texts are kept; they are forgotten together, as figures come and go.
_MANY: Final = 1000


class Texts:
    """Writes one line of plain text in a room, shortened with an ellipsis where it must be.

    To lay a text out takes four times as long as to paint it.
    """

    def __init__(self) -> None:
        self._fonts: dict[TextRole, QFont] = {}
        self._known: dict[tuple[str, TextRole, float], QStaticText] = {}

    def font(self, role: TextRole) -> QFont:
        """The font of one size of the type scale."""
        if role not in self._fonts:
            self._fonts[role] = font(role)
        return self._fonts[role]

    def line(self, role: TextRole) -> float:
        """The height of a line."""
        return QFontMetricsF(self.font(role)).height()

    def width(self, words: str, role: TextRole) -> float:
        """The width of a text that is not shortened."""
        return QFontMetricsF(self.font(role)).horizontalAdvance(words)

    def write(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        role: TextRole,
        colour: QColor,
        *,
        centred: bool = False,
    ) -> None:
        """Write at the left of a room or in its middle, half way between top and bottom."""
        text = self._laid_out(words, role, room.width())
        size = text.size()
        left = room.left() + (room.width() - size.width()) / 2 if centred else room.left()
        painter.setFont(self.font(role))
        painter.setPen(colour)
        painter.drawStaticText(QPointF(left, room.center().y() - size.height() / 2), text)

    def _laid_out(self, words: str, role: TextRole, width: float) -> QStaticText:
        known = self._known.get((words, role, width))
        if known is None:
            if len(self._known) >= _MANY:
                self._known.clear()
            known = _shortened(words, self.font(role), width)
            self._known[words, role, width] = known
        return known


def _shortened(words: str, face: QFont, width: float) -> QStaticText:
    elide = Qt.TextElideMode.ElideRight
    text = QStaticText(QFontMetricsF(face).elidedText(words, elide, width))
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(QTransform(), face)
    return text
