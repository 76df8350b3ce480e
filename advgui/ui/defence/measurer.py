"""Has a network's robustness measured beside the window."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from advgui.core.datasets.catalogue import MNIST
from advgui.core.datasets.folders import find_data
from advgui.core.nn.network import Network
from advgui.lab.attack.state import RadiusNorm
from advgui.lab.defence import measurement
from advgui.lab.defence.measurement import Measurement
from advgui.lab.worker.messages import CurvesReport
from advgui.ui.session.worker_bridge import Background

#: From one look at the curves to the next.
_REPORTS_MS: Final = 250


class Measurer(QObject):
    """Holds the one frozen state of it; ``changed`` says that there is a new one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measurer")
        self._state = Measurement()
        self._background = Background(interval_ms=_REPORTS_MS, parent=self)
        self._background.reported.connect(self._take)

    @property
    def state(self) -> Measurement:
        """What is known so far."""
        return self._state

    def start(self, network: Network, norm: RadiusNorm) -> None:
        """Measure this network; what ran is dropped."""
        mnist: Path | None = find_data(MNIST)
        self._go(measurement.started(self._state, network, norm, mnist))
        if self._state.request is not None:
            self._background.runner.submit(self._state.request)

    def stop(self) -> None:
        """End it now, and keep what is measured."""
        self._background.runner.stop(self._state.ticket)

    def cancel(self) -> None:
        """Drop it."""
        self._background.runner.cancel()
        self._go(measurement.cancelled(self._state))

    def close(self) -> None:
        """End the process; nothing is told any more."""
        self._background.close()

    def _take(self, report: CurvesReport) -> None:
        self._go(measurement.reported(self._state, report))

    def _go(self, new: Measurement) -> None:
        old, self._state = self._state, new
        if new is not old:
            self.changed.emit()
