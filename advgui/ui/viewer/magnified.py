"""Images in the large: painted once each, with their numbers in the pixels where there is room."""

import math
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPixmap,
    QStaticText,
    QTransform,
)

from advgui.core.images import SIZE
from advgui.ui.theme.text_cache import texts
from advgui.ui.viewer.image_zoom import ImageZoom
from advgui.ui.viewer.tile_looks import TileImage

#: Letters that are lower, in device-independent pixels, are not read by everybody.
_LEAST: Final = 9
_MOST: Final = 15
#: Around a number in its pixel.
_AIR: Final = 2.0
#: On a lighter ground than this, of 0 to 255, numbers are black.
_LIGHT: Final = 118
#: So many images are kept as they were painted.
_KEPT: Final = 12

_RGB: Final = QImage.Format.Format_RGB888
#: What the eye makes of red, green and blue.
_WEIGHTS: Final = np.array([0.299, 0.587, 0.114])


class Magnified(NamedTuple):
    """An image on a square of so many device-independent pixels, and all that it is painted from.

    ``ratio`` is the number of device pixels to one of these.
    """

    image: TileImage
    zoom: ImageZoom
    side: float
    ratio: float
    dark: bool
    numbers: bool = False

    def painted(self) -> QPixmap:
        """As it is shown."""
        pixels = round(self.side * self.ratio)
        pixmap = QPixmap(pixels, pixels)
        pixmap.setDevicePixelRatio(self.ratio)
        painter = QPainter(pixmap)
        square = QRectF(0, 0, self.side, self.side)
        picture = self.image.picture(dark=self.dark).convertToFormat(QImage.Format.Format_RGB32)
        painter.drawImage(square, picture, self.zoom.seen)
        if self.numbers:
            _draw_numbers(painter, self, square)
        painter.end()
        return pixmap


class MagnifiedImages:
    """Those that were painted last."""

    def __init__(self) -> None:
        self._painted: dict[Magnified, QPixmap] = {}

    def __call__(self, wanted: Magnified) -> QPixmap:
        """An image as it is shown, painted now where it was not before."""
        known = self._painted.pop(wanted, None)
        self._painted[wanted] = wanted.painted() if known is None else known
        while len(self._painted) > _KEPT:
            del self._painted[next(iter(self._painted))]
        return self._painted[wanted]


def numbers_font(image: TileImage, pixel: float) -> QFont | None:
    """That in which all numbers of an image fit into pixels of that side; None if none does."""
    largest = int(np.abs(image.values).max())
    return _fitting(len(str(largest)), image.signed, pixel)


def span_for_numbers(side: float) -> float:
    """So many pixels across have room for any number, where all fill that side."""
    fits = (span for span in range(SIZE, 0, -1) if _fitting(3, True, side / span) is not None)
    return float(next(fits, 1))


@lru_cache(maxsize=200)
def _fitting(digits: int, signed: bool, pixel: float) -> QFont | None:
    """The largest font in which so many digits fit, with a sign or without one."""
    words = "\u2212" * signed + "0" * digits
    for size in range(_MOST, _LEAST - 1, -1):
        font = QFont(texts().font("caption"))
        font.setPixelSize(size)
        measures = QFontMetricsF(font)
        if measures.horizontalAdvance(words) + _AIR <= pixel and measures.capHeight() < pixel:
            return font
    return None


def _draw_numbers(painter: QPainter, shown: Magnified, square: QRectF) -> None:
    """Every number in its pixel; zeros are faint, as most of an image is zero."""
    side = square.width() / shown.zoom.span
    font = numbers_font(shown.image, side)
    if font is None:
        return
    painter.setFont(font)
    size, family, signed = font.pixelSize(), font.family(), shown.image.signed
    light, values, seen = _grounds(shown) > _LIGHT, shown.image.values, shown.zoom.seen
    rows = slice(math.floor(seen.top()), math.ceil(seen.bottom()))
    columns = slice(math.floor(seen.left()), math.ceil(seen.right()))
    there = np.zeros_like(light)
    there[rows, columns] = True
    for ink, chosen in enumerate((light, ~light, light, ~light)):
        some = there & chosen & ((values == 0) == (ink > 1))
        painter.setPen(_INKS[ink])
        for row, column in np.argwhere(some).tolist():
            text, across, down = _laid_out(int(values[row, column]), signed, size, family)
            left = (column + 0.5 - seen.left()) * side - across
            painter.drawStaticText(QPointF(left, (row + 0.5 - seen.top()) * side - down), text)


def _grounds(shown: Magnified) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """How light each pixel is, (28, 28), 0 to 255."""
    picture = shown.image.picture(dark=shown.dark).convertToFormat(_RGB)
    lines = np.frombuffer(picture.constBits(), np.uint8).reshape(SIZE, picture.bytesPerLine())
    light: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = (
        lines[:, : 3 * SIZE].reshape(SIZE, SIZE, 3) @ _WEIGHTS
    )
    return light


@lru_cache(maxsize=4000)
def _laid_out(value: int, signed: bool, size: int, family: str) -> tuple[QStaticText, float, float]:
    """A number, and from its corner to its middle."""
    font = QFont(texts().font("caption"))
    font.setFamily(family)
    font.setPixelSize(size)
    text = QStaticText(_written(value, signed=signed))
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(QTransform(), font)
    return text, text.size().width() / 2, text.size().height() / 2


def _written(value: int, *, signed: bool) -> str:
    if not signed or value == 0:
        return str(value)
    return f"+{value}" if value > 0 else f"\u2212{-value}"


#: What numbers are written in on a light ground and on a dark one, and the same for zeros.
_INKS: Final = (QColor("#000000"), QColor("#ffffff"), QColor("#767676"), QColor("#7d7d7d"))
