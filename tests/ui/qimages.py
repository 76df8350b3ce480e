"""QImages and QColors as numbers, for tests to compare."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage


def rgba(image: QImage) -> NDArray[np.uint8]:
    """RGBA (height, width, 4) of an image, not premultiplied."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(plain.constBits(), dtype=np.uint8)
    copy: NDArray[np.uint8] = flat.reshape(plain.height(), plain.width(), 4).copy()
    return copy


def rgb(image: QImage) -> NDArray[np.uint8]:
    """RGB (height, width, 3) of an image."""
    return rgba(image)[..., :3]


def numbers(colour: QColor) -> NDArray[np.int64]:
    """Red, green and blue, 0 to 255, signed so that differences can be taken."""
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.int64)
