"""The attacks toward all ten digits, side by side in small."""

from typing import Final, Literal

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import LABELS, SIZE, Bytes
from advgui.ui.choices import Choices
from advgui.ui.marks import Mark, draw_mark, fill, ink
from advgui.ui.pixels import draw_pixels, gray_image, whole_square
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
        self.setObjectName("goal-strip")
        self.setAccessibleName("Attacks toward every digit")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        caption, line = self._rows()
        room = self.cell(index).adjusted(RING, caption, -RING, -line)
        return whole_square(room, SIZE, self.devicePixelRatioF())

    def _rows(self) -> tuple[float, float]:
        """Heights of the captions above and of the lines below the images."""
        return (
            QFontMetricsF(font("strong")).height() + 1.5 * TIGHT,
            QFontMetricsF(font("caption")).height() + 1.5 * TIGHT,
        )

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
        return QSize(LABELS * (SIZE + 2 * RING), self._height_for(2))

    def _height_for(self, multiple: int) -> int:
        return round(sum(self._rows())) + multiple * SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ten columns, and words instead of the lines while there is nothing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.colours()
        for index in range(LABELS):
            self._draw_selection(painter, index, colours)
            self.draw_state(painter, index, colours)
            self._draw_caption(painter, index, colours)
            self._draw_image(painter, index, colours)
        painter.setFont(font("caption"))
        painter.setPen(colours.muted)
        if self._atlas is None:
            room = QRectF(self.rect()).adjusted(TIGHT, 0, -TIGHT, 0)
            room.setTop(room.bottom() - self._rows()[1])
            painter.drawText(room, _CENTRED, self._empty)
            return
        for index in range(LABELS):
            room = self.cell(index)
            room.setTop(self.image_rect(index).bottom() + RING)
            room.setHeight(self._rows()[1] - RING)
            painter.drawText(room, _CENTRED, self._lines[index])

    def _draw_selection(self, painter: QPainter, index: int, colours: Tokens) -> None:
        if index != self._selected:
            return
        painter.setPen(QPen(colours.faint, 1))
        painter.setBrush(colours.hover)
        inside = self.cell(index).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, CORNER, CORNER)

    def _draw_caption(self, painter: QPainter, index: int, colours: Tokens) -> None:
        state = self._states[index]
        mark = None if state == "idle" else state
        square = self.image_rect(index)
        above = self._rows()[0]
        room = QRectF(square.left(), square.top() - above, square.width(), above)
        painter.setFont(font("strong" if index == self._selected else "body"))
        painter.setPen(colours.muted if mark is None else ink(mark, colours))
        if mark is None:
            painter.drawText(room, _CENTRED, str(index))
            return
        wide = QFontMetricsF(painter.font()).horizontalAdvance(str(index))
        left = room.center().x() - (wide + TIGHT + _SIGN) / 2
        painter.drawText(QRectF(left, room.top(), wide + 1, room.height()), _CENTRED, str(index))
        top = room.center().y() - _SIGN / 2
        sign = QRectF(left + wide + TIGHT, top, _SIGN, _SIGN)
        draw_mark(painter, mark, sign, ink(mark, colours))

    def _draw_image(self, painter: QPainter, index: int, colours: Tokens) -> None:
        square = self.image_rect(index)
        if self._atlas is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.track)
            painter.drawRoundedRect(square, CORNER, CORNER)
            return
        draw_pixels(painter, square, self._atlas.copy(index * SIZE, 0, SIZE, SIZE))
        self._draw_frame(painter, square, self._states[index], colours)

    def _draw_frame(
        self, painter: QPainter, square: QRectF, state: GoalState, colours: Tokens
    ) -> None:
        """Outside the image, so that it covers none of its pixels."""
        told: Mark | None = "fooled" if state == "fooled" else None
        pen = QPen(colours.line, 1) if told is None else QPen(fill(told, colours), RING)
        grown = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square.adjusted(-grown, -grown, grown, grown))
