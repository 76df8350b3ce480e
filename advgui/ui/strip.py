"""The attacks toward all ten digits, side by side in small."""

from typing import Final, Literal

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import LABELS, SIZE, Bytes
from advgui.ui.choices import Choices
from advgui.ui.marks import draw_mark, ink
from advgui.ui.pixels import gray_image, whole_square
from advgui.ui.theme import CORNER, RING, TIGHT, Tokens, font

GoalState = Literal["idle", "running", "fooled", "failed", "already"]

_CENTRED: Final = Qt.AlignmentFlag.AlignCenter
_SIGN: Final = 9.0
_SAID: Final[dict[GoalState, str]] = {
    "idle": "",
    "running": "running",
    "fooled": "fooled",
    "failed": "not fooled",
    "already": "read as this already",
}


class GoalStrip(Choices):
    """Ten columns: the digit with how it went, its image, and a line such as its L2.

    Choosing one shows that attack in the large.
    """

    def __init__(self, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._empty = empty
        self._atlas: QImage | None = None
        self._states: tuple[GoalState, ...] = ("idle",) * LABELS
        self._lines: tuple[str, ...] = ("",) * LABELS
        self._selected: int | None = None
        self._above, self._below = _rows()
        self.setObjectName("goal-strip")
        self.setAccessibleName("Attacks toward every digit")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    def set_images(self, images: Bytes | None) -> None:
        """Show ten valid images, uint8 (10, 28, 28), by goal; None where there are none."""
        self._atlas = None if images is None else gray_image(np.hstack(tuple(images)))
        self._describe()
        self.update()

    def set_marks(self, states: tuple[GoalState, ...]) -> None:
        """How each of the ten attacks went, by goal."""
        self._states = states
        self._describe()
        self.update()

    def set_lines(self, lines: tuple[str, ...]) -> None:
        """A few figures below each image, such as ".98"; empty words where unknown."""
        self._lines = lines
        self._describe()
        self.update()

    def set_selected(self, index: int | None) -> None:
        """Which of the ten is shown in the large, if any."""
        self._selected = index
        if index is not None:
            self.set_current(index)
        self._describe()
        self.update()

    def words(self, index: int) -> str:
        """What is known of one of the ten, and so what choosing it shows."""
        parts = (f"Toward {index}", _SAID[self._states[index]], self._lines[index])
        return ": ".join((parts[0], ", ".join(filter(None, parts[1:])))).rstrip(": ")

    def image_rect(self, index: int) -> QRectF:
        """Where an image is: a whole number of device pixels for each of its own."""
        room = self.cell(index).adjusted(RING, self._above, -RING, -self._below)
        return whole_square(room, SIZE, self.devicePixelRatioF())

    def _describe(self) -> None:
        if self._atlas is None:
            self.setAccessibleDescription(self._empty)
            return
        fooled = [str(i) for i, state in enumerate(self._states) if state == "fooled"]
        said = f"Fooled toward {', '.join(fooled)}." if fooled else "Not fooled toward any digit."
        if self._selected is not None:
            said += f" Shown is {self.words(self._selected)}."
        self.setAccessibleDescription(said)

    def sizeHint(self) -> QSize:
        """Two device-independent pixels for each of an image's."""
        return QSize(LABELS * (2 * SIZE + 2 * RING), self._height_for(2))

    def minimumSizeHint(self) -> QSize:
        """One for each: small, but the ten can be told apart."""
        return QSize(LABELS * (SIZE + 2 * RING), self._height_for(1))

    def heightForWidth(self, width: int) -> int:
        """As high as the images that fit beside one another, up to twice their pixels."""
        return self._height_for(2 if width >= self.sizeHint().width() else 1)

    def _height_for(self, multiple: int) -> int:
        return round(self._above + self._below) + multiple * SIZE

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other rows."""
        self._above, self._below = _rows()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ten columns, and words instead of the lines while there is nothing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.colours()
        squares = [self.image_rect(index) for index in range(LABELS)]
        painter.setFont(font())
        for index, square in enumerate(squares):
            self._draw_selection(painter, index, colours)
            self.draw_state(painter, index, colours)
            self._draw_caption(painter, index, square, colours)
            self._draw_image(painter, index, square, colours)
        painter.setFont(font("caption"))
        painter.setPen(colours.muted)
        self._write_lines(painter, squares)

    def _write_lines(self, painter: QPainter, squares: list[QRectF]) -> None:
        if self._atlas is None:
            below = QRectF(0, self.height() - self._below, self.width(), self._below)
            painter.drawText(below, _CENTRED, self._empty)
            return
        for index, square in enumerate(squares):
            room = self.cell(index)
            room.setTop(square.bottom() + RING)
            room.setHeight(self._below - RING)
            painter.drawText(room, _CENTRED, self._lines[index])

    def _draw_selection(self, painter: QPainter, index: int, colours: Tokens) -> None:
        if index != self._selected:
            return
        painter.setPen(QPen(colours.faint, 1))
        painter.setBrush(colours.hover)
        inside = self.cell(index).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, CORNER, CORNER)

    def _draw_caption(self, painter: QPainter, index: int, square: QRectF, colours: Tokens) -> None:
        """The digit, and beside it the sign of how it went; both together are centred."""
        state = self._states[index]
        room = QRectF(square.left(), square.top() - self._above, square.width(), self._above)
        if state == "idle":
            painter.setPen(colours.muted)
            painter.drawText(room, _CENTRED, str(index))
            return
        painter.setPen(ink(state, colours))
        painter.drawText(room.adjusted(0, 0, -_SIGN - TIGHT, 0), _CENTRED, str(index))
        left = room.center().x() + TIGHT / 2
        sign = QRectF(left, room.center().y() - _SIGN / 2, _SIGN, _SIGN)
        draw_mark(painter, state, sign, ink(state, colours))

    def _draw_image(self, painter: QPainter, index: int, square: QRectF, colours: Tokens) -> None:
        """The frame is outside the image, so that it covers none of its pixels."""
        if self._atlas is None or self._states[index] == "idle":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.track)
            painter.drawRoundedRect(square, CORNER, CORNER)
            return
        painter.drawImage(square, self._atlas, QRectF(index * SIZE, 0, SIZE, SIZE))
        fooled = self._states[index] == "fooled"
        pen = QPen(colours.fooled, RING) if fooled else QPen(colours.line, 1)
        grown = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square.adjusted(-grown, -grown, grown, grown))


def _rows() -> tuple[float, float]:
    """Heights of the captions above and of the lines below the images."""
    above, below = (QFontMetricsF(made).height() for made in (font(), font("caption")))
    return above + 1.5 * TIGHT, below + 1.5 * TIGHT
