"""Where a perturbation may go: a region that is painted over the digit, pixel by pixel."""

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from advgui.core.attacks.problem import Flags
from advgui.core.images import PIXELS, SIZE, Bytes
from advgui.core.language import tr
from advgui.lab.attack.phrases import percent
from advgui.lab.attack.state import LabState
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import SMALL, TIGHT, tokens
from advgui.ui.widgets.layout import Note, column, row

#: How large the sheet is, in pixels of the screen to one of the image.
_ZOOM: Final = 5
#: How strongly the region covers the digit, of 255.
_COVER: Final = 150
#: The brush: a pixel and those around it.
_BRUSH: Final = 1

_ARROWS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class RegionSheet(QWidget):
    """The digit, faint, and the region over it; the left button paints, the right one erases.

    By keys: arrows move a cell, Space paints or erases it.
    """

    painted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._image: Bytes = np.zeros((SIZE, SIZE), np.uint8)
        self._region: Flags = np.zeros((SIZE, SIZE), bool)
        self._cell = (SIZE // 2, SIZE // 2)
        self._erases = False
        self.setObjectName("region-sheet")
        self.setAccessibleName(tr("Region that may change"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setToolTip(
            tr(
                "Paint what may change; the right button or the eraser takes it away. By keys: "
                "arrows and Space."
            )
        )
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A few pixels of the screen for each of the image."""
        return QSize(_ZOOM * SIZE, _ZOOM * SIZE)

    def show_region(self, image: Bytes, region: Flags) -> None:
        """The digit (28, 28), and what may change of it."""
        self._image, self._region = image, region
        self.setAccessibleDescription(
            tr("{count} of {all} pixels may change").format(count=int(region.sum()), all=PIXELS)
        )
        self.update()

    def set_erasing(self, erases: bool) -> None:
        """Whether the left button erases."""
        self._erases = erases

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to paint or to erase."""
        self._brush(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on."""
        self._brush(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cell, or paint or erase there."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            down, right = _ARROWS[key]
            self._cell = (self._cell[0] + down) % SIZE, (self._cell[1] + right) % SIZE
            self.update()
        elif key == Qt.Key.Key_Space:
            region = self._region.copy()
            region[self._cell] = not region[self._cell]
            self.painted.emit(region)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cell is seen while keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And no longer."""
        super().focusOutEvent(event)
        self.update()

    def _brush(self, event: QMouseEvent) -> None:
        buttons = event.buttons()
        if not buttons & (Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton):
            return
        erases = self._erases or bool(buttons & Qt.MouseButton.RightButton)
        down, right = self._place(event.position())
        rows, columns = (
            slice(max(0, at - _BRUSH), max(0, at + _BRUSH + 1)) for at in (down, right)
        )
        region = self._region.copy()
        region[rows, columns] = not erases
        if (region != self._region).any():
            self.painted.emit(region)

    def _place(self, point: QPointF) -> tuple[int, int]:
        side = self.width() / SIZE
        return int(point.y() // side), int(point.x() // side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, faint ink, the region, and the cell that keys are at."""
        with QPainter(self) as painter:
            colours, place = tokens(self.palette()), QRectF(self.rect())
            painter.drawImage(place, _picture(self._image, self._region, colours.goal))
            painter.setPen(colours.accent if self.hasFocus() else colours.edge)
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
            if self.hasFocus():
                side = self.width() / SIZE
                down, right = self._cell
                painter.drawRect(QRectF(right * side, down * side, side - 1, side - 1))


def _picture(image: Bytes, region: Flags, colour: QColor) -> QImage:
    """Ink dark on white, half covered by the colour where the region is; 28 x 28 in RGB."""
    gray = np.repeat((255 - image)[:, :, None], 3, axis=2).astype(np.float64)
    cover = np.array([colour.red(), colour.green(), colour.blue()], np.float64)
    mixed = gray + region[:, :, None] * (_COVER / 255) * (cover - gray)
    levels = np.ascontiguousarray(np.rint(mixed).astype(np.uint8))
    return QImage(levels.tobytes(), SIZE, SIZE, 3 * SIZE, QImage.Format.Format_RGB888).copy()


class RegionPainter(QWidget):
    """The sheet with its eraser and *Clear*, while the mask of the attack is a painted one."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.setObjectName("region")
        self._sheet = RegionSheet()
        self._erase = QPushButton(tr("Eraser"))
        self._clear = QPushButton(tr("Clear region"))
        self._words = Note(name="region-words")
        self._set_up(controller)
        self.apply(None, controller.state)

    def _set_up(self, controller: Controller) -> None:
        self._erase.setObjectName("region-eraser")
        self._erase.setCheckable(True)
        self._erase.setToolTip(tr("Take away instead of paint, as the right button does"))
        self._clear.setObjectName("region-clear")
        self._clear.setToolTip(tr("Take the whole region away"))
        beside = QWidget()
        lines = column(beside, TIGHT)
        lines.addWidget(self._words)
        buttons = row(self._erase, self._clear)
        buttons.addStretch()
        lines.addLayout(buttons)
        lines.addStretch()
        across = row(self._sheet, beside)
        across.setSpacing(SMALL)
        across.setStretch(1, 1)
        self.setLayout(across)
        self._erase.toggled.connect(self._sheet.set_erasing)
        self._clear.clicked.connect(lambda: controller.set_region(None))
        self._sheet.painted.connect(controller.set_region)
        controller.watch(self.apply)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Be there while a region is wanted, over the drawing as it is."""
        wanted = new.paints_region
        self.setVisible(wanted)
        if not wanted:
            return
        region = np.zeros((SIZE, SIZE), bool) if new.region is None else new.region
        self._sheet.show_region(new.image, region)
        share = percent(float(region.mean()))
        self._words.setText(
            tr("{count} pixels ({share}) may change, and nothing else.").format(
                count=int(region.sum()), share=share
            )
            if region.any()
            else tr("Paint over the digit what may change: glasses, a sticker, anything.")
        )
        self._clear.setEnabled(bool(region.any()))
        self._clear.setToolTip(
            tr("Take the whole region away") if region.any() else tr("Nothing is painted yet")
        )
