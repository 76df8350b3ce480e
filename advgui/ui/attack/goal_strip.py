"""The attacks toward all ten digits, side by side in small."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import LABELS, SIZE, Bytes
from advgui.ui.theme.marks import draw_mark, ink
from advgui.ui.theme.pixels import Picture, gray_image, whole_square
from advgui.ui.theme.repaint import Looks
from advgui.ui.theme.text_cache import Texts, texts
from advgui.ui.theme.tokens import CORNER, RING, TIGHT, Tokens
from advgui.ui.widgets.choices import Choices

GoalState = Literal["idle", "running", "fooled", "failed", "already"]

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
        self._looks = Looks(self)
        self._seen: tuple[bytes, ...] = ()
        self._pictures: tuple[Picture, ...] = ()
        self._states: tuple[GoalState, ...] = ("idle",) * LABELS
        self._lines: tuple[str, ...] = ("",) * LABELS
        self._selected: int | None = None
        self._told: object = None
        self._above, self._below = _rows()
        self.setObjectName("goal-strip")
        self.setAccessibleName("Attacks toward every digit")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    def set_images(self, images: Bytes | None) -> None:
        """Show ten valid images, uint8 (10, 28, 28), by goal; None where there are none."""
        seen = () if images is None else tuple(image.tobytes() for image in images)
        if seen == self._seen:
            return
        if images is None or not self._seen:
            self.update()  # the words below, too
        self._pictures = tuple(
            self._pictures[index]
            if self._seen and seen[index] == self._seen[index]
            else Picture(gray_image(image))
            for index, image in enumerate(() if images is None else images)
        )
        self._seen = seen
        self._refresh()

    def set_marks(self, states: tuple[GoalState, ...]) -> None:
        """How each of the ten attacks went, by goal."""
        if states != self._states:
            self._states = states
            self._refresh()

    def set_lines(self, lines: tuple[str, ...]) -> None:
        """A few figures below each image, such as ".98"; empty words where unknown."""
        if lines != self._lines:
            self._lines = lines
            self._refresh()

    def set_selected(self, index: int | None) -> None:
        """Which of the ten is shown in the large, if any."""
        if index is not None and index != self.current():
            self.set_current(index)
        if index != self._selected:
            self._selected = index
            self._refresh()

    def _refresh(self) -> None:
        """Describe it, and have the columns painted anew that look different now."""
        told = self._states, self._lines, self._selected, bool(self._seen)
        if told != self._told:
            self._told = told
            self._describe()
        for index in range(LABELS):
            seen = self._seen[index] if self._seen else None
            look = seen, self._states[index], self._lines[index], index == self._selected
            self._looks.show(index, self.cell(index), look)

    def words(self, index: int) -> str:
        """What is known of one of the ten, and so what choosing it shows."""
        parts = (f"Toward {index}", _SAID[self._states[index]], self._lines[index])
        return ": ".join((parts[0], ", ".join(filter(None, parts[1:])))).rstrip(": ")

    def offers(self, index: int) -> bool:
        """Every digit but the one that is read anyway."""
        return self._states[index] != "already" and super().offers(index)

    def image_rect(self, index: int) -> QRectF:
        """Where an image is: a whole number of device pixels for each of its own."""
        room = self.cell(index).adjusted(RING, self._above, -RING, -self._below)
        return whole_square(room, SIZE, self.devicePixelRatioF())

    def _describe(self) -> None:
        if not self._pictures:
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
        """The columns that are asked for, and words instead of the lines while there is nothing."""
        painter, region = QPainter(self), event.region()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, words = self.colours(), texts()
        for index in range(LABELS):
            if region.intersects(self.cell(index).toRect()):
                square = self.image_rect(index)
                self._draw_selection(painter, index, colours)
                self.draw_state(painter, index, colours)
                self._draw_caption(painter, index, square, colours, words)
                self._draw_image(painter, index, square, colours)
                self._write_line(painter, index, square, colours, words)
        if not self._pictures:
            below = QRectF(0, self.height() - self._below, self.width(), self._below)
            words.write(painter, below, self._empty, "caption", colours.muted, "centre")

    def _write_line(
        self, painter: QPainter, index: int, square: QRectF, colours: Tokens, words: Texts
    ) -> None:
        if self._pictures and self._lines[index]:
            cell = self.cell(index)
            room = QRectF(cell.left(), square.bottom() + RING, cell.width(), self._below - RING)
            words.write(painter, room, self._lines[index], "caption", colours.muted, "centre")

    def _draw_selection(self, painter: QPainter, index: int, colours: Tokens) -> None:
        if index != self._selected:
            return
        painter.setPen(QPen(colours.faint, 1))
        painter.setBrush(colours.hover)
        inside = self.cell(index).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, CORNER, CORNER)

    def _draw_caption(
        self, painter: QPainter, index: int, square: QRectF, colours: Tokens, words: Texts
    ) -> None:
        """The digit, and beside it the sign of how it went; both together are centred."""
        state = self._states[index]
        room = QRectF(square.left(), square.top() - self._above, square.width(), self._above)
        if state == "idle":
            words.write(painter, room, str(index), "body", colours.muted, "centre")
            return
        colour, middle = ink(state, colours), room.center()
        sign = QRectF(middle.x() + TIGHT / 2, middle.y() - _SIGN / 2, _SIGN, _SIGN)
        room.setRight(room.right() - _SIGN - TIGHT)
        words.write(painter, room, str(index), "body", colour, "centre")
        draw_mark(painter, state, sign, colour)

    def _draw_image(self, painter: QPainter, index: int, square: QRectF, colours: Tokens) -> None:
        """The frame is outside the image, so that it covers none of its pixels."""
        if not self._pictures or self._states[index] == "idle":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.track)
            painter.drawRoundedRect(square, CORNER, CORNER)
            return
        fooled = self._states[index] == "fooled"
        wide = RING if fooled else 1
        around = square.adjusted(-wide, -wide, wide, wide)
        painter.fillRect(around, colours.fooled if fooled else colours.line)
        self._pictures[index].draw(painter, square)


def _rows() -> tuple[float, float]:
    """Heights of the captions above and of the lines below the images."""
    words = texts()
    return words.line("body") + 1.5 * TIGHT, words.line("caption") + 1.5 * TIGHT
