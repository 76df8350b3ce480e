"""What may be dropped or pasted: an image, or a file of any kind."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


def can_take(data: QMimeData) -> bool:
    """Whether there is a file or an image; who opens a file tells what is wrong with it."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def take(data: QMimeData) -> str | QImage | None:
    """The first file's path as a text, else the image that came without a file."""
    for url in data.urls():
        if url.isLocalFile():
            return url.toLocalFile()
    image = data.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None
