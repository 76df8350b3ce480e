"""How the card of a run looks: its image, and four lines beside it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.lab.attack.run_words import Card
from advgui.ui.runs.model import Index, RunModel, row_at
from advgui.ui.theme import marks
from advgui.ui.theme.icons import picture
from advgui.ui.theme.marks import Mark
from advgui.ui.theme.pixels import draw_pixels, gray_image, whole_square
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CARD_CORNER, RING, SMALL, TIGHT, Tokens, tokens

#: Device-independent pixels: between cards, of the sign before a verdict, of pin and chevron.
GAP: Final = TIGHT
_SIGN: Final = 9.0
_ICON: Final = 16
_State: Final = QStyle.StateFlag


def card_size() -> QSize:
    """The least width of a card whose lines can be read, and its height, with the gap."""
    words = texts()
    lines = words.line("strong") + 3 * words.line("caption")
    high = round(max(2.0 * SIZE, lines)) + 2 * TIGHT + GAP
    wide = 2 * SIZE + words.width(tr("Smallest change (DDN)"), "strong") + 2 * SMALL
    return QSize(round(wide), high)


class CardDelegate(QStyledItemDelegate):
    """Paints cards; ``shown`` is the run that is shown in the large, and which of its goals."""

    def __init__(self, model: RunModel) -> None:
        super().__init__()
        self._model = model
        self.shown: tuple[int, int] = (-1, -1)
        self.size = card_size()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All are of one ``size``, with the gap after each."""
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One card."""
        row = row_at(index)
        if row is None:
            return
        colours, card = tokens(option.palette), self._model.card(row)
        room = QRectF(option.rect).adjusted(0, 0, -GAP, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, room, option.state, card, colours)
        ratio = painter.device().devicePixelRatioF()
        side = QRectF(room.left() + SMALL, room.top(), 2.0 * SIZE, room.height())
        square = whole_square(side, SIZE, ratio)
        painter.fillRect(square.adjusted(-1, -1, 1, 1), colours.line)
        draw_pixels(painter, square, gray_image(card.image))
        right = room.right() - SMALL
        if card.lane is None:
            right = self._icons(painter, room, card, colours, ratio)
        left = side.right() + SMALL
        _write(painter, QRectF(left, room.top(), right - left, room.height()), card, colours)
        painter.restore()

    def _ground(
        self, painter: QPainter, room: QRectF, state: QStyle.StateFlag, card: Card, colours: Tokens
    ) -> None:
        """A card for a run, none for a goal; whether it is chosen, and whether it is shown."""
        selected, hovered = state & _State.State_Selected, state & _State.State_MouseOver
        plain = colours.card if card.lane is None else colours.window
        painter.setBrush(colours.hover if hovered or selected else plain)
        painter.setPen(QPen(colours.accent, RING) if selected else QPen(colours.line, 1))
        painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), CARD_CORNER, CARD_CORNER)
        number, lane = self.shown
        if card.number == number and card.lane in (None, lane):
            strip = QRectF(room.left(), room.top() + SMALL, RING + 2, room.height() - 2 * SMALL)
            painter.fillRect(strip, colours.accent)

    def _icons(
        self, painter: QPainter, room: QRectF, card: Card, colours: Tokens, ratio: float
    ) -> float:
        """Chevron and pin at the right, where there are any; where the lines end."""
        column = QRectF(room.right() - _ICON - TIGHT, room.top(), _ICON, room.height())
        if card.lanes > 1:
            name = "up" if self._model.unfolded(card.number) else "down"
            _put(painter, picture(name, colours.text, _ICON, ratio), column, 0.5)
        if self._model.pinned(card.number):
            _put(painter, picture("pin", colours.accent, _ICON, ratio), column, 0.14)
        has = card.lanes > 1 or self._model.pinned(card.number)
        return column.left() - TIGHT if has else room.right() - SMALL


def on_chevron(room: QRectF, place: QPointF) -> bool:
    """Whether a place in the room of a card is where it is unfolded."""
    return place.x() > room.right() - GAP - _ICON - 2 * TIGHT


def _put(painter: QPainter, pixmap: QPixmap, column: QRectF, share: float) -> None:
    top = column.top() + (column.height() - _ICON) * share
    painter.drawPixmap(QPointF(column.left(), top), pixmap)


def _write(painter: QPainter, room: QRectF, card: Card, colours: Tokens) -> None:
    """Title with its number, aim, verdict with its sign, network."""
    words = texts()
    high, low = words.line("strong"), words.line("caption")
    count = 3 if card.network else 2
    top = room.top() + (room.height() - high - count * low) / 2
    title = card.title if card.lane is not None else f"{card.number} · {card.title}"
    words.write(painter, _line(room, top, high), title, "strong", colours.text)
    words.write(painter, _line(room, top + high, low), card.aim, "caption", colours.text)
    third = _line(room, top + high + low, low)
    mark: Mark = "fooled" if card.fooled else "failed"
    colour = marks.ink(mark, colours)
    sign = QRectF(third.left(), third.center().y() - _SIGN / 2, _SIGN, _SIGN)
    marks.draw_mark(painter, mark, sign, colour)
    words.write(painter, third.adjusted(_SIGN + TIGHT, 0, 0, 0), card.verdict, "caption", colour)
    fourth = _line(room, top + high + 2 * low, low)
    words.write(painter, fourth, card.network, "caption", colours.muted)


def _line(room: QRectF, top: float, height: float) -> QRectF:
    return QRectF(room.left(), top, room.width(), height)
