"""A photo with a frame about what is kept of it: drawn, moved and pulled by mouse and keys."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.lab.drawing.crop import WHOLE, Crop, between, crop_words, moved, pulled
from advgui.ui.drawing.crop_frame import HANDLE, INSIDE, cursor_of, edges_at, paint_frame
from advgui.ui.theme.pixels import gray_image
from advgui.ui.theme.tokens import tokens

_SIDE: Final = 360
#: Of the photo: how far an arrow key goes.
_KEY: Final = 0.01
_ARROWS: Final[Mapping[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_TIP: Final = tr(
    "Drag a rectangle around the digit, its handles or all of it; a double click takes the "
    "whole photo again. Arrow keys move it, with Shift its right and lower edge, with Ctrl and "
    "Shift its left and upper edge; Home takes the whole photo"
)


class PhotoSheet(QWidget):
    """Says ``cropped`` with what is kept, while that is dragged too."""

    cropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo-sheet")
        self.setAccessibleName(tr("Photo"))
        self.setToolTip(_TIP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._photo = QImage()
        self._crop = WHOLE
        self._before = WHOLE
        self._drag: Callable[[QPointF], Crop] | None = None
        self._tell()

    @property
    def crop(self) -> Crop:
        """What is kept."""
        return self._crop

    @property
    def shape(self) -> tuple[int, int]:
        """The photo's (h, w)."""
        return self._photo.height(), self._photo.width()

    def show_photo(self, gray: Bytes, crop: Crop) -> None:
        """Show a gray photo (h, w), and what of it is kept."""
        self._photo, self._drag = gray_image(gray), None
        self._keep(crop)

    def sizeHint(self) -> QSize:
        """Large enough to aim at a digit."""
        return QSize(_SIDE, _SIDE)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small screen."""
        return QSize(_SIDE // 2, _SIDE // 2)

    def room(self) -> QRectF:
        """Where the photo lies, in its own proportions; handles on its border are seen whole."""
        inner = QRectF(self.rect()).adjusted(HANDLE, HANDLE, -HANDLE, -HANDLE)
        if self._photo.isNull():
            return inner
        size = self._photo.size().toSizeF()
        room = QRectF(QPointF(), size.scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio))
        room.moveCenter(inner.center())
        return room

    # What is seen

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo, a veil over what is left out, and a frame around the rest."""
        painter, room = QPainter(self), self.room()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(room, self._photo)
        colours = tokens(self.palette())
        paint_frame(painter, room, self._kept(), colours, focused=self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The handles say where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It went."""
        super().focusOutEvent(event)
        self.update()

    def _kept(self) -> QRectF:
        room, (left, top, right, bottom) = self.room(), self._crop
        width, height = room.width(), room.height()
        corner = room.topLeft() + QPointF(left * width, top * height)
        return QRectF(corner, room.topLeft() + QPointF(right * width, bottom * height))

    # What is done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A handle or all of it is gripped, or a rectangle begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._before, self._drag = self._crop, self._dragging(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows; and the pointer says what can be gripped."""
        if self._drag is not None:
            self._change(self._drag(self._share(event.position())))
        else:
            self.setCursor(cursor_of(self._grip(event.position())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is there."""
        if self._drag is not None and event.button() == Qt.MouseButton.LeftButton:
            self._change(self._drag(self._share(event.position())))
            self._drag = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The whole photo again."""
        self._drag = None
        self._change(WHOLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it or an edge, Home takes the whole, Escape ends what is dragged."""
        arrow, keys = _ARROWS.get(event.key()), event.modifiers()
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self._change(self._before)
        elif event.key() == Qt.Key.Key_Home:
            self._change(WHOLE)
        elif arrow is None:
            super().keyPressEvent(event)
        else:
            right, down = (_KEY * by for by in arrow)
            edges = (-1, -1) if keys & _CTRL else (1, 1)
            pulls = bool(keys & _SHIFT)
            self._change(
                pulled(self._crop, edges, right, down) if pulls else moved(self._crop, right, down)
            )

    def _grip(self, place: QPointF) -> tuple[int, int] | None:
        """What is gripped there; of the whole the inside is where a rectangle begins."""
        edges = edges_at(self._kept(), place)
        return None if edges == INSIDE and self._crop == WHOLE else edges

    def _dragging(self, place: QPointF) -> Callable[[QPointF], Crop]:
        """What becomes of the rectangle when the pointer goes from that place to another."""
        crop, edges, start = self._crop, self._grip(place), self._share(place)

        def drag(to: QPointF) -> Crop:
            far = to - start
            if edges is None:
                return between(start.x(), start.y(), to.x(), to.y())
            if edges == INSIDE:
                return moved(crop, far.x(), far.y())
            return pulled(crop, edges, far.x(), far.y())

        return drag

    def _share(self, place: QPointF) -> QPointF:
        room = self.room()
        x, y = (place.x() - room.left()) / room.width(), (place.y() - room.top()) / room.height()
        return QPointF(x, y)

    def _change(self, crop: Crop) -> None:
        if crop != self._crop:
            self._keep(crop)
            self.cropped.emit(crop)

    def _keep(self, crop: Crop) -> None:
        self._crop = crop
        self._tell()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleDescription(crop_words(self._crop))
