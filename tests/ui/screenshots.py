"""What is really on the screen: pixels of a widget that was painted at some scale."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def painted(widget: QWidget, scale: float = 1.0) -> NDArray[np.uint8]:
    """RGB (height, width, 3) of a widget, painted at a device pixel ratio."""
    size = widget.size() * scale
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.magenta)
    QWidget.render(widget, image)
    rows = np.frombuffer(image.constBits(), dtype=np.uint8)
    bgra = rows.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width()]
    return bgra[..., 2::-1].copy()


def part(pixels: NDArray[np.uint8], area: QRectF, scale: float = 1.0) -> NDArray[np.uint8]:
    """What was painted within an area of the widget."""
    left, top = round(area.left() * scale), round(area.top() * scale)
    width, height = round(area.width() * scale), round(area.height() * scale)
    return pixels[top : top + height, left : left + width]


def share_of(pixels: NDArray[np.uint8], colour: QColor, tolerance: int = 4) -> float:
    """Which share of the pixels has this colour."""
    wanted = np.array((colour.red(), colour.green(), colour.blue()), dtype=np.int16)
    near = np.abs(pixels.astype(np.int16) - wanted).max(axis=-1) <= tolerance
    return float(near.mean())
