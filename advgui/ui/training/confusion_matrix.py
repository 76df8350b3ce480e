"""Ten times ten cells: which digits a network takes for which; one of misread ones is a button."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import LABELS
from advgui.core.language import numeral, tr
from advgui.lab.training.confusion import Cell, Confusion
from advgui.ui.theme.tokens import CORNER, RING, Tokens, font
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.painted_buttons import PaintedButtons

#: Cells in device-independent pixels, at a zoom of 100 %: comfortable, and the least.
_CELL: Final = QSize(36, 26)
_LEAST: Final = QSize(28, 18)
_LARGEST: Final = QSize(60, 48)
#: How much of its colour the most frequent confusion has, so that words on it can be read.
_STRONGEST: Final = 0.45
_RIGHT: Final = 0.14
_CENTRED: Final = Qt.AlignmentFlag.AlignCenter
_READ_AS: Final = tr("Read as")
_LABEL: Final = tr("Label")


class ConfusionMatrix(PaintedButtons):
    """A row for each label, a column for what is read; choosing a cell tells its index.

    ``pointed`` tells the cell that the mouse or the keyboard has come to, -1 for none.
    """

    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("confusion")
        self.setAccessibleName(tr("Confusion matrix"))
        self._confusion: Confusion | None = None
        self._chosen: Cell | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_count(LABELS**2)
        follow(self, lambda matrix: matrix.setMaximumWidth(matrix.largest()))

    def show_confusion(self, confusion: Confusion | None) -> None:
        """Show these counts, or that there are none yet."""
        self._confusion = confusion
        self.setAccessibleDescription("" if confusion is None else confusion.words)
        self.nodes.refresh()
        self.update()

    def choose(self, cell: Cell | None) -> None:
        """Frame the cell whose digits are shown."""
        self._chosen = cell
        self.update()

    def words(self, index: int) -> str:
        """What is in the cell."""
        return "" if self._confusion is None else self._confusion.cell_words(cell_of(index))

    def told(self, index: int) -> tuple[str, str]:
        """Its row and column, and its count."""
        cell = cell_of(index)
        count = "" if self._confusion is None else numeral(self._confusion.count(cell), ",")
        return tr("{label} read as {read}").format(label=cell.label, read=cell.read), count

    def offers(self, index: int) -> bool:
        """Only misread digits can be looked at."""
        cell = cell_of(index)
        known = self._confusion is not None and super().offers(index)
        return known and not cell.right and bool(self._confusion and self._confusion.count(cell))

    def cell(self, index: int) -> QRectF:
        """Where a cell is, on whole pixels, below and beside the heads."""
        cell, side = cell_of(index), self._cell_size()
        left, top = self._heads()
        return QRectF(
            left + cell.read * side.width(),
            top + cell.label * side.height(),
            side.width(),
            side.height(),
        )

    def set_current(self, index: int) -> None:
        """Where the keyboard is; its cell is told."""
        super().set_current(index)
        self.pointed.emit(self._current)

    def tell_hovered(self) -> None:
        """The cell under the mouse is told."""
        super().tell_hovered()
        self.pointed.emit(-1 if self._hovered is None else self._hovered)

    def sizeHint(self) -> QSize:
        """Cells that are easily hit."""
        return self._whole(_CELL)

    def minimumSizeHint(self) -> QSize:
        """Cells whose counts can be read."""
        return self._whole(_LEAST)

    def largest(self) -> int:
        """The width of cells that are still seen as one matrix."""
        return self._whole(_LARGEST).width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move by a row, left and right within it; the rest as elsewhere."""
        rows = {Qt.Key.Key_Up: -LABELS, Qt.Key.Key_Down: LABELS}
        by = rows.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        self.set_current((self._current + by) % LABELS**2)
        self._ring = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heads, and all cells."""
        painter, colours = QPainter(self), self.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter, colours)
        painter.setFont(font("caption"))
        strengths = None if self._confusion is None else self._confusion.strengths()
        for index in range(LABELS**2):
            cell = cell_of(index)
            strength = 0.0 if strengths is None else float(strengths[cell.label, cell.read])
            self._paint_cell(painter, index, strength, colours)

    def _paint_heads(self, painter: QPainter, colours: Tokens) -> None:
        left, top = self._heads()
        side = self._cell_size()
        painter.setPen(colours.muted)
        painter.setFont(font("caption"))
        across = QRectF(left, 0, LABELS * side.width(), top / 2)
        painter.drawText(across, _CENTRED, _READ_AS)
        painter.save()
        painter.rotate(-90)
        down = LABELS * side.height()
        painter.drawText(QRectF(-top - down, 0, down, left / 2), _CENTRED, _LABEL)
        painter.restore()
        painter.setFont(font("strong"))
        painter.setPen(colours.text)
        for digit in range(LABELS):
            column = QRectF(left + digit * side.width(), top / 2, side.width(), top / 2)
            row = QRectF(left / 2, top + digit * side.height(), left / 2, side.height())
            painter.drawText(column, _CENTRED, str(digit))
            painter.drawText(row, _CENTRED, str(digit))

    def _paint_cell(self, painter: QPainter, index: int, strength: float, colours: Tokens) -> None:
        cell, room = cell_of(index), self.cell(index).adjusted(1, 1, -1, -1)
        count = 0 if self._confusion is None else self._confusion.count(cell)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.card)
        painter.drawRoundedRect(room, CORNER, CORNER)
        painter.setBrush(_ground(cell, strength, colours))
        painter.drawRoundedRect(room, CORNER, CORNER)
        self._paint_frame(painter, index, room, colours)
        if count:
            painter.setPen(colours.muted if cell.right else colours.text)
            painter.drawText(room, _CENTRED, str(count))

    def _paint_frame(self, painter: QPainter, index: int, room: QRectF, colours: Tokens) -> None:
        """A ring for the keyboard's and for the one that is shown, an edge under the mouse."""
        ring = self._ring and index == self._current
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if ring or cell_of(index) == self._chosen:
            painter.setPen(QPen(colours.accent if ring else colours.text, RING))
        elif self.is_hovered(index):
            painter.setPen(QPen(colours.edge, 1))
        else:
            return
        painter.drawRoundedRect(room, CORNER, CORNER)

    def _heads(self) -> tuple[int, int]:
        """The width of the heads of the rows, and the height of those of the columns."""
        line = self.fontMetrics().height()
        return 2 * line + 4, 2 * line

    def _cell_size(self) -> QSize:
        left, top = self._heads()
        most = _zoomed(_LARGEST)
        wide = min(max((self.width() - left) // LABELS, 1), most.width())
        return QSize(wide, min(max((self.height() - top) // LABELS, 1), most.height()))

    def _whole(self, cell: QSize) -> QSize:
        left, top = self._heads()
        side = _zoomed(cell)
        return QSize(left + LABELS * side.width(), top + LABELS * side.height())

    def _index_at(self, position: QPointF | QPoint) -> int | None:
        left, top = self._heads()
        side = self._cell_size()
        column = int((position.x() - left) // side.width())
        row = int((position.y() - top) // side.height())
        inside = 0 <= column < LABELS and 0 <= row < LABELS
        return LABELS * row + column if inside else None


def cell_of(index: int) -> Cell:
    """The cell of an index, row by row."""
    return Cell(*divmod(index, LABELS))


def _zoomed(size: QSize) -> QSize:
    return QSize(zoomed(size.width()), zoomed(size.height()))


def _ground(cell: Cell, strength: float, colours: Tokens) -> QColor:
    made = QColor(colours.prediction if cell.right else colours.fooled)
    made.setAlphaF(_RIGHT if cell.right else _STRONGEST * strength)
    return made
