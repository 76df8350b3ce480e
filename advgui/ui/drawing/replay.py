"""Writes strokes again, by the clock."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from advgui.core.digits.rendering import Strokes
from advgui.ui.drawing.stroking import written

_TICK_MS: Final = 16


class Replay(QObject):
    """Tells how far strokes are written, sixty times a second, until they are.

    ``changed`` carries the strokes so far, the last one cut where the pen is.
    """

    changed = Signal(object)
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("replay")
        self._strokes: Strokes = ()
        self._duration = 1
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether strokes are being written."""
        return self._timer.isActive()

    def start(self, strokes: Strokes, duration_ms: int) -> None:
        """Write these strokes from their beginning; what was being written is dropped."""
        self._strokes = strokes
        self._duration = max(duration_ms, 1)
        self._clock.start()
        self._timer.start()
        self._tick()

    def finish(self) -> None:
        """Skip to the end; nothing happens where nothing is being written."""
        if self.running:
            self.cancel()
            self.changed.emit(self._strokes)
            self.finished.emit()

    def cancel(self) -> None:
        """Stop where the pen is, and say nothing more."""
        self._timer.stop()

    def _tick(self) -> None:
        share = self._clock.elapsed() / self._duration
        if share >= 1.0:
            self.finish()
        else:
            self.changed.emit(written(self._strokes, share))
