"""Images of 28 x 28 bytes on the screen: enlarged without smoothing, signed in two colours."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from advgui.core.images import Bytes
from advgui.lab.attack.signed_colours import FIXED as FIXED
from advgui.lab.attack.signed_colours import Scale as Scale
from advgui.lab.attack.signed_colours import Signed as Signed
from advgui.lab.attack.signed_colours import signed_colours as signed_colours
from advgui.lab.attack.signed_colours import signed_pixels

#: A size that is off a whole number of device pixels by less is one.
_EXACT: Final = 1e-3


def gray_image(pixels: Bytes) -> QImage:
    """A gray QImage that owns a copy of the (height, width) bytes, 0 black, 255 white."""
    height, width = pixels.shape
    packed = np.ascontiguousarray(pixels)
    view = QImage(packed.data, width, height, width, QImage.Format.Format_Grayscale8)
    return view.copy()


def colour_image(pixels: Bytes) -> QImage:
    """An RGB QImage that owns a copy of the (height, width, 3) bytes."""
    height, width, _ = pixels.shape
    packed = np.ascontiguousarray(pixels)
    view = QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return view.copy()


def signed_image(difference: NDArray[Any], *, dark: bool, scale: Scale) -> QImage:
    """A difference (28, 28) of two byte images in blue (less) and red (more)."""
    return colour_image(signed_pixels(difference, dark=dark, scale=scale))


def whole_square(rect: QRectF, pixels: int, ratio: float) -> QRectF:
    """The largest centred square in ``rect`` of whole device pixels per image pixel.

    ``ratio`` is the device pixel ratio. A rectangle too small for one device pixel
    each gets the plain square.
    """
    side = min(rect.width(), rect.height())
    multiple = int(side * ratio / pixels + 1e-6)
    if multiple >= 1:
        side = multiple * pixels / ratio
    left = round((rect.center().x() - side / 2) * ratio) / ratio
    top = round((rect.center().y() - side / 2) * ratio) / ratio
    return QRectF(left, top, side, side)


def draw_pixels(painter: QPainter, square: QRectF, image: QImage) -> None:
    """Draw an image into a square without smoothing, whatever the painter was set to."""
    ratio = painter.deviceTransform().m11()
    side = round(square.width() * ratio)
    if side % image.width() == 0 and abs(side - square.width() * ratio) < _EXACT:
        # In the format that screens have, and of their pixels: it is only put in its place.
        large = image.convertToFormat(QImage.Format.Format_RGB32).scaled(side, side)
        large.setDevicePixelRatio(ratio)
        painter.drawImage(square.topLeft(), large)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(square, image)
    painter.restore()


def inked_image(pixels: Bytes, *, paper: QColor, ink: QColor) -> QImage:
    """An image (28, 28) in the colours of a drawing: 0 is paper, 255 is ink."""
    ends = np.array([(c.red(), c.green(), c.blue()) for c in (paper, ink)], dtype=np.float64)
    share = np.arange(256)[:, None] / 255.0
    table: Bytes = np.rint(ends[0] + (ends[1] - ends[0]) * share).astype(np.uint8)
    return colour_image(table[pixels])
