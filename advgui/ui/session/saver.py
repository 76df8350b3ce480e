"""Writes files beside the window, one after the other: no disk is so slow that it holds it up."""

import logging
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from advgui.core.errors import BadInput

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

logger = logging.getLogger(__name__)


class _Write(NamedTuple):
    """Something that is being written, and what is done in the window's thread after it."""

    future: "Future[object]"
    saved: Callable[[], object]
    failed: Callable[[BadInput], object]


class Saver(QObject):
    """One thread that writes. What came of it is told in the window's thread, in its order."""

    _written = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("saver")
        self._pool: ThreadPoolExecutor | None = None
        self._writes: deque[_Write] = deque()
        self._waiting: deque[Callable[[], object]] = deque()
        self._written.connect(self._tell_written, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is being written, or what came of it is not told yet."""
        return bool(self._writes)

    def save(
        self,
        write: Callable[[], object],
        saved: Callable[[], object],
        failed: Callable[[BadInput], object],
    ) -> None:
        """Have ``write`` called in the thread, then ``saved``, or ``failed`` with its BadInput.

        Whatever ``write`` uses must not change any more.
        """
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # with the first file that is saved

            self._pool = ThreadPoolExecutor(1, "saver")
        future = self._pool.submit(write)
        self._writes.append(_Write(future, saved, failed))
        future.add_done_callback(lambda _: self._written.emit())

    def once_idle(self, call: Callable[[], object]) -> None:
        """Call it when nothing is being written: now, or as soon as that is so."""
        if self.busy:
            self._waiting.append(call)
        else:
            call()

    def finish(self) -> bool:
        """Wait until all is written, and tell what came of it; whether all could be."""
        good = True
        while self._writes:
            good = self._tell(self._writes.popleft()) and good
        return good

    def close(self) -> None:
        """Finish what is being written; what cannot be is told in the log, as no window is left."""
        self._waiting.clear()
        while self._writes:
            error = self._writes.popleft().future.exception()
            if error is not None:
                logger.error("%s", error, exc_info=not isinstance(error, BadInput) and error)
        if self._pool is not None:
            self._pool.shutdown()

    def _tell_written(self) -> None:
        try:
            while self._writes and self._writes[0].future.done():
                self._tell(self._writes.popleft())
        finally:  # what waits does not depend on how the writing ended
            while self._waiting and not self._writes:
                self._waiting.popleft()()

    def _tell(self, write: _Write) -> bool:
        try:
            write.future.result()
        except BadInput as error:
            write.failed(error)
            return False
        write.saved()
        return True
