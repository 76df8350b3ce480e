"""One image of an attack, enlarged without smoothing, and what the network makes of it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
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
from advgui.core.language import tr
from advgui.ui.theme import marks
from advgui.ui.theme.marks import Mark
from advgui.ui.theme.paint_cache import PaintCache
from advgui.ui.theme.pixels import Signed, whole_square
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import TIGHT, tokens
from advgui.ui.viewer.tile_looks import (
    MARGIN,
    FadedLook,
    ImageLook,
    NoteLook,
    TileImage,
    TileLook,
    WordsLook,
)
from advgui.ui.widgets.painted_buttons import CHOOSE, KEYBOARD

_COPY: Final = QKeySequence.StandardKey.Copy


@dataclass(frozen=True)
class ShownTile:
    """What a tile shows: an image, the words above and below it, and what the badge says.

    What is ``faded`` is not of now any more.
    """

    title: str
    line: str = ""
    mark: Mark | None = None
    image: TileImage | None = None
    faded: bool = False


class Tile(QWidget):
    """A title, an image, a line about it, and a badge told by colour, sign and word."""

    accessible_role = QAccessible.Role.Graphic
    copy_requested = Signal()
    enlarge_requested = Signal()

    def __init__(
        self, title: str, empty: str = "", parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._shown, self._empty = ShownTile(title), empty
        self._cache = PaintCache[TileLook | FadedLook](self, self._paint_part)
        self._ring = False
        self._placed_in: object = None
        self._places = self._found_areas()
        self.setObjectName(f"tile-{name}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._copy = self._copy_action()
        self._enlarges = False
        self._describe()

    def offer_enlarging(self, *more: QAction) -> None:
        """A click, Enter or Space ask for it to be seen in the large; ``more`` can be done, too."""
        self._enlarges = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        action = QAction("&Enlarge", self)
        action.triggered.connect(self.enlarge_requested)
        self.addActions([action, *more])

    def _copy_action(self) -> QAction:
        action = QAction(tr("&Copy image"), self)
        action.setShortcut(_COPY)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(False)
        action.triggered.connect(self.copy_requested)
        self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return action

    def show_tile(self, shown: ShownTile) -> None:
        """Show all of this together."""
        if shown is self._shown or shown == self._shown:
            return  # as the original all through a run, and the others before it
        self._shown = shown
        if self._copy.isEnabled() != (shown.image is not None):
            self._copy.setEnabled(shown.image is not None)
        self._describe()
        self._cache.show(self._parts(shown))

    def prepare(self, shown: ShownTile) -> None:
        """Paint ahead what may be shown soon."""
        self._cache.prepare(self._parts(shown))

    def set_image(self, image: Bytes | None) -> None:
        """Show a valid image, uint8 (28, 28), gray; None for the empty state."""
        self.show_tile(replace(self._shown, image=None if image is None else TileImage.gray(image)))

    def set_signed(self, difference: Signed) -> None:
        """Show a difference of two images, int16 (28, 28) in -255 to 255."""
        self.show_tile(replace(self._shown, image=TileImage.difference(difference)))

    def set_empty(self, words: str) -> None:
        """What it says where there is no image."""
        if words != self._empty:
            self._empty = words
            self._describe()
            self.update()

    def set_caption(self, title: str, line: str = "", mark: Mark | None = None) -> None:
        """The words above and below the image, and the badge."""
        self.show_tile(replace(self._shown, title=title, line=line, mark=mark))

    def shown(self) -> Bytes | None:
        """The very bytes on the screen: (28, 28) gray, or (28, 28, 3) RGB of a difference."""
        image = self._shown.image
        if image is None:
            return None
        if not image.signed:
            return image.values.astype(np.uint8)
        picture = image.picture(dark=tokens(self.palette()).dark)
        rows = np.frombuffer(picture.constBits(), np.uint8).reshape(SIZE, picture.bytesPerLine())
        return rows[:, : 3 * SIZE].reshape(SIZE, SIZE, 3).copy()

    def image_rect(self) -> QRectF:
        """Where the image is: a whole number of device pixels for each of its own."""
        row, ratio = self._row_height(), self.devicePixelRatioF()
        room = QRectF(self.rect()).adjusted(
            MARGIN, row + MARGIN, -MARGIN, -2 * row - MARGIN - TIGHT / 2
        )
        square = whole_square(room, SIZE, ratio)
        left, top = (math.ceil(edge * ratio) / ratio for edge in (room.left(), room.top()))
        square.moveTopLeft(QPointF(left, top))
        return square

    def value_at(self, position: QPointF) -> str | None:
        """The pixel under a point of the widget, in words; None beside the image."""
        square, image = self.image_rect(), self._shown.image
        column, row = (
            int(distance * SIZE // square.width())
            for distance in (position.x() - square.left(), position.y() - square.top())
        )
        if image is None or not (0 <= row < SIZE and 0 <= column < SIZE):
            return None
        value, sign = int(image.values[row, column]), "+" if image.signed else ""
        figures = f"{value:{sign}d} ({value / 255:{sign}.2f})"
        return tr("row {row}, column {column}: {figures}").format(
            row=row, column=column, figures=figures
        )

    def _areas(self) -> tuple[QRectF, QRectF, QRectF, QRectF]:
        """Of the title, the image with its margin, the line, and the note."""
        placed_in = self.size(), self.devicePixelRatioF(), self._row_height()
        if placed_in != self._placed_in:
            self._placed_in, self._places = placed_in, self._found_areas()
        return self._places

    def _found_areas(self) -> tuple[QRectF, QRectF, QRectF, QRectF]:
        square, row = self.image_rect(), self._row_height()
        title = QRectF(square.left(), 0, self.width() - square.left(), row)
        around = square.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        line = title.translated(0, around.bottom())
        note = title.translated(0, line.bottom() + TIGHT / 2)
        return title, around, line, note

    def _looks(self, shown: ShownTile) -> tuple[TileLook, TileLook, TileLook, TileLook]:
        """What the same are painted from."""
        image, side = shown.image, self._areas()[1].width() - 2 * MARGIN
        scale = None if image is None else image.scale
        return (
            WordsLook(shown.title, "strong"),
            ImageLook(image, shown.mark, self._empty, self._ring),
            WordsLook(shown.line, "body"),
            NoteLook(None if image is None else shown.mark, scale, side),
        )

    def _describe(self) -> None:
        shown = self._shown
        self.setAccessibleName(tr("{title} image").format(title=shown.title))
        said = shown.line or ("" if shown.image is not None else self._empty)
        parts = (said, "" if shown.mark is None else marks.WORDS[shown.mark])
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def _row_height(self) -> int:
        return self.fontMetrics().height() + TIGHT

    def sizeHint(self) -> QSize:
        """Six device-independent pixels for each of the image's."""
        return self._size_for(6 * SIZE)

    def minimumSizeHint(self) -> QSize:
        """Three for each: small, but it can be seen, and so can its title."""
        title = round(texts().width(self._shown.title, "strong")) + 1
        return self._size_for(3 * SIZE).expandedTo(QSize(title + 2 * MARGIN, 0))

    def heightForWidth(self, width: int) -> int:
        """As high as its image, in whole pixels, and its words want."""
        room = QRectF(0, 0, width - 2 * MARGIN, width - 2 * MARGIN)
        side = whole_square(room, SIZE, self.devicePixelRatioF()).width()
        return self._size_for(round(side)).height()

    def _size_for(self, side: int) -> QSize:
        return QSize(side, side + 3 * self._row_height() + TIGHT) + QSize(2, 2) * MARGIN

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font is painted at once."""
        super().changeEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """The tool tip tells the pixel under the mouse; the keys to copy are its own."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # The window copies by the same keys: Qt would find that ambiguous and do nothing.
            enlarges = self._enlarges and Qt.Key(event.key()) in CHOOSE
            event.setAccepted(enlarges or (event.matches(_COPY) and self._copy.isEnabled()))
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.value_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words or "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies the image, or has it enlarged; all else goes to the window."""
        if event.matches(_COPY):
            self._copy.trigger()
        elif self._enlarges and Qt.Key(event.key()) in CHOOSE:
            self.enlarge_requested.emit()
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on it is let go."""
        inside = self.rect().contains(event.position().toPoint())
        if self._enlarges and inside and event.button() == Qt.MouseButton.LeftButton:
            self.enlarge_requested.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A tool tip that is open follows the mouse from pixel to pixel."""
        if QToolTip.isVisible():
            words = self.value_at(event.position())
            QToolTip.showText(event.globalPosition().toPoint(), words or "", self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The parts that are asked for."""
        self._cache.draw(event, self._parts(self._shown))

    def _parts(self, shown: ShownTile) -> Iterator[tuple[QRectF, TileLook | FadedLook]]:
        title, *others = self._looks(shown)
        looks = (title, *map(FadedLook, others)) if shown.faded else (title, *others)
        return zip(self._areas(), looks, strict=True)

    def _paint_part(self, painter: QPainter, area: QRectF, look: TileLook | FadedLook) -> None:
        look.paint(painter, area, tokens(self.palette()))
