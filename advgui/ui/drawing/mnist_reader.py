"""Reads MNIST's test digits once, on a thread: packed ones take longer than a frame."""

from pathlib import Path
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.errors import DatasetError

#: From one look at the thread to the next.
_LOOK_MS: Final = 15


class MnistReader(QObject):
    """Says ``found`` with the digits, or ``failed`` with a sentence."""

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read: list[Digits | str] = []
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def read(self, folder: Path) -> None:
        """Begin to read what is in a folder; what was begun before is not told any more."""
        told: list[Digits | str] = []
        self._read = told
        Thread(target=_read, args=(folder, told), name="mnist", daemon=True).start()
        self._timer.start()

    def _look(self) -> None:
        if not self._read:
            return
        self._timer.stop()
        (read,) = self._read
        if isinstance(read, str):
            self.failed.emit(read)
        else:
            self.found.emit(read)


def _read(folder: Path, told: list[Digits | str]) -> None:
    try:
        told.append(read_mnist(folder, "test"))
    except DatasetError as error:
        told.append(str(error))
