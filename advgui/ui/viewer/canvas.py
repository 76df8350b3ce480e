"""One or two images in the large: zoomed, swiped, blinked, with one cursor over all of them."""

from dataclasses import replace
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
from advgui.ui.theme.tokens import tokens
from advgui.ui.viewer.canvas_look import Look, LookPainter
from advgui.ui.viewer.choice import Choice
from advgui.ui.viewer.image_zoom import ImageZoom, Pixel
from advgui.ui.viewer.magnified import MagnifiedImages, span_for_numbers
from advgui.ui.viewer.panels import Panel
from advgui.ui.viewer.tile import ShownTile
from advgui.ui.widgets.painted_buttons import KEYBOARD

#: From one image to the other: slower than twice a second, for whom flicker is dangerous.
BLINK_MS: Final = 700
#: How much of what is seen is left by a turn of the wheel.
_STEP: Final = 0.8
#: So near to the divider a press takes it along, in device-independent pixels.
_NEAR: Final = 10
_LEAST: Final = 6 * SIZE

_LEFT: Final = Qt.MouseButton.LeftButton
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
        self._look = Look()
        self._images = MagnifiedImages()
        self._dragged: QPointF | None = None
        self._swiping = False
        self._clock = QTimer(self, interval=BLINK_MS)
        self._clock.timeout.connect(self.flip)

    # What is shown

    def show_tiles(self, tiles: tuple[ShownTile, ...]) -> None:
        """Show these four."""
        if tiles != self._look.tiles:
            self._show(replace(self._look, tiles=tiles))
            self._blink()

    def prepare(self, tiles: tuple[ShownTile, ...]) -> None:
        """Paint ahead those of four that may be shown soon."""
        if self.isVisible():
            for panel in self._panels(replace(self._look, tiles=tiles)):
                for number in panel.images:
                    self._pixels(tiles[number], panel.square)

    def show_choice(self, choice: Choice) -> None:
        """Show them like this."""
        numbers_are_new = choice.numbers and not self._look.choice.numbers
        self._show(replace(self._look, choice=choice, second=False))
        if numbers_are_new:
            self._make_room_for_numbers()
        self._blink()

    def _make_room_for_numbers(self) -> None:
        """Zoom in as far as it takes for them to be read."""
        span = span_for_numbers(self.squares()[0].width())
        if span < self._look.zoom.span:
            self._go(self._look.zoom.about(0.5, 0.5, span))

    @property
    def cursor_pixel(self) -> Pixel | None:
        """The pixel that the cursor is on."""
        return self._look.cursor

    @property
    def zoom(self) -> ImageZoom:
        """Which part is seen."""
        return self._look.zoom

    @property
    def divider(self) -> float:
        """Which share of a swipe is the first image."""
        return self._look.divider

    @property
    def shows_second(self) -> bool:
        """Whether it is the second image's turn to be seen."""
        return self._look.second

    @property
    def blinking(self) -> bool:
        """Whether the images change by themselves."""
        return self._clock.isActive()

    def squares(self) -> tuple[QRectF, ...]:
        """Where the images are."""
        return tuple(panel.square for panel in self._panels(self._look))

    def go_home(self) -> None:
        """Show all of the images again."""
        self._go(ImageZoom())

    def flip(self) -> None:
        """It is the other one's turn."""
        if not self.window().isMinimized():
            self._show(replace(self._look, second=not self._look.second))

    def set_cursor(self, pixel: Pixel | None) -> None:
        """Put the cursor on a pixel of all images; nothing is emitted."""
        self._show(replace(self._look, cursor=pixel))

    def _point(self, pixel: Pixel | None) -> None:
        if pixel != self._look.cursor:
            self.set_cursor(pixel)
            self.pointed.emit(pixel)

    def _go(self, zoom: ImageZoom) -> None:
        if zoom != self._look.zoom:
            self._show(replace(self._look, zoom=zoom))
            self.zoomed.emit()

    def _show(self, look: Look) -> None:
        if look == self._look:
            return
        self._look = look
        self.setAccessibleDescription(look.words)
        self.update()

    # Painting

    def _panels(self, look: Look) -> tuple[Panel, ...]:
        return look.panels(QRectF(self.rect()), self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it; what takes long was painted before."""
        if self._look.tiles:
            painter = QPainter(self)
            colours = tokens(self.palette())
            LookPainter(painter, self._look, colours, self._pixels).paint(self._panels(self._look))

    def _pixels(self, tile: ShownTile, square: QRectF) -> QPixmap:
        if tile.image is None:
            return QPixmap()
        ratio, dark = self.devicePixelRatioF(), tokens(self.palette()).dark
        return self._images(self._look.magnified(tile.image, square.width(), ratio, dark=dark))

    # Mouse and keys

    def _pixel_at(self, point: QPointF) -> Pixel | None:
        found = (self._look.zoom.pixel_at(point, square) for square in self.squares())
        return next((pixel for pixel in found if pixel is not None), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the divider along, or the image where not all is seen."""
        if event.button() != _LEFT or not self._look.tiles:
            return
        self._show(replace(self._look, ring=False))
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
        if not self._look.swiped:
            return False
        square = self.squares()[0]
        along = square.left() + self._look.divider * square.width()
        return self._look.zoom.is_whole or abs(point.x() - along) <= _NEAR

    def _swipe(self, point: QPointF) -> None:
        square = self.squares()[0]
        self._show(self._look.divided((point.x() - square.left()) / square.width()))

    def _pull(self, point: QPointF) -> None:
        if self._dragged is None:
            return
        moved, self._dragged = point - self._dragged, point
        pixel = self.squares()[0].width() / self._look.zoom.span
        self._go(self._look.zoom.moved(-moved.x() / pixel, -moved.y() / pixel))

    def _dress_pointer(self, point: QPointF) -> None:
        """The pointer says what a press would take along."""
        shape = Qt.CursorShape.CrossCursor
        if self._takes_divider(point):
            shape = Qt.CursorShape.SplitHCursor
        elif not self._look.zoom.is_whole:
            shape = Qt.CursorShape.OpenHandCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        """The cursor goes with the mouse."""
        self._point(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the mouse."""
        turns = event.angleDelta().y() / 120
        square = next((one for one in self.squares() if one.contains(event.position())), None)
        if square is not None and turns:
            across = (event.position().x() - square.left()) / square.width()
            down = (event.position().y() - square.top()) / square.height()
            self._go(self._look.zoom.about(across, down, self._look.zoom.span * _STEP**turns))
            self._point(self._pixel_at(event.position()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, + and -, Home, and Space where images blink; all else goes to the window."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in _ZOOMS:
            self._go(self._look.zoom.about(*self._look.focus, self._look.zoom.span * _ZOOMS[key]))
        elif key == Qt.Key.Key_Home:
            self.go_home()
        elif key == Qt.Key.Key_Space and self._look.choice.mode == "blink":
            self.flip()
        else:
            super().keyPressEvent(event)

    def _step(self, rows: int, columns: int) -> None:
        """Move the divider to the side, or the cursor."""
        look = self._look
        if look.swiped and columns:
            self._show(look.divided(look.divider + columns / SIZE))
            return
        pixel = look.neighbour(rows, columns)
        self._go(look.zoom.showing(pixel))
        self._point(pixel)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by keyboard."""
        self._show(replace(self._look, ring=event.reason() in KEYBOARD))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        self._show(replace(self._look, ring=False))

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
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        lively = self.style().styleHint(hint, None, self) > 0
        if not (self._look.alternates and lively and self.isVisible()):
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start()
