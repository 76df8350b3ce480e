"""A small editor of pixels: the trigger is drawn where it will be stamped."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.attacks.poisoning.trigger import CLEAR
from advgui.core.attacks.problem import Flags
from advgui.core.images import SIZE, Bytes
from advgui.core.language import tr
from advgui.lab.poisoning.choice import PoisonChoice
from advgui.lab.poisoning.text import pixel_words, trigger_words
from advgui.ui.theme.pixels import draw_pixels, gray_image, whole_square
from advgui.ui.theme.tokens import RING, tokens

_LEAST: Final = 4 * SIZE
_USUAL: Final = 8 * SIZE
#: The drawing below the trigger is this share as bright as it is.
_DIM: Final = 0.4
_INK: Final = 255
_PAPER: Final = 0
#: Of 255: how much of it is veiled where it is of no use.
_VEIL: Final = 150
_STEPS: Final[Mapping[int, tuple[int, int]]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_TIP: Final = tr(
    "Left button: ink; with Shift: paper; right button: rub out. Arrow keys move the "
    "cursor, with Shift the trigger; Space is ink, P paper, Delete rubs out"
)


class TriggerEditor(QWidget):
    """The 28 x 28 pixels of an image, on which a trigger is drawn over the present drawing.

    Says ``edited`` with the new choice.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = PoisonChoice()
        self._drawing: Bytes = np.zeros((SIZE, SIZE), np.uint8)
        self._cursor = (self._choice.row, self._choice.column)
        self._level: int | None = None
        self.setObjectName("trigger-editor")
        self.setAccessibleName(tr("Trigger"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setToolTip(_TIP)
        self._tell()

    def show_choice(self, choice: PoisonChoice) -> None:
        """Show its trigger where it is."""
        if choice is not self._choice:
            self._choice = choice
            self._tell()
            self.update()

    def set_why_not(self, words: str) -> None:
        """Why nothing can be drawn; empty where it can."""
        self.setEnabled(not words)
        self.setToolTip(words or _TIP)

    def show_drawing(self, image: Bytes) -> None:
        """Show an image (28, 28) dimly below the trigger."""
        if image is not self._drawing:
            self._drawing = image
            self.update()

    def sizeHint(self) -> QSize:
        """Eight pixels for each of the image's."""
        return QSize(_USUAL, _USUAL)

    def minimumSizeHint(self) -> QSize:
        """Four."""
        return QSize(_LEAST, _LEAST)

    # What is done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw with ink or paper, or to rub out."""
        rubs = event.button() == Qt.MouseButton.RightButton
        if not rubs and event.button() != Qt.MouseButton.LeftButton:
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._level = CLEAR if rubs else _PAPER if shifted else _INK
        self._draw_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if self._level is not None:
            self._draw_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The button was lifted."""
        self._level = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor or the trigger; Space, P and Delete set the pixel there."""
        step, key = _STEPS.get(event.key()), event.key()
        levels = {Qt.Key.Key_Space: _INK, Qt.Key.Key_P: _PAPER}
        levels |= dict.fromkeys((Qt.Key.Key_Delete, Qt.Key.Key_Backspace), CLEAR)
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._edit(self._choice.moved(*step))
        elif step is not None:
            row, column = (
                min(max(a + b, 0), SIZE - 1) for a, b in zip(self._cursor, step, strict=True)
            )
            self._put_cursor((row, column))
        elif key in levels:
            self._edit(self._choice.with_pixel(*self._cursor, levels[Qt.Key(key)]))
        else:
            super().keyPressEvent(event)

    def _draw_at(self, point: QPointF) -> None:
        square = self._square()
        column, row = (
            int(distance * SIZE // square.width())
            for distance in (point.x() - square.left(), point.y() - square.top())
        )
        if 0 <= row < SIZE and 0 <= column < SIZE and self._level is not None:
            self._put_cursor((row, column))
            self._edit(self._choice.with_pixel(row, column, self._level))

    def _put_cursor(self, place: tuple[int, int]) -> None:
        self._cursor = place
        self._tell()
        self.update()

    def _edit(self, choice: PoisonChoice) -> None:
        if choice != self._choice:
            self.show_choice(choice)
            self.edited.emit(choice)

    def _tell(self) -> None:
        here = pixel_words(*self._cursor, int(self._choice.pixels[self._cursor]))
        self.setAccessibleDescription(f"{trigger_words(self._choice)}; {here}")

    # What is seen

    def _square(self) -> QRectF:
        return whole_square(QRectF(self.rect()), SIZE, self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing dimly, the trigger on it with a line around, and the cursor."""
        painter, colours = QPainter(self), tokens(self.palette())
        square, pixels = self._square(), self._choice.pixels
        mask = pixels != CLEAR
        shown = np.where(mask, pixels, self._drawing * _DIM).astype(np.uint8)
        draw_pixels(painter, square, gray_image(shown))
        if not self.isEnabled():
            veil = QColor(colours.window)
            veil.setAlpha(_VEIL)
            painter.fillRect(square, veil)
        side = square.width() / SIZE
        painter.setPen(QPen(colours.goal, RING))
        for line in _around(mask):
            ends = (QPointF(square.left() + x * side, square.top() + y * side) for x, y in line)
            painter.drawLine(*ends)
        painter.setPen(QPen(colours.line, 1))
        painter.drawRect(square)
        if self.hasFocus():
            row, column = self._cursor
            painter.setPen(QPen(colours.accent, RING))
            painter.drawRect(
                QRectF(square.left() + column * side, square.top() + row * side, side, side)
            )


Line = tuple[tuple[int, int], tuple[int, int]]


def _around(mask: Flags) -> list[Line]:
    """The edges between pixels that are in the mask (28, 28) and those that are not, as (x, y)."""
    inside = np.pad(mask, 1)
    across = np.argwhere(inside[1:, 1:-1] != inside[:-1, 1:-1])
    down = np.argwhere(inside[1:-1, 1:] != inside[1:-1, :-1])
    lines: list[Line] = [((int(x), int(y)), (int(x) + 1, int(y))) for y, x in across]
    return lines + [((int(x), int(y)), (int(x), int(y) + 1)) for y, x in down]
