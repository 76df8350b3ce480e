"""The image that the network really sees, enlarged without smoothing."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import SIZE, Bytes
from advgui.ui.pixels import draw_pixels, gray_image, whole_square
from advgui.ui.theme import TIGHT, Tokens, font, tokens

_CAPTION: Final = f"what the network sees \u00b7 {SIZE} \u00d7 {SIZE}"


class SeenImage(QWidget):
    """An image (28, 28) at a whole multiple of its size, light ink on black as in MNIST."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seen")
        self.setAccessibleName("What the network sees")
        self.setToolTip("The drawing as 28 \u00d7 28 pixels: all that the network gets.")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._image: QImage | None = None

    def set_image(self, image: Bytes | None) -> None:
        """Show the bytes (28, 28) of an image, or an empty frame."""
        self._image = None if image is None else gray_image(image)
        self.update()

    def sizeHint(self) -> QSize:
        """Four device-independent pixels for each of the image's."""
        return self._size_for(4 * SIZE)

    def minimumSizeHint(self) -> QSize:
        """Two device-independent pixels for each of the image's."""
        return self._size_for(2 * SIZE)

    def square(self) -> QRectF:
        """Where the image lies: whole device pixels for each of its own, at the top left."""
        room = QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0 - self._caption_height())
        square = whole_square(room, SIZE, self.devicePixelRatioF())
        square.moveTopLeft(room.topLeft())
        return square

    def paintEvent(self, event: QPaintEvent) -> None:
        """The image, a thin line around it, and its caption."""
        colours, square = tokens(self.palette()), self.square()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        if self._image is not None:
            draw_pixels(painter, square, self._image)
        painter.setPen(QPen(colours.line, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square.adjusted(-0.5, -0.5, 0.5, 0.5))
        self._paint_caption(painter, square, colours)

    def _paint_caption(self, painter: QPainter, square: QRectF, colours: Tokens) -> None:
        area = QRectF(0.0, square.bottom() + 1.0, self.width(), self._caption_height())
        words = font("caption")
        elided = QFontMetricsF(words).elidedText(
            _CAPTION, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.setFont(words)
        painter.setPen(colours.muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, elided)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font is painted at once."""
        super().changeEvent(event)
        self.updateGeometry()
        self.update()

    def _caption_height(self) -> float:
        return float(int(QFontMetricsF(font("caption")).height()) + TIGHT)

    def _size_for(self, side: int) -> QSize:
        height = side + 2 + int(self._caption_height())
        wide = QFontMetricsF(font("caption")).horizontalAdvance(_CAPTION)
        return QSize(max(side + 2, int(wide) + 1), height)
