"""Images to and from the clipboard."""

import numpy as np
from PySide6.QtGui import QGuiApplication, QImage

from advgui.core.errors import BadInput, ImageFileError
from advgui.core.imagefile import fit, laid_on_paper
from advgui.core.images import Bytes
from advgui.ui.pixels import colour_image, gray_image


def copy(image: Bytes) -> None:
    """Put an image on the clipboard as it is: (28, 28) gray, or (28, 28, 3) RGB."""
    made = gray_image(image) if image.ndim == 2 else colour_image(image)
    QGuiApplication.clipboard().setImage(made)


def pasted() -> Bytes | BadInput:
    """The clipboard's image as a drawing (28, 28), or why there is none."""
    image = QGuiApplication.clipboard().image()
    if image.isNull():
        return ImageFileError("There is no image on the clipboard.")
    return fitted(image)


def fitted(image: object) -> Bytes | BadInput:
    """A QImage cropped, scaled and centred like a drawing, or why it cannot be."""
    if not isinstance(image, QImage) or image.isNull():
        return ImageFileError("What was dropped is not an image.")
    try:
        return fit(laid_on_paper(*_gray_and_alpha(image)))
    except BadInput as error:
        return error


def _gray_and_alpha(image: QImage) -> tuple[Bytes, Bytes]:
    """Brightness and opacity of every pixel, (height, width) each."""
    formats = QImage.Format.Format_Grayscale8, QImage.Format.Format_Alpha8
    opaque = image.convertToFormat(QImage.Format.Format_RGB32)
    return _rows(opaque.convertToFormat(formats[0])), _rows(image.convertToFormat(formats[1]))


def _rows(image: QImage) -> Bytes:
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()
