"""The window's pulse while a network is trained beside it, and somebody draws."""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import Final

import numpy as np
import pytest
from PySide6.QtCore import QEvent as Event
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from advgui.ui.trainer import Trainer
from advgui.ui.window import MainWindow
from tests.benchmarks.figures import Figure, Note, in_turns
from tests.benchmarks.test_pen import send, three
from tests.core.schoolbooks import write_folders

ROUNDS: Final = 4
DURATION: Final = 5.0  # of a round, seconds
FRAME: Final = 16  # milliseconds
MOVE: Final = 16  # milliseconds: Qt hands over the movements of a frame in one
LATE: Final = 0.020


class Pulse:
    """Ticks at 60 Hz in the window, while a pen may move over its sheet, up and down again."""

    def __init__(self, window: MainWindow, *, drawn: bool) -> None:
        self.gaps: list[float] = []
        self._canvas = window.draw.canvas
        self._controller = window.controller
        self._loop = QEventLoop()
        precise = Qt.TimerType.PreciseTimer
        self._clock = QTimer(interval=FRAME, timerType=precise)
        self._clock.timeout.connect(self._tick)
        self._pen = QTimer(interval=MOVE, timerType=precise)
        self._pen.timeout.connect(self._move)
        self._drawn = drawn
        self._moves: Iterator[tuple[int, tuple[float, float]]] = iter(())
        self._last: float | None = None

    def run(self, duration: float) -> None:
        """Tick for so long."""
        self._last, self._moves = None, cycle(enumerate(three(120)))
        self._clock.start()
        if self._drawn:
            self._pen.start()
        QTimer.singleShot(round(1000 * duration), self._loop, self._loop.quit)
        self._loop.exec()
        self._clock.stop()
        self._pen.stop()

    def _tick(self) -> None:
        now = perf_counter()
        if self._last is not None:
            self.gaps.append(now - self._last)
        self._last = now

    def _move(self) -> None:
        number, point = next(self._moves)
        if number == 0:
            send(self._canvas, Event.Type.MouseButtonRelease, point)
            self._controller.clear()
        send(self._canvas, Event.Type.MouseMove if number else Event.Type.MouseButtonPress, point)


@pytest.fixture
def trainer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_window: Callable[[], MainWindow]
) -> Iterator[Trainer]:
    """Of a window that shows its Train page, with data that are learnt in no time."""
    write_folders(tmp_path)
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    window = open_window()
    window.network.network_chosen.emit("report")
    window.pages.choose("train")
    found = window.findChild(Trainer, "trainer")
    assert isinstance(found, Trainer)
    yield found
    found.cancel()


def is_training(trainer: Trainer) -> bool:
    training = trainer.state.training
    return training is not None and training.stage == "training"


def begin(trainer: Trainer, qtbot: QtBot) -> None:
    """Train a convolutional network for longer than anybody measures."""
    trainer.choose_architecture("convolutional")
    trainer.set_parameter("epochs", 10_000)
    trainer.train()
    qtbot.waitUntil(lambda: is_training(trainer), timeout=30_000)


@pytest.mark.parametrize("trained", [False, True], ids=["nothing else", "training"])
@pytest.mark.parametrize("drawn", [False, True], ids=["watching", "drawing"])
def test_the_window_stays_alive_during_a_training(
    benchmark: BenchmarkFixture,
    note: Note,
    qtbot: QtBot,
    trainer: Trainer,
    trained: bool,
    drawn: bool,
) -> None:
    if trained:
        begin(trainer, qtbot)
    (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    pulse = Pulse(window, drawn=drawn)
    if not benchmark.enabled:
        benchmark(pulse.run, 0.3)
        assert pulse.gaps
        return
    pulse.run(1.0)
    pulse.gaps.clear()
    in_turns(benchmark, lambda: pulse.run(DURATION), lambda: None, rounds=ROUNDS)
    what = f"{'drawing' if drawn else 'watching'}{', training' if trained else ''}"
    note(figure(what, pulse.gaps))


def figure(what: str, seconds: list[float]) -> Figure:
    """How regular the ticks were."""
    gaps = np.array(seconds)
    middle, late, worst = 1000 * np.quantile(gaps, [0.5, 0.99, 1.0])
    spread = f"p50 {middle:.1f}, p99 {late:.1f}, max {worst:.1f} ms of {len(gaps)}"
    share = f"{100 * (gaps < LATE).mean():.2f} %"
    return Figure(f"gaps under 20 ms, {what}", ">= 99 %", share, spread)
