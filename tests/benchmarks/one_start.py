"""Opens the window as the program does, waits until a chart in it is painted, and closes it.

Run as a process of its own, by whoever counts how many of them end well.
"""

import sys

import numpy as np
from PySide6.QtCore import QObject, QTimer

from advgui.lab.attack.curves import Curves
from advgui.ui.app import run_window
from advgui.ui.attack.history import RunPlot, run_data
from advgui.ui.session.settings import NoSettings
from advgui.ui.window.window import MainWindow

LOOK_MS = 10
SEEN_MS = 100


class Visit(QObject):
    """Looks at a window until its chart is there, and closes it once that was seen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self) -> None:
        plot = self._window.findChild(RunPlot, "run-plot")
        if plot is None:
            return
        along = np.linspace(0.0, 1.0, 500)
        if not plot.charted:
            plot.set_data(run_data(Curves(goal=along, misfit=1 - along, distance=along)))
            return
        self._clock.stop()
        QTimer.singleShot(SEEN_MS, self._window.close)


if __name__ == "__main__":
    visits: list[Visit] = []
    sys.exit(run_window(settings=NoSettings(), begin=lambda window: visits.append(Visit(window))))
