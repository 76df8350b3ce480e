"""A photo that was read: the marks that were found in it, and what came of it."""

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.language import tr
from advgui.lab.attack.phrases import reads
from advgui.lab.world.photo_words import JudgedPhoto
from advgui.ui.theme.pixels import draw_pixels, gray_image
from advgui.ui.theme.tokens import LARGE, SMALL, font, tokens

_LEAST: Final = 160
_SHOWN: Final = 1200  # pixels of a photo's longer side that are kept
_RADIUS: Final = 7.0
_TITLES: Final = (tr("Original"), tr("Adversarial"))


class PhotoView(QWidget):
    """The photo at the left; at the right the straightened sheet, and both images as read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("world-photo")
        self.setAccessibleName(tr("The photo that was read"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(_LEAST, _LEAST))
        self._judged: JudgedPhoto | None = None
        self._photo, self._straight = QImage(), QImage()
        self._pair: tuple[QImage, ...] = ()
        self._empty = ""

    def show_photo(self, judged: JudgedPhoto | None, empty: str) -> None:
        """Show one, or words where there is none."""
        self._empty = empty
        if judged is not None and judged is not self._judged:
            self._photo = _smaller(gray_image(judged.sheet.photo))
            self._straight = gray_image(judged.sheet.straightened)
            images = judged.sheet.original, judged.sheet.adversarial
            self._pair = tuple(gray_image(255 - image) for image in images)
        self._judged = judged
        self.setAccessibleDescription(
            empty if judged is None else tr("Photo, sheet and both images")
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Photo and marks; sheet; images."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._judged is None:
            painter.setPen(tokens(self.palette()).muted)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), flags, self._empty)
            return
        half = (self.width() - LARGE) / 2
        left = QRectF(0, 0, half, self.height())
        self._paint_photo(painter, left, self._judged)
        upper = QRectF(half + LARGE, 0, half, self.height() * 0.42)
        painter.drawImage(_fitted(upper, self._straight.size()), self._straight)
        lower = QRectF(upper.left(), upper.bottom() + SMALL, half, self.height() * 0.58 - SMALL)
        self._paint_pair(painter, lower, self._judged)

    def _paint_photo(self, painter: QPainter, room: QRectF, judged: JudgedPhoto) -> None:
        place = _fitted(room, self._photo.size())
        painter.drawImage(place, self._photo)
        scale = place.width() / judged.sheet.photo.shape[1]
        marks = judged.sheet.frame.marks * scale + np.array([place.left(), place.top()])
        points = [QPointF(x, y) for x, y in marks.tolist()]
        painter.setPen(QPen(tokens(self.palette()).fooled, 2.0))
        painter.drawPolygon(QPolygonF(points))
        for number, point in enumerate(points):
            painter.drawEllipse(point, _RADIUS, _RADIUS)
            if number == 0:
                painter.drawEllipse(point, _RADIUS / 2, _RADIUS / 2)

    def _paint_pair(self, painter: QPainter, room: QRectF, judged: JudgedPhoto) -> None:
        painter.setFont(font("caption"))
        line = painter.fontMetrics().lineSpacing()
        width = (room.width() - SMALL) / 2
        readings = judged.original, judged.adversarial
        side = min(width, room.height() - 2 * line)
        for number, (image, reading) in enumerate(zip(self._pair, readings, strict=True)):
            left = room.left() + number * (width + SMALL)
            square = QRectF(left, room.top() + line, side, side)
            painter.setPen(tokens(self.palette()).text)
            painter.drawText(QPointF(left, room.top() + line - 4), _TITLES[number])
            draw_pixels(painter, square, image)
            painter.drawText(QPointF(left, square.bottom() + line), reads(reading))


def _fitted(room: QRectF, size: QSize) -> QRectF:
    """As large as it fits, at the top left."""
    scale = min(room.width() / max(size.width(), 1), room.height() / max(size.height(), 1))
    return QRectF(room.left(), room.top(), size.width() * scale, size.height() * scale)


def _smaller(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= _SHOWN:
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(_SHOWN, _SHOWN, Qt.AspectRatioMode.KeepAspectRatio, smooth)
