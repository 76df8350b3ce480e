"""How an attack looks in the list: its title and facts, and below them what it does."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advgui.lab.attack.choices import Choice
from advgui.ui.attack.choice_model import Index, choice_at
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CORNER, RING, SMALL, TIGHT, Tokens, tokens

_State: Final = QStyle.StateFlag


class ChoiceDelegate(QStyledItemDelegate):
    """Paints headings and attacks; ``chosen`` is the name of the attack that is in use."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines for an attack, one for a heading with some air above it."""
        words = texts()
        if choice_at(index) is not None:
            return QSize(1, round(words.line("body") + words.line("caption")) + SMALL)
        return QSize(1, round(words.line("caption")) + SMALL + TIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        choice, colours = choice_at(index), tokens(option.palette)
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if choice is not None:
            self._ground(painter, row, option.state, colours)
            if choice.name == self.chosen:
                strip = QRectF(row.left(), row.top() + TIGHT, RING + 1, row.height() - 2 * TIGHT)
                painter.fillRect(strip, colours.accent)
            _write_choice(painter, row.adjusted(SMALL, TIGHT, -SMALL, -TIGHT), choice, colours)
        else:
            room = row.adjusted(SMALL, SMALL, -SMALL, 0)
            title = str(index.data()).upper()
            texts().write(painter, room, title, "caption", colours.muted)
        painter.restore()

    def _ground(
        self, painter: QPainter, row: QRectF, state: QStyle.StateFlag, colours: Tokens
    ) -> None:
        """Under the mouse, and where the keyboard is."""
        current = bool(state & _State.State_Selected)
        if not current and not state & _State.State_MouseOver:
            return
        painter.setPen(QPen(colours.accent, RING) if current else Qt.PenStyle.NoPen)
        painter.setBrush(colours.hover)
        painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), CORNER, CORNER)


def _write_choice(painter: QPainter, room: QRectF, choice: Choice, colours: Tokens) -> None:
    words = texts()
    first = QRectF(room.left(), room.top(), room.width(), words.line("body"))
    facts = words.width(choice.facts, "caption")
    words.write(painter, first, choice.facts, "caption", colours.muted, "right")
    title = first.adjusted(0, 0, -facts - SMALL, 0)
    words.write(painter, title, choice.title, "body", colours.text)
    second = QRectF(room.left(), first.bottom(), room.width(), words.line("caption"))
    words.write(painter, second, choice.summary, "caption", colours.muted)
