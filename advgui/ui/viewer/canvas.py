"""One or two images in the large: zoomed, swiped, blinked, with one cursor over all of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.ui.theme.pixels import Scale
from advgui.ui.theme.tokens import tokens
from advgui.ui.viewer import panels
from advgui.ui.viewer.choice import MODES, Choice
from advgui.ui.viewer.image_zoom import ImageZoom, Pixel
from advgui.ui.viewer.magnified import Magnified, MagnifiedImages, span_for_numbers
from advgui.ui.viewer.panels import Panel
from advgui.ui.viewer.tile import ShownTile
from advgui.ui.viewer.tile_looks import draw_ring
from advgui.ui.widgets.painted_buttons import KEYBOARD

#: From one image to the other: slower than twice a second, for whom flicker is dangerous.
BLINK_MS: Final = 700
#: How much of what is seen is left by a turn of the wheel.
_STEP: Final = 0.8
#: So near to the divider a press takes it along, in device-independent pixels.
_NEAR: Final = 10
_LEAST: Final = 6 * SIZE

_LEFT: Final = Qt.MouseButton.LeftButton
_EMPTY: Final = tr("There is nothing to be seen here before an attack is made.")
_ARROWS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_ZOOMS: Final = {Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Equal: _STEP, Qt.Key.Key_Minus: 1 / _STEP}


class Canvas(QWidget):
    """The chosen images. Arrow keys move the cursor, or the divider of a swipe; + and - zoom.

    ``pointed`` tells the pixel that the cursor is on, or None, and ``zoomed`` that another part
    is seen.
    """

    pointed = Signal(object)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas-large")
        self.setAccessibleName(tr("Enlarged image"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST, _LEAST)
        self._tiles: tuple[ShownTile, ...] = ()
        self._choice, self._zoom = Choice(), ImageZoom()
        self._images = MagnifiedImages()
        self._cursor: Pixel | None = None
        self._divider, self._second = 0.5, False
        self._dragged: QPointF | None = None
        self._swiping, self._ring = False, False
        self._clock = QTimer(self, interval=BLINK_MS)
        self._clock.timeout.connect(self.flip)

    # What is shown

    def show_tiles(self, tiles: tuple[ShownTile, ...]) -> None:
        """Show these four."""
        if tiles != self._tiles:
            self._tiles = tiles
            self._describe()
            self.update()
            self._blink()

    def prepare(self, tiles: Sequence[ShownTile]) -> None:
        """Paint ahead those of four that may be shown soon."""
        if self.isVisible():
            for panel in self._panels(tiles):
                for number in panel.images:
                    self._painted(tiles[number], panel.square)

    def show_choice(self, choice: Choice) -> None:
        """Show them like this."""
        if choice.numbers and not self._choice.numbers:
            self._choice = choice
            self._make_room_for_numbers()
        self._choice, self._second = choice, False
        self._describe()
        self._blink()
        self.update()

    def _make_room_for_numbers(self) -> None:
        """ImageZoom in as far as it takes for them to be read."""
        side = self._panels(self._tiles)[0].square.width()
        span = span_for_numbers(side)
        if span < self._zoom.span:
            self._go(self._zoom.about(0.5, 0.5, span))

    @property
    def cursor_pixel(self) -> Pixel | None:
        """The pixel that the cursor is on."""
        return self._cursor

    @property
    def zoom(self) -> ImageZoom:
        """Which part is seen."""
        return self._zoom

    @property
    def divider(self) -> float:
        """Which share of a swipe is the first image."""
        return self._divider

    @property
    def shows_second(self) -> bool:
        """Whether it is the second image's turn to be seen."""
        return self._second

    @property
    def blinking(self) -> bool:
        """Whether the images change by themselves."""
        return self._clock.isActive()

    def squares(self) -> tuple[QRectF, ...]:
        """Where the images are."""
        return tuple(panel.square for panel in self._panels(self._tiles))

    def go_home(self) -> None:
        """Show all of the images again."""
        self._go(ImageZoom())

    def flip(self) -> None:
        """It is the other one's turn."""
        if not self.window().isMinimized():
            self._second = not self._second
            self.update()

    def set_cursor(self, pixel: Pixel | None) -> None:
        """Put the cursor on a pixel of all images; nothing is emitted."""
        if pixel != self._cursor:
            self._cursor = pixel
            self.update()

    def _point(self, pixel: Pixel | None) -> None:
        if pixel != self._cursor:
            self.set_cursor(pixel)
            self.pointed.emit(pixel)

    def _go(self, zoom: ImageZoom) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self.update()
            self.zoomed.emit()

    # Painting

    def _panels(self, tiles: Sequence[ShownTile]) -> tuple[Panel, ...]:
        scaled = any(_signed(tiles[number]) for number in self._choice.shown) if tiles else False
        room, ratio = QRectF(self.rect()), self.devicePixelRatioF()
        return panels.panels(self._choice, room, ratio, scaled=scaled)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it; what takes long was painted before."""
        if not self._tiles:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found = self._panels(self._tiles)
        for panel in found:
            self._paint_panel(painter, panel)
        scale = next(filter(None, map(self._scale_of, self._choice.shown)), None)
        if scale is not None:
            panels.draw_colour_scale(painter, found[-1].square, scale, tokens(self.palette()))

    def _paint_panel(self, painter: QPainter, panel: Panel) -> None:
        colours, square = tokens(self.palette()), panel.square
        shown = [self._tiles[number] for number in panel.images]
        swiped = self._choice.mode == "swipe"
        tile = shown[1] if self._second and not swiped and len(shown) > 1 else shown[0]
        other = shown[1] if swiped else None
        panels.draw_ground(painter, panel, tile, colours, other=other)
        self._paint_image(painter, tile, square)
        painter.save()
        painter.setClipRect(square.adjusted(-1, -1, 1, 1))
        if other is not None:
            self._paint_right(painter, other, square)
        if self._cursor is not None and tile.image is not None:
            panels.draw_cursor(painter, self._zoom.area_of(self._cursor, square), colours)
        painter.restore()
        if other is not None:
            panels.draw_divider(painter, square, self._divider, colours)
        if self._ring:
            draw_ring(painter, square, colours)

    def _paint_image(self, painter: QPainter, tile: ShownTile, square: QRectF) -> None:
        if tile.image is None:
            panels.draw_empty(painter, square, _EMPTY, tokens(self.palette()))
        else:
            painter.drawPixmap(square.topLeft(), self._painted(tile, square))

    def _paint_right(self, painter: QPainter, tile: ShownTile, square: QRectF) -> None:
        """What is at the right of the divider."""
        right = QRectF(square)
        right.setLeft(square.left() + self._divider * square.width())
        painter.save()
        painter.setClipRect(right, Qt.ClipOperation.IntersectClip)
        self._paint_image(painter, tile, square)
        painter.restore()

    def _painted(self, tile: ShownTile, square: QRectF) -> QPixmap:
        if tile.image is None:
            return QPixmap()
        return self._images(
            Magnified(
                image=tile.image,
                zoom=self._zoom,
                side=square.width(),
                ratio=self.devicePixelRatioF(),
                dark=tokens(self.palette()).dark,
                numbers=self._choice.numbers,
            )
        )

    def _scale_of(self, number: int) -> Scale | None:
        image = self._tiles[number].image
        return None if image is None else image.scale

    def _describe(self) -> None:
        """What is seen, in words."""
        shown = [self._tiles[number] for number in self._choice.shown] if self._tiles else []
        images = "; ".join(f"{tile.title}, {tile.line}".rstrip(", ") for tile in shown)
        self.setAccessibleDescription(f"{MODES[self._choice.mode][0]}: {images}")

    # Mouse and keys

    def _pixel_at(self, point: QPointF) -> Pixel | None:
        found = (self._zoom.pixel_at(point, square) for square in self.squares())
        return next((pixel for pixel in found if pixel is not None), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the divider along, or the image where not all is seen."""
        if event.button() != _LEFT or not self._tiles:
            return
        self._ring = False
        self._swiping = self._takes_divider(event.position())
        self._dragged = None if self._swiping else event.position()
        if self._swiping:
            self._swipe(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The cursor is on the pixel below the mouse; what was taken goes along."""
        if self._swiping:
            self._swipe(event.position())
        elif self._dragged is not None:
            self._pull(event.position())
        self._point(self._pixel_at(event.position()))
        self._dress_pointer(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is let go."""
        if event.button() == _LEFT:
            self._swiping, self._dragged = False, None

    def _takes_divider(self, point: QPointF) -> bool:
        """The line near the mouse, or, where all is seen, from anywhere."""
        if self._choice.mode != "swipe":
            return False
        square = self.squares()[0]
        along = square.left() + self._divider * square.width()
        return self._zoom.is_whole or abs(point.x() - along) <= _NEAR

    def _swipe(self, point: QPointF) -> None:
        square = self.squares()[0]
        self._divide((point.x() - square.left()) / square.width())

    def _divide(self, share: float) -> None:
        self._divider = min(max(share, 0.0), 1.0)
        self.update()

    def _pull(self, point: QPointF) -> None:
        if self._dragged is None:
            return
        moved, self._dragged = point - self._dragged, point
        pixel = self.squares()[0].width() / self._zoom.span
        self._go(self._zoom.moved(-moved.x() / pixel, -moved.y() / pixel))

    def _dress_pointer(self, point: QPointF) -> None:
        """The pointer says what a press would take along."""
        shape = Qt.CursorShape.CrossCursor
        if self._takes_divider(point):
            shape = Qt.CursorShape.SplitHCursor
        elif not self._zoom.is_whole:
            shape = Qt.CursorShape.OpenHandCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        """The cursor goes with the mouse."""
        self._point(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """ImageZoom about the mouse."""
        turns = event.angleDelta().y() / 120
        square = next((one for one in self.squares() if one.contains(event.position())), None)
        if square is not None and turns:
            across = (event.position().x() - square.left()) / square.width()
            down = (event.position().y() - square.top()) / square.height()
            self._go(self._zoom.about(across, down, self._zoom.span * _STEP**turns))
            self._point(self._pixel_at(event.position()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, + and -, Home, and Space where images blink; all else goes to the window."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in _ZOOMS:
            self._go(self._zoom.about(*self._focus(), self._zoom.span * _ZOOMS[key]))
        elif key == Qt.Key.Key_Home:
            self.go_home()
        elif key == Qt.Key.Key_Space and self._choice.mode == "blink":
            self.flip()
        else:
            super().keyPressEvent(event)

    def _step(self, rows: int, columns: int) -> None:
        """Move the divider to the side, or the cursor."""
        if self._choice.mode == "swipe" and columns:
            self._divide(self._divider + columns / SIZE)
            return
        row, column = self._cursor or (SIZE // 2 - rows, SIZE // 2 - columns)
        last = SIZE - 1
        pixel = min(max(row + rows, 0), last), min(max(column + columns, 0), last)
        self._go(self._zoom.showing(pixel))
        self._point(pixel)

    def _focus(self) -> tuple[float, float]:
        """About what the keys zoom: the cursor, or the middle."""
        if self._cursor is None:
            return 0.5, 0.5
        middle = self._zoom.area_of(self._cursor, QRectF(0, 0, 1, 1)).center()
        return min(max(middle.x(), 0.0), 1.0), min(max(middle.y(), 0.0), 1.0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by keyboard."""
        self._ring = event.reason() in KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        self._ring = False
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font is painted at once."""
        super().changeEvent(event)
        self.update()

    # Blinking

    def showEvent(self, event: QShowEvent) -> None:
        """It blinks while it is seen."""
        super().showEvent(event)
        self._blink()

    def hideEvent(self, event: QHideEvent) -> None:
        """And not where nobody sees it."""
        super().hideEvent(event)
        self._clock.stop()

    def _blink(self) -> None:
        """By itself, unless the system is told to do without animations: then Space is left."""
        both = bool(self._tiles) and all(self._tiles[n].image for n in self._choice.shown)
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        lively = self.style().styleHint(hint, None, self) > 0
        if self._choice.mode == "blink" and both and lively and self.isVisible():
            if not self._clock.isActive():
                self._clock.start()
        else:
            self._clock.stop()


def _signed(tile: ShownTile) -> bool:
    return tile.image is not None and tile.image.signed
