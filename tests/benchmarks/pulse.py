"""How regularly a window gets its turns: a timer at 60 Hz, and the gaps between its ticks."""

from collections.abc import Sequence
from time import perf_counter
from typing import Final

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer

from tests.benchmarks.figures import Figure

FRAME_MS: Final = 16
LATE: Final = 0.020


class Pulse:
    """Ticks while it is run; ``gaps`` are the seconds from each tick to the next."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._loop = QEventLoop()
        self._clock = QTimer(interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._last: float | None = None

    def run(self, duration: float) -> None:
        """Tick for so many seconds."""
        self._last = None
        self._clock.start()
        QTimer.singleShot(round(1000 * duration), self._loop, self._loop.quit)
        self._loop.exec()
        self._clock.stop()

    def _tick(self) -> None:
        now = perf_counter()
        if self._last is not None:
            self.gaps.append(now - self._last)
        self._last = now


def regularity(what: str, seconds: Sequence[float], aim: str = ">= 99 %") -> Figure:
    """The share of the gaps that nobody notices."""
    gaps = np.array(seconds)
    middle, late, worst = 1000 * np.quantile(gaps, [0.5, 0.99, 1.0])
    spread = f"p50 {middle:.1f}, p99 {late:.1f}, max {worst:.1f} ms of {len(gaps)}"
    share = f"{100 * (gaps < LATE).mean():.2f} %"
    return Figure(f"gaps under 20 ms, {what}", aim, share, spread)
