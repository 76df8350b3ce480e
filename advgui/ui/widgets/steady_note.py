"""A note whose words change with every frame, and move nothing."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.ui.theme.paint_cache import PaintCache
from advgui.ui.theme.zoom import follow
from advgui.ui.widgets.layout import Note


class _Look(NamedTuple):
    words: str
    role: QPalette.ColorRole


class SteadyNote(QWidget):
    """A note in a room of so many lines, or of more once its words have needed more so wide.

    A label has the whole window laid out anew at every change of its words, which takes a
    millisecond; in a room of its own it can change with every frame.
    """

    def __init__(self, lines: int = 1, *, name: str = "") -> None:
        super().__init__()
        self._note = _PreparedNote(name=name)
        self._note.setParent(self)
        self._lines = lines
        follow(self, SteadyNote._keep_room)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_lines(self, lines: int) -> None:
        """Room for so many lines."""
        self._lines = lines
        self._keep_room()

    def _keep_room(self) -> None:
        self.setMinimumHeight(self._lines * self._note.fontMetrics().lineSpacing())
        self._grow()

    def set_words(self, words: str, *, strong: bool = False) -> None:
        """Say something else; muted, or as ``strong`` as what one came for."""
        self._note.set_strong(strong)
        if words != self._note.text():
            self._note.setText(words)
            self._grow()

    def prepare(self, words: str, *, strong: bool = False) -> None:
        """Paint ahead what may be said soon."""
        self._note.prepare(words, strong=strong)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All of the room is the note's."""
        super().resizeEvent(event)
        self._note.setGeometry(self.rect())
        if event.size().width() != event.oldSize().width():
            self._keep_room()

    def _grow(self) -> None:
        """Where letters are so large that the words need more lines, it gets them, once."""
        wide = self.width()
        if self._note.fontMetrics().horizontalAdvance(self._note.text()) > wide > 0:
            needed = self._note.heightForWidth(wide)
            if needed > self.minimumHeight():
                self.setMinimumHeight(needed)


class _PreparedNote(Note):
    """A note whose next words can be painted ahead."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._cache = PaintCache[_Look](self, self._paint)

    def set_strong(self, strong: bool) -> None:
        if self.foregroundRole() != _role(strong):
            self.setForegroundRole(_role(strong))

    def prepare(self, words: str, *, strong: bool) -> None:
        self._cache.prepare([(QRectF(self.rect()), _Look(words, _role(strong)))])

    def paintEvent(self, event: QPaintEvent) -> None:
        look = _Look(self.text(), self.foregroundRole())
        self._cache.draw(event, [(QRectF(self.rect()), look)])

    def _paint(self, painter: QPainter, room: QRectF, look: _Look) -> None:
        painter.setFont(self.font())
        painter.setPen(self.palette().color(look.role))
        painter.drawText(room, self.alignment() | Qt.TextFlag.TextWordWrap, look.words)


def _role(strong: bool) -> QPalette.ColorRole:
    return QPalette.ColorRole.WindowText if strong else QPalette.ColorRole.PlaceholderText
