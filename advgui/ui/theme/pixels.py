"""Images of 28 x 28 bytes on the screen: enlarged without smoothing, signed in two colours."""

from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from advgui.core.images import Bytes

Signed = NDArray[np.int16]

#: Ends and middles of the signed scale: blue below zero, red above, sRGB.
_BELOW: Final = {False: (0x00, 0x58, 0xA8), True: (0x55, 0xB0, 0xF5)}
_ABOVE: Final = {False: (0xC0, 0x1C, 0x1C), True: (0xFF, 0x6B, 0x5E)}
_MIDDLE: Final = {False: (0xFF, 0xFF, 0xFF), True: (0x1A, 0x1D, 0x22)}

#: A size that is off a whole number of device pixels by less is one.
_EXACT: Final = 1e-3


class Scale(NamedTuple):
    """Which colour a difference of -255 to 255 gets: the full one from ``peak`` on.

    Where it is ``rooted``, colours grow with the root of the difference, so that small changes
    are seen on a scale that has room for all.
    """

    peak: int
    rooted: bool = False

    def shares(self, difference: NDArray[Any]) -> NDArray[np.float64]:
        """How much of the full colour each gets, in [-1, 1]."""
        share = np.clip(difference / max(self.peak, 1), -1.0, 1.0).astype(np.float64)
        return np.sign(share) * np.sqrt(np.abs(share)) if self.rooted else share


#: The same for every image, so that two can be compared.
FIXED: Final = Scale(255, rooted=True)


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


@cache
def signed_colours(dark: bool) -> Bytes:
    """RGB (256, 3) for -1 to 1: blue, white, red; entry 128 is zero. Do not write to it.

    On dark the middle is dark, so that what did not change stays quiet there too.
    """
    share = (np.arange(256) - 128.0)[:, None] / 127.0
    middle = np.array(_MIDDLE[dark], dtype=np.float64)
    end = np.where(share < 0.0, _BELOW[dark], _ABOVE[dark])
    mixed = middle + (end - middle) * np.minimum(np.abs(share), 1.0)
    table: Bytes = np.rint(mixed).astype(np.uint8)
    table.setflags(write=False)
    return table


def signed_image(difference: NDArray[Any], *, dark: bool, scale: Scale) -> QImage:
    """A difference (28, 28) of two byte images in blue (less) and red (more)."""
    entries = np.rint(128.0 + 127.0 * scale.shares(difference)).astype(np.intp)
    return colour_image(signed_colours(dark)[entries])


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
