"""Short work on a thread: what takes longer than a frame, and no process is worth starting for."""

from collections.abc import Callable
from threading import Thread
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from advgui.core.errors import BadInput

Found = TypeVar("Found")

#: From one look at the thread to the next.
_LOOK_MS: Final = 15


class Aside(QObject, Generic[Found]):
    """Does one thing at a time; of those that are asked for meanwhile only the newest.

    Says ``found`` with what a thing returns, or ``failed`` with the sentence of its BadInput. Any
    other error of it is raised in the window's thread, where it is told, and the next is done.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: list[Found | Exception] | None = None
        self._next: Callable[[], Found] | None = None
        self._thread: Thread | None = None
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether something will be told."""
        return self._told is not None

    def ask(self, do: Callable[[], Found]) -> None:
        """Do this, once what is being done has ended."""
        self._next = do
        if self._told is None:
            self._begin()

    def close(self) -> None:
        """Wait until what is being done has ended; nothing is told of it, nor is more done."""
        self._next = self._told = None
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        do, self._next = self._next, None
        told: list[Found | Exception] | None = None
        if do is not None:
            told = []
            self._thread = Thread(target=_do, args=(do, told), name="aside", daemon=True)
            self._thread.start()
            self._timer.start()
        else:
            self._timer.stop()
        self._told = told

    def _look(self) -> None:
        if not self._told:
            return
        (told,) = self._told
        self._begin()
        if isinstance(told, BadInput):
            self.failed.emit(str(told))
        elif isinstance(told, Exception):
            raise told
        else:
            self.found.emit(told)


def _do(do: Callable[[], Found], told: list[Found | Exception]) -> None:
    try:
        told.append(do())
    except Exception as error:  # noqa: BLE001 - raised again where somebody is told of it
        told.append(error)
