"""Work beside the window: asked for at once, reported when the window has time for it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from advgui.lab.worker.mailbox import Mailbox
from advgui.lab.worker.runner import Runner


class Background(QObject):
    """A runner whose reports come as signals in the window's thread, joined if they wait.

    ``frame`` is the milliseconds from one look at them to the next. ``join`` as a mailbox
    takes it; ``modest`` as a runner takes it.
    """

    reported = Signal(object)
    _arrived = Signal()

    def __init__(
        self,
        join: Callable[[Any, Any], Any],
        *,
        frame: int,
        modest: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("background")
        self._mailbox = Mailbox[Any](self._arrived.emit, join)
        self._frame = QTimer(self, singleShot=True, interval=frame)
        self._frame.timeout.connect(self._collect)
        self._arrived.connect(self._wake, Qt.ConnectionType.QueuedConnection)
        self.runner = Runner[Any](self._mailbox.put, modest=modest)

    def look_every(self, milliseconds: int) -> None:
        """Another time from one look at the reports to the next."""
        self._frame.setInterval(milliseconds)

    def close(self) -> None:
        """End the worker; nothing is reported any more."""
        self._arrived.disconnect()
        self.runner.close()
        self._frame.stop()

    def _wake(self) -> None:
        if not self._frame.isActive():
            self._collect()

    def _collect(self) -> None:
        reports = self._mailbox.take()
        for report in reports:
            self.reported.emit(report)
        if reports:
            self._frame.start()
