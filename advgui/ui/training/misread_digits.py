"""Small images of digits that are misread; choosing one puts it on the sheet."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.lab.drawing.model import MnistDigit
from advgui.lab.training.confusion import Cell, misread_words
from advgui.ui.theme.pixels import draw_pixels, inked_image, whole_square
from advgui.ui.theme.tokens import CORNER, RING
from advgui.ui.theme.zoom import zoomed
from advgui.ui.widgets.painted_buttons import PaintedButtons

#: Device-independent pixels of a digit with its frame and gap, at a zoom of 100 %, and of one
#: where there is much room.
_CELL: Final = SIZE + 8
_LARGE: Final = 2 * SIZE + 8
_MOST_BESIDE: Final = 10
_LEAST_BESIDE: Final = 4


class MisreadDigits(PaintedButtons):
    """As many beside one another as there is room for; choosing one tells its index."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("misread-digits")
        self.setAccessibleName(tr("Misread digits"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.digits: tuple[MnistDigit, ...] = ()
        self._cell_of = Cell(0, 0)
        self.set_count(0)

    def show_digits(self, digits: tuple[MnistDigit, ...], cell: Cell) -> None:
        """Show these, which are all of one cell of the matrix."""
        self.digits, self._cell_of = digits, cell
        self.set_count(len(digits))

    def words(self, index: int) -> str:
        """What choosing this one does."""
        return misread_words(self.digits[index], self._cell_of)

    def told(self, index: int) -> tuple[str, str]:
        """Its number, its label and what is read."""
        cell = self._cell_of
        number = tr("Test digit {number:,}").format(number=self.digits[index].index)
        return number, tr("{label} read as {read}").format(label=cell.label, read=cell.read)

    def cell(self, index: int) -> QRectF:
        """Where a digit is, on whole pixels."""
        side = _side(self.width())
        down, across = divmod(index, self._beside(self.width()))
        return QRectF(across * side, down * side, side, side)

    def sizeHint(self) -> QSize:
        """Half as many beside one another as there may be."""
        width = _MOST_BESIDE // 2 * zoomed(_CELL)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few beside one another."""
        width = _LEAST_BESIDE * zoomed(_CELL)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """As many rows as it takes."""
        return -(-len(self.digits) // self._beside(width)) * _side(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All digits in the colours of the sheet, the hovered and the keyboard's framed."""
        painter, colours = QPainter(self), self.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, digit in enumerate(self.digits):
            room = self.cell(index)
            square = whole_square(room.adjusted(3, 3, -3, -3), SIZE, self.devicePixelRatioF())
            ring = self._ring and index == self._current
            strong = ring or self.is_hovered(index)
            painter.setBrush(colours.paper)
            edge = colours.accent if strong else colours.line
            painter.setPen(QPen(edge, RING if strong else 1))
            painter.drawRoundedRect(square.adjusted(-1.5, -1.5, 1.5, 1.5), CORNER, CORNER)
            image = inked_image(digit.image, paper=colours.paper, ink=colours.ink)
            draw_pixels(painter, square, image)

    @staticmethod
    def _beside(width: int) -> int:
        return min(max(width // _side(width), 1), _MOST_BESIDE)


def _side(width: int) -> int:
    """How large a digit is where there is so much room."""
    large = zoomed(_LARGE)
    return large if width >= _MOST_BESIDE * large else zoomed(_CELL)
