"""The window's pulse while a network is trained beside it, and somebody draws."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent as Event
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from advgui.ui.training.controller import Trainer
from advgui.ui.window.window import MainWindow
from tests.benchmarks.figures import Note, in_turns
from tests.benchmarks.pulse import Pulse, regularity
from tests.benchmarks.test_pen import send, three
from tests.fake_datasets import write_folders

ROUNDS: Final = 4
DURATION: Final = 5.0  # of a round, seconds
MOVE: Final = 16  # milliseconds: Qt hands over the movements of a frame in one


class Pen:
    """Writes over the sheet of a window, and clears it when a digit is written.

    One thing a frame, as a hand does: it comes down, moves, is lifted, and clicks elsewhere.
    """

    def __init__(self, window: MainWindow) -> None:
        self._clock = QTimer(interval=MOVE, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._move)
        first, *others, last = three(120)
        act = partial(partial, send, window.draw.canvas)
        self._acts: Iterator[Callable[[], None]] = cycle(
            (
                act(Event.Type.MouseButtonPress, first),
                *(act(Event.Type.MouseMove, point) for point in others),
                act(Event.Type.MouseButtonRelease, last),
                window.controller.clear,
            )
        )
        self._clock.start()

    def lift(self) -> None:
        """Draw no more."""
        self._clock.stop()

    def _move(self) -> None:
        next(self._acts)()


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
    pen, pulse = Pen(window) if drawn else None, Pulse()
    if benchmark.enabled:
        pulse.run(1.0)
        pulse.gaps.clear()
        in_turns(benchmark, lambda: pulse.run(DURATION), lambda: None, rounds=ROUNDS)
        what = f"{'drawing' if drawn else 'watching'}{', training' if trained else ''}"
        note(regularity(what, pulse.gaps))
    else:
        benchmark(pulse.run, 0.3)
        assert pulse.gaps
    if pen is not None:
        pen.lift()
