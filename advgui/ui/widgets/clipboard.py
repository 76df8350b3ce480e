"""Images to and from the clipboard."""

import math
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from advgui.core.images import Bytes
from advgui.lab.opened_files import Pixels
from advgui.ui.theme.pixels import colour_image, gray_image

#: Pixels of an image that are looked at, in the window's own thread.
_PLENTY: Final = 4_000_000


def copy(image: Bytes) -> None:
    """Put an image on the clipboard as it is: (28, 28) gray, or (28, 28, 3) RGB."""
    made = gray_image(image) if image.ndim == 2 else colour_image(image)
    QGuiApplication.clipboard().setImage(made)


def copy_picture(image: QImage) -> None:
    """Put any picture on the clipboard."""
    QGuiApplication.clipboard().setImage(image)


def pasted() -> tuple[Path, ...] | QImage | None:
    """The files on the clipboard, else the image on it."""
    return take(QGuiApplication.clipboard().mimeData())


def pixels_of(image: QImage) -> Pixels:
    """Brightness and opacity of the pixels of an image, of a very large one of some of them."""
    shrunk = math.sqrt(_PLENTY / max(image.width() * image.height(), _PLENTY))
    if shrunk < 1.0:
        image = image.scaled(
            max(int(image.width() * shrunk), 1), max(int(image.height() * shrunk), 1)
        )
    formats = QImage.Format.Format_Grayscale8, QImage.Format.Format_Alpha8
    opaque = image.convertToFormat(QImage.Format.Format_RGB32)
    return Pixels(
        _rows(opaque.convertToFormat(formats[0])), _rows(image.convertToFormat(formats[1]))
    )


def _rows(image: QImage) -> Bytes:
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


def can_take(data: QMimeData) -> bool:
    """Whether there is a file or an image; who opens a file tells what is wrong with it."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def take(data: QMimeData | None) -> tuple[Path, ...] | QImage | None:
    """All files, else the image that came without a file; a clipboard may hold nothing at all."""
    if data is None:
        return None
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if files:
        return files
    image = data.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None
