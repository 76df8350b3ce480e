"""A photo, over which a rectangle is dragged: of what is in it the digit is taken."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.ui.theme.pixels import gray_image
from advgui.ui.theme.tokens import RING, tokens

Crop = tuple[float, float, float, float]
WHOLE: Final[Crop] = (0.0, 0.0, 1.0, 1.0)

_SIDE: Final = 360
#: Of 255: how much is veiled what is left out.
_VEIL: Final = 140
#: A smaller rectangle, as a share of the photo, was a click: all of it is taken then.
_CLICK: Final = 0.03


class PhotoSheet(QWidget):
    """Says ``cropped`` with left, top, right and bottom as shares of the photo."""

    cropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo-sheet")
        self.setAccessibleName(tr("Photo"))
        self.setToolTip(
            tr("Drag a rectangle around the digit; a click takes the whole photo again")
        )
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._gray: Bytes | None = None
        self._crop = WHOLE
        self._from: QPointF | None = None

    def show_photo(self, gray: Bytes, crop: Crop) -> None:
        """Show a gray photo (h, w), and what of it is taken."""
        self._gray, self._crop = gray, crop
        self.update()

    def sizeHint(self) -> QSize:
        """Large enough to aim at a digit."""
        return QSize(_SIDE, _SIDE)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small screen."""
        return QSize(_SIDE // 2, _SIDE // 2)

    def room(self) -> QRectF:
        """Where the photo lies, in its own proportions."""
        if self._gray is None:
            return QRectF(self.rect())
        height, width = self._gray.shape
        scale = min(self.width() / width, self.height() / height)
        room = QRectF(0.0, 0.0, width * scale, height * scale)
        room.moveCenter(QRectF(self.rect()).center())
        return room

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo, a veil over what is left out, and a frame around the rest."""
        if self._gray is None:
            return
        painter, room, colours = QPainter(self), self.room(), tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(room, gray_image(self._gray))
        kept = self._kept(room)
        veil = QColor(0, 0, 0, _VEIL)
        for outside in (
            QRectF(room.topLeft(), QPointF(room.right(), kept.top())),
            QRectF(QPointF(room.left(), kept.bottom()), room.bottomRight()),
            QRectF(QPointF(room.left(), kept.top()), QPointF(kept.left(), kept.bottom())),
            QRectF(QPointF(kept.right(), kept.top()), QPointF(room.right(), kept.bottom())),
        ):
            painter.fillRect(outside, veil)
        painter.setPen(QPen(colours.accent, RING))
        painter.drawRect(kept.adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A rectangle begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._share(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It grows."""
        if self._from is not None:
            self._crop = _between(self._from, self._share(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is there."""
        if self._from is None:
            return
        crop = _between(self._from, self._share(event.position()))
        self._from = None
        small = min(crop[2] - crop[0], crop[3] - crop[1]) < _CLICK
        self._crop = WHOLE if small else crop
        self.update()
        self.cropped.emit(self._crop)

    def _share(self, place: QPointF) -> QPointF:
        room = self.room()
        x, y = (place.x() - room.left()) / room.width(), (place.y() - room.top()) / room.height()
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def _kept(self, room: QRectF) -> QRectF:
        left, top, right, bottom = self._crop
        corner = QPointF(room.left() + left * room.width(), room.top() + top * room.height())
        end = QPointF(room.left() + right * room.width(), room.top() + bottom * room.height())
        return QRectF(corner, end)


def _between(one: QPointF, other: QPointF) -> Crop:
    """The rectangle with these corners."""
    area = QRectF(one, other).normalized()
    return area.left(), area.top(), area.right(), area.bottom()
