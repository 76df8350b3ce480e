"""Images to and from the clipboard."""

import numpy as np
from PySide6.QtGui import QGuiApplication, QImage

from advgui.core.errors import BadInput, ImageFileError
from advgui.core.imagefile import fit
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
    if not isinstance(image, QImage):
        return ImageFileError("What was dropped is not an image.")
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(gray.constBits(), np.uint8).reshape(gray.height(), gray.bytesPerLine())
    try:
        return fit(rows[:, : gray.width()].copy())
    except BadInput as error:
        return error
