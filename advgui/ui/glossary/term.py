"""A short title whose word is in the glossary: a dotted line below, its sentence as a tip."""

from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from advgui.lab.glossary import entry, glossary
from advgui.ui.theme.tokens import TextRole, tokens
from advgui.ui.theme.zoom import write_in

#: Of the dotted line below the letters, in device-independent pixels.
_BELOW: Final = 1.5
_DOTS: Final = (1.0, 2.0)


@runtime_checkable
class ShowsWords(Protocol):
    """A window that has a guide."""

    def show_word(self, word: str) -> None:
        """Open the glossary at a word, or at its beginning where that is empty."""


class Term(QLabel):
    """Plain words; where they are in the glossary, a click opens it there."""

    def __init__(self, words: str, role: TextRole = "caption") -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        write_in(self, role)
        self.word = entry(words)
        if self.word is not None:
            self.setToolTip(glossary()[self.word])
            self.setCursor(Qt.CursorShape.WhatsThisCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What does this word mean?"""
        if self.word is not None and event.button() == Qt.MouseButton.LeftButton:
            explain(self, self.word)
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and the dotted line."""
        super().paintEvent(event)
        if self.word is None:
            return
        metrics, room = self.fontMetrics(), self.contentsRect()
        base = (room.height() + metrics.ascent() - metrics.descent()) / 2 + room.top() + _BELOW
        pen = QPen(tokens(self.palette()).edge, 1.0)
        pen.setDashPattern(_DOTS)
        painter = QPainter(self)
        painter.setPen(pen)
        wide = min(metrics.horizontalAdvance(self.text()), room.width())
        painter.drawLine(QPointF(room.left(), base), QPointF(room.left() + wide, base))


def explain(asked: QWidget, word: str) -> None:
    """Open the glossary at a word that stands somewhere in a window that has a guide."""
    widget: QWidget | None = asked
    while widget is not None and not isinstance(widget, ShowsWords):
        widget = widget.parentWidget()
    if widget is not None:
        widget.show_word(word)


def word_of(control: QWidget) -> str:
    """The word of the glossary that a control is about: its title's, or its name's; or none."""
    titles = {term.buddy(): term.word for term in control.window().findChildren(Term) if term.word}
    widget: QWidget | None = control
    while widget is not None:
        if widget in titles:
            return titles[widget] or ""
        widget = widget.parentWidget()
    return entry(control.accessibleName().partition(":")[0]) or ""
