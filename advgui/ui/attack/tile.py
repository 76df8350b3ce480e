"""One image of an attack, enlarged without smoothing, and what the network makes of it."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from advgui.core.images import SIZE, Bytes
from advgui.ui.theme import marks
from advgui.ui.theme.marks import Mark
from advgui.ui.theme.pixels import Picture, Signed, gray_image, signed_image, whole_square
from advgui.ui.theme.repaint import Looks
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tile_parts import draw_badge, draw_frame, draw_gap, draw_ring, draw_scale
from advgui.ui.theme.tokens import RING, TIGHT, Tokens, tokens
from advgui.ui.widgets.choices import KEYBOARD

_COPY: Final = QKeySequence.StandardKey.Copy
#: Room around the image for its frame and the keyboard's ring.
_MARGIN: Final = 2 * RING + 2


class Tile(QWidget):
    """A title, an image, a line about it, and a badge told by colour, sign and word.

    The image is a valid 8-bit image, or a signed difference of two, drawn with zero in
    the middle of its colours and the largest change at their ends.
    """

    copy_requested = Signal()

    def __init__(self, title: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._line, self._empty = title, "", empty
        self._mark: Mark | None = None
        self._busy: str | None = None
        self._gray: Bytes | None = None
        self._signed: Signed | None = None
        self._peak = 0
        self._picture: Picture | None = None
        self._looks = Looks(self)
        self._ring = False
        self._told: object = None
        self.setObjectName(f"tile-{title.lower()}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._copy = self._copy_action()
        self._describe()

    def _copy_action(self) -> QAction:
        action = QAction("&Copy image", self)
        action.setShortcut(_COPY)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(False)
        action.triggered.connect(self.copy_requested)
        self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return action

    def set_image(self, image: Bytes | None) -> None:
        """Show a valid image, uint8 (28, 28), gray; None for the empty state."""
        if _same(image, self._gray) or (image is None and self._picture is None):
            return  # as the original all through a run, and the others before it
        self._gray = None if image is None else image.copy()
        self._signed = None
        self._renew()

    def set_signed(self, difference: Signed | None) -> None:
        """Show a difference of two images, int16 (28, 28) in -255 to 255."""
        if _same(difference, self._signed):
            return
        self._gray = None
        self._signed = None if difference is None else difference.copy()
        self._peak = 0 if difference is None else int(np.abs(difference).max())
        self._renew()

    def set_caption(self, title: str, line: str = "", mark: Mark | None = None) -> None:
        """The words above and below the image, and the badge."""
        if (title, line, mark) != (self._title, self._line, self._mark):
            self._title, self._line, self._mark = title, line, mark
            self._refresh()

    def set_empty(self, words: str) -> None:
        """What stands in the image's place while there is none."""
        self._empty = words
        self._refresh()

    def set_busy(self, words: str | None) -> None:
        """Say that work goes on, in place of the badge or of the empty words; None ends it."""
        self._busy = words
        self._refresh()

    def shown(self) -> Bytes | None:
        """The very bytes on the screen: (28, 28) gray, or (28, 28, 3) RGB of a difference."""
        if self._gray is not None:
            return self._gray.copy()
        if self._picture is None:
            return None
        image = self._picture.image
        rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(SIZE, image.bytesPerLine())
        return rows[:, : 3 * SIZE].reshape(SIZE, SIZE, 3).copy()

    def image_rect(self) -> QRectF:
        """Where the image is: a whole number of device pixels for each of its own."""
        row = self._row_height()
        room = QRectF(self.rect()).adjusted(
            _MARGIN, row + _MARGIN, -_MARGIN, -2 * row - _MARGIN - TIGHT / 2
        )
        square = whole_square(room, SIZE, self.devicePixelRatioF())
        square.moveTop(room.top())
        return square

    def value_at(self, position: QPointF) -> str | None:
        """The pixel under a point of the widget, in words; None beside the image."""
        square = self.image_rect()
        column, row = (
            int(distance * SIZE // square.width())
            for distance in (position.x() - square.left(), position.y() - square.top())
        )
        if not (0 <= row < SIZE and 0 <= column < SIZE):
            return None
        where = f"row {row}, column {column}: "
        if self._gray is not None:
            value = int(self._gray[row, column])
            return where + f"{value} ({value / 255:.2f})"
        if self._signed is not None:
            value = int(self._signed[row, column])
            return where + f"{value:+d} ({value / 255:+.2f})"
        return None

    def _renew(self) -> None:
        if self._gray is not None:
            self._picture = Picture(gray_image(self._gray))
        elif self._signed is not None:
            dark = self._colours().dark
            self._picture = Picture(signed_image(self._signed, dark=dark, peak=self._peak))
        else:
            self._picture = None
        self._copy.setEnabled(self._picture is not None)
        self._refresh()

    def _refresh(self) -> None:
        """Describe it, and have the parts painted anew that look different now."""
        words = self._title, self._line, self._mark, self._busy, self._empty
        shown = self._picture is not None
        if (words, shown) != self._told:
            self._told = words, shown
            self._describe()
        note = self._mark, self._busy, self._peak if self._signed is not None else None
        image = self._picture, self._mark, self._busy or self._empty
        looks = self._title, image, self._line, (shown, note)
        for part, (area, look) in enumerate(zip(self._areas(), looks, strict=True)):
            self._looks.show(part, area, look)

    def _areas(self) -> tuple[QRectF, QRectF, QRectF, QRectF]:
        """Of the title, the image with what is around it, the line, and the note."""
        square, row = self.image_rect(), self._row_height()
        title = QRectF(square.left(), 0, self.width() - square.left(), row)
        around = square.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        line = QRectF(0, around.bottom(), self.width(), row)
        note = title.translated(0, line.bottom() + TIGHT / 2)
        return title, around, line, note

    def _line_room(self, line: QRectF) -> QRectF:
        """From the image's left on, or from further left where the words need it."""
        spare = max(0.0, line.width() - texts().width(self._line, "body"))
        return line.adjusted(min(self.image_rect().left(), spare), 0, 0, 0)

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._title} image")
        said = [self._line or self._empty] if self._picture is None else [self._line]
        said.append(self._busy or ("" if self._mark is None else marks.WORDS[self._mark]))
        self.setAccessibleDescription(", ".join(part for part in said if part))

    def _colours(self) -> Tokens:
        return tokens(self.palette())

    def _row_height(self) -> int:
        return self.fontMetrics().height() + TIGHT

    def sizeHint(self) -> QSize:
        """Six device-independent pixels for each of the image's."""
        return self._size_for(6 * SIZE)

    def minimumSizeHint(self) -> QSize:
        """Three for each: small, but it can be seen."""
        return self._size_for(3 * SIZE)

    def heightForWidth(self, width: int) -> int:
        """As high as its image, in whole pixels, and its words want."""
        room = QRectF(0, 0, width - 2 * _MARGIN, width - 2 * _MARGIN)
        side = whole_square(room, SIZE, self.devicePixelRatioF()).width()
        return self._size_for(round(side)).height()

    def _size_for(self, side: int) -> QSize:
        return QSize(side, side + 3 * self._row_height() + TIGHT) + QSize(2, 2) * _MARGIN

    def changeEvent(self, event: QEvent) -> None:
        """A difference is coloured for the theme it is shown in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._renew()
        self.update()

    def event(self, event: QEvent) -> bool:
        """The tool tip tells the pixel under the mouse; the keys to copy are its own."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # The window copies by the same keys: Qt would find that ambiguous and do nothing.
            event.setAccepted(event.matches(_COPY) and self._copy.isEnabled())
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.value_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words or "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies the image; all else goes to the window."""
        if event.matches(_COPY):
            self._copy.trigger()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by keyboard."""
        self._ring = event.reason() in KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        self._ring = False
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A tool tip that is open follows the mouse from pixel to pixel."""
        if QToolTip.isVisible():
            words = self.value_at(event.position())
            QToolTip.showText(event.globalPosition().toPoint(), words or "", self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, image or words, line, badge or scale, as far as they are asked for."""
        painter, region = QPainter(self), event.region()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, words = self._colours(), texts()
        title, around, line, note = self._areas()
        if region.intersects(title.toAlignedRect()):
            words.write(painter, title, self._title, "strong", colours.text)
        if region.intersects(around.toAlignedRect()):
            self._draw_image(painter, colours)
        if region.intersects(line.toAlignedRect()):
            words.write(painter, self._line_room(line), self._line, "body", colours.text)
        if region.intersects(note.toAlignedRect()):
            self._draw_note(painter, note, colours)

    def _draw_image(self, painter: QPainter, colours: Tokens) -> None:
        square = self.image_rect()
        if self._picture is not None:
            draw_frame(painter, square, self._mark, colours)
            self._picture.draw(painter, square)
        else:
            draw_gap(painter, square, self._busy or self._empty, colours)
        if self._ring:
            draw_ring(painter, square, colours)

    def _draw_note(self, painter: QPainter, strip: QRectF, colours: Tokens) -> None:
        if self._picture is None:
            return
        if self._busy is not None:
            draw_badge(painter, strip, "running", self._busy, colours)
        elif self._signed is not None:
            strip.setWidth(min(self.image_rect().width(), strip.width()))
            draw_scale(painter, strip, self._peak, colours)
        elif self._mark is not None:
            draw_badge(painter, strip, self._mark, marks.WORDS[self._mark], colours)


def _same(new: NDArray[Any] | None, shown: NDArray[Any] | None) -> bool:
    return new is not None and shown is not None and np.array_equal(new, shown)
