"""How a table of networks looks: the ground of its rows, and its head."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from advgui.ui.comparison.reading_cell import Sizes
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CORNER, LIGHT, RING, TIGHT, Tokens, tokens

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of rows: which is in use, under the mouse, and where the keyboard is.

    The table says which row is ``hovered`` and which cell is ``focused``, -1 where none is, and
    tells the ``width`` of a row, the ``colours`` and the ``sizes`` as often as they change: to
    ask for them in every cell would take as long as to paint it. A subclass paints what is in
    a cell, by :meth:`draw`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.hovered = -1
        self.focused = (-1, -1)
        self.width = 0
        self.colours = LIGHT
        self.sizes = Sizes()

    def draw(self, painter: QPainter, cell: QRectF, index: Index) -> None:
        """Paint what is in a cell, on its ground."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, content, and the ring of the keyboard."""
        cell, colours = QRectF(option.rect), self.colours
        row, column = index.row(), index.column()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(cell, colours.card if selected else colours.window)
        if row == self.hovered:
            self._surround(painter, cell, QPen(Qt.PenStyle.NoPen))
        if selected and column == 0:
            painter.fillRect(QRectF(0, cell.top(), RING + 1, cell.height()), colours.accent)
        painter.fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), colours.track)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, cell, index)
        if row == self.focused[0]:
            self._surround(painter, cell, QPen(colours.accent, RING))
            if column == self.focused[1] != 0:
                _round(painter, cell, QPen(colours.accent, 1))
        # Grounds are whole pixels, or cells would not meet where the screen's scale is a fraction.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _surround(self, painter: QPainter, cell: QRectF, pen: QPen) -> None:
        """The part within a cell of what is around the whole row, or under it without a pen."""
        painter.save()
        painter.setClipRect(cell, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.colours.hover)
        _round(painter, QRectF(0, cell.top(), self.width, cell.height()), pen)
        painter.restore()


def _round(painter: QPainter, area: QRectF, pen: QPen) -> None:
    painter.setPen(pen)
    if pen.style() != Qt.PenStyle.NoPen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), CORNER, CORNER)


class FlatHeader(QHeaderView):
    """Column titles on the window's ground over a line; a subclass paints them by :meth:`draw`."""

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setBackgroundRole(self.backgroundRole())

    def draw(self, painter: QPainter, room: QRectF, section: int, colours: Tokens) -> None:
        """Paint what stands over one column."""
        raise NotImplementedError

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The line, and what stands over one column."""
        room, colours = QRectF(rect), tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(room, colours.window)
        painter.fillRect(QRectF(room.left(), room.bottom() - 1, room.width(), 1), colours.line)
        self.draw(painter, room, section, colours)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(1, round(texts().line("caption")) + 2 * TIGHT)
