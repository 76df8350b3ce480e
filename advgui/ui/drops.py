"""What may be dropped or pasted: an image, or files of any kind."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


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
