"""Has every network attacked in the background, one by one, and each image read by all."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from advgui.core.nn.network import Network
from advgui.lab.comparison import transfer
from advgui.lab.comparison.transfer import AttackSetup, TransferMatrix
from advgui.lab.worker.messages import AttackReport
from advgui.ui.session.worker_bridge import Background

#: From one look at an attack to the next.
_REPORTS_MS: Final = 33


class TransferJob(QObject):
    """Holds the one frozen state of it; ``changed`` says that there is a new one.

    The attacks are made beside the window's own, in a process that starts with the first.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transfer-job")
        self._state = TransferMatrix()
        self._background = Background(interval_ms=_REPORTS_MS, parent=self)
        self._background.reported.connect(self._take)
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(lambda: self._go(transfer.image_read(self._state)))

    @property
    def state(self) -> TransferMatrix:
        """What was found so far."""
        return self._state

    def start(self, setup: AttackSetup, networks: Sequence[Network]) -> None:
        """Ask these networks; what runs is dropped."""
        self._go(transfer.started(self._state, setup, networks))

    def stop(self) -> None:
        """Do no more, and keep what was found."""
        self._background.runner.cancel()
        self._go(transfer.stopped(self._state))

    def close(self) -> None:
        """End the worker; nothing is told any more."""
        self._reading.stop()
        self._background.close()

    def _take(self, report: AttackReport) -> None:
        self._go(transfer.reported(self._state, report))

    def _go(self, new: TransferMatrix) -> None:
        """The next state: an attack is made, or the next network reads once all else is done."""
        old, self._state = self._state, new
        if new is old:
            return
        request = new.request
        if request is not None and request.ticket != self._asked(old):
            self._background.runner.submit(request)
        if new.running and new.reads:
            self._reading.start()
        else:
            self._reading.stop()
        self.changed.emit()

    @staticmethod
    def _asked(old: TransferMatrix) -> int | None:
        return old.ticket if old.attacked is not None else None
