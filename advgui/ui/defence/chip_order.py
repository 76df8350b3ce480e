"""Where a chip that is dragged would be put down: the gap between others, and a line there."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from advgui.ui.theme.tokens import RING, TIGHT, tokens

#: From the middle of the line to the chip beside it.
_ASIDE: Final = TIGHT // 2


def gap_at(chips: Sequence[QRect], place: QPoint) -> int:
    """How many chips stand before a place, row by row, as words are read."""
    row = min(max(place.y(), chips[0].top()), chips[-1].bottom())
    return sum(
        chip.bottom() < row or (chip.top() <= row and chip.center().x() < place.x())
        for chip in chips
    )


def by_drop(chip: int, gap: int) -> int:
    """How many places the chip moves that is put into a gap."""
    return gap - chip - (gap > chip)


def line_at(chips: Sequence[QRect], gap: int, place: QPoint) -> QRect:
    """The line in a gap: before the next chip, or behind the last of the place's row."""
    behind = gap == len(chips) or (gap > 0 and place.y() < chips[gap].top())
    beside = chips[gap - 1] if behind else chips[gap]
    middle = beside.right() + 1 + _ASIDE if behind else beside.left() - _ASIDE
    return QRect(middle - RING // 2, beside.top(), RING, beside.height())


class DropLine(QWidget):
    """It lets the mouse through, and is seen only while something is dragged."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drop-line")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, area: QRect) -> None:
        """Above what is there."""
        self.setGeometry(area)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the colour of what has the attention."""
        QPainter(self).fillRect(self.rect(), tokens(self.palette()).accent)
