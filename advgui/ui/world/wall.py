"""The wall: one image in many views, each framed by whether it still fools; one painted widget."""

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from advgui.core.images import SIZE, Bytes
from advgui.core.language import tr
from advgui.lab.world.surviving import Survived, draw_words
from advgui.ui.accessibility.parts import OnlyRead, Part, PartNodes
from advgui.ui.theme.pixels import colour_image
from advgui.ui.theme.tokens import SMALL, tokens

_FRAME: Final = 2  # pixels of an image, on each side
_GAP: Final = 2
_CELL: Final = SIZE + 2 * _FRAME + _GAP
_LEAST: Final = 160


class Wall(OnlyRead, QWidget):
    """As many views as there is room for, row by row, the first one unchanged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("world-wall")
        self.setAccessibleName(tr("Views of the adversarial image"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(_LEAST, _LEAST))
        self._found: Survived | None = None
        self._picture: QImage | None = None
        self._empty = ""
        self.nodes = PartNodes(self, self)

    def show_views(self, found: Survived | None, empty: str = "") -> None:
        """Show these, or in words why there are none."""
        self._found, self._empty, self._picture = found, empty, None
        told = ""
        if found is not None:
            told = tr("{count} of {done} views fool").format(
                count=int(found.fooled.sum()), done=found.done
            )
        self.setAccessibleDescription(told or empty)
        self.nodes.refresh()
        self.update()

    def view_at(self, x: float, y: float) -> int | None:
        """Which view is there."""
        across, down, side = self._grid()
        column, row = int(x // side), int(y // side)
        number = row * across + column
        inside = 0 <= column < across and 0 <= row < down
        shown = 0 if self._found is None else len(self._found.images)
        return number if inside and number < shown else None

    def part_count(self) -> int:
        """Every view is known by itself."""
        across, down, _ = self._grid()
        shown = 0 if self._found is None else len(self._found.images)
        return min(shown, across * down)

    def part(self, index: int) -> Part:
        """A view in the words of its tip."""
        across, _, side = self._grid()
        row, column = divmod(index, across)
        area = QRectF(column * side, row * side, side, side).toRect()
        told = "" if self._found is None else draw_words(self._found, index)
        return Part(tr("View {number}").format(number=index + 1), area, told)

    def event(self, event: QEvent) -> bool:
        """What is under the mouse is told."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.view_at(event.pos().x(), event.pos().y())
            if number is None or self._found is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), draw_words(self._found, number), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """One picture, made once for each size and state."""
        del event
        painter = QPainter(self)
        if self._found is None:
            painter.setPen(tokens(self.palette()).muted)
            room = QRectF(self.rect()).adjusted(SMALL, SMALL, -SMALL, -SMALL)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._empty)
            return
        across, down, side = self._grid()
        if self._picture is None or self._picture.width() != across * _CELL:
            self._picture = colour_image(self._pixels(self._found, across, down))
        target = QRectF(0, 0, across * side, self._picture.height() / _CELL * side)
        painter.drawImage(target, self._picture)

    def _grid(self) -> tuple[int, int, float]:
        """Columns, rows and the side of a cell: whole device pixels for each pixel."""
        ratio = self.devicePixelRatioF()
        multiple = max(round(ratio), 1)
        side = _CELL * multiple / ratio
        return max(int(self.width() // side), 1), max(int(self.height() // side), 1), side

    def _pixels(self, found: Survived, across: int, down: int) -> Bytes:
        """RGB of the whole wall."""
        colours = tokens(self.palette())
        count = min(len(found.images), across * down)
        cells = np.empty((across * down, _CELL, _CELL, 3), np.uint8)
        cells[:] = _rgb(colours.window)
        for number in range(count):
            cells[number, :-_GAP, :-_GAP] = _frame_colour(found, number, self)
        paper, ink = (np.array(_rgb(one), float) for one in (colours.paper, colours.ink))
        shares = found.images[:count, :, :, None] / 255.0
        inner = slice(_FRAME, _FRAME + SIZE)
        cells[:count, inner, inner] = np.rint(paper + (ink - paper) * shares).astype(np.uint8)
        rows = cells.reshape(down, across, _CELL, _CELL, 3).transpose(0, 2, 1, 3, 4)
        return np.ascontiguousarray(rows.reshape(down * _CELL, across * _CELL, 3))


def _frame_colour(found: Survived, number: int, widget: QWidget) -> tuple[int, int, int]:
    colours = tokens(widget.palette())
    if number >= found.done:
        return _rgb(colours.track)
    return _rgb(colours.fooled if found.fooled[number] else colours.line)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
