"""The image that the network really sees, enlarged without smoothing."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import SIZE, Bytes
from advgui.core.language import tr
from advgui.ui.theme.pixels import draw_pixels, gray_image, whole_square
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import TIGHT, tokens

#: The longest that there is room for is written; the tip says it in any case.
_CAPTIONS: Final = (
    tr("what the network sees \u00b7 {size} \u00d7 {size}").format(size=SIZE),
    tr("what the network sees"),
    tr("{size} \u00d7 {size} pixels").format(size=SIZE),
    f"{SIZE} \u00d7 {SIZE}",
)


class NetworkInput(QWidget):
    """An image (28, 28) at a whole multiple of its size, light ink on black as in MNIST."""

    def __init__(self, *, captioned: bool = True) -> None:
        super().__init__()
        self._captioned = captioned
        self.setObjectName("seen")
        self.setAccessibleName(tr("What the network sees"))
        self.setToolTip(tr("The drawing as 28 \u00d7 28 pixels: all that the network gets."))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._image: QImage | None = None

    def set_image(self, image: Bytes | None) -> None:
        """Show the bytes (28, 28) of an image, or an empty frame."""
        self._image = None if image is None else gray_image(image)
        self.update(self.square().toAlignedRect())

    def sizeHint(self) -> QSize:
        """Four device-independent pixels for each of the image's."""
        return self._size_for(4 * SIZE)

    def minimumSizeHint(self) -> QSize:
        """Two device-independent pixels for each of the image's; the caption is shortened."""
        side = 2 * SIZE + 2
        return QSize(side, side + int(self._caption_height()))

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
        if self._image is not None:
            draw_pixels(painter, square, self._image)
        if QRectF(event.rect()) == square:
            return  # another image, and nothing else
        painter.setPen(QPen(colours.edge, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square.adjusted(-0.5, -0.5, 0.5, 0.5))
        if not self._captioned:
            return
        words, bottom = texts(), square.bottom() + 1.0 + self._caption_height()
        line = words.line("caption")
        area = QRectF(0.0, bottom - line, self.width(), line)
        fitting = (one for one in _CAPTIONS if words.width(one, "caption") <= area.width())
        words.write(painter, area, next(fitting, _CAPTIONS[-1]), "caption", colours.muted)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font is painted at once."""
        super().changeEvent(event)
        self.updateGeometry()
        self.update()

    def _caption_height(self) -> float:
        return float(int(texts().line("caption")) + TIGHT) if self._captioned else 0.0

    def _size_for(self, side: int) -> QSize:
        height = side + 2 + int(self._caption_height())
        wide = texts().width(_CAPTIONS[0], "caption")
        return QSize(max(side + 2, int(wide) + 1), height)
