"""The window's pulse while an attack runs, and what of its speed the attack keeps."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from advgui.lab.gallery import read_gallery
from advgui.lab.messages import AttackRequest
from advgui.lab.run import ShownRun
from advgui.lab.state import Aim, LabState
from advgui.ui.window import MainWindow
from tests.benchmarks import alone
from tests.benchmarks.figures import Figure, Note, in_turns, spread
from tests.benchmarks.pulse import Pulse, regularity

ROOT: Final = Path(__file__).parents[2]
ROUNDS: Final = 8  # the window and the lone process take turns
DURATION: Final = 3.0  # of a turn, seconds
BUSY: Final = "while True: pass"


class Watch:
    """Feels a window's pulse, and counts the steps of the runs that it starts anew."""

    def __init__(self, window: MainWindow, aim: Aim) -> None:
        self.pulse = Pulse()
        self.rates: list[float] = []
        self._controller = window.controller
        self._aim: Aim = aim
        self._first: tuple[int, float, int] | None = None
        self._steps, self._seconds = 0, 0.0

    def run(self, duration: float) -> None:
        """Attack for so long; the steps are counted between two reports of the same run."""
        self._first = None
        self._steps, self._seconds = 0, 0.0
        self._controller.changed.connect(self._changed)
        self._attack()
        self.pulse.run(duration)
        self._controller.changed.disconnect(self._changed)
        self._controller.stop()
        if self._seconds:
            self.rates.append(self._steps / self._seconds)

    def _attack(self) -> None:
        self._controller.attack(self._aim)

    def _changed(self, old: LabState, new: LabState) -> None:
        if new.run is not None and new.run is not old.run:
            self._count(new.run, perf_counter())
            if not new.run.running:
                QTimer.singleShot(0, self._controller, self._attack)

    def _count(self, run: ShownRun, now: float) -> None:
        """From its first report on, so that neither start nor transport of the end counts."""
        if not run.running or not run.step:
            return
        if self._first is not None and self._first[0] == run.ticket:
            _, since, step = self._first
            self._steps += run.step - step
            self._seconds += now - since
        self._first = run.ticket, now, run.step


def lone_rates(request: AttackRequest) -> tuple[float, float]:
    """Steps per second in a fresh process, as the worker is one: bare, and recorded."""
    answer = subprocess.run(
        [sys.executable, "-m", alone.__name__, str(DURATION)],
        input=pickle.dumps(request),
        stdout=subprocess.PIPE,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    bare, recorded = map(float, answer.stdout.split())
    return bare, recorded


def prepared(window: MainWindow, attack: str) -> Aim:
    """A drawn digit, the report's network and a long run; a goal that it is not read as."""
    controller = window.controller
    window.network.network_chosen.emit("report")
    controller.draw_strokes(read_gallery()[0].strokes)
    controller.choose_attack(attack)
    controller.set_parameter("steps", 5000)
    assert controller.state.reading is not None
    return (controller.state.reading.label + 1) % 10


def test_an_empty_window_beside_a_busy_process(
    benchmark: BenchmarkFixture, note: Note, qtbot: QtBot
) -> None:
    """What the machine itself keeps of the aim below."""
    window, pulse = QWidget(), Pulse()
    qtbot.addWidget(window)
    window.show()
    with subprocess.Popen([sys.executable, "-c", BUSY]) as busy:
        if benchmark.enabled:
            in_turns(benchmark, lambda: pulse.run(DURATION), lambda: None, rounds=ROUNDS)
            note(regularity("an empty window beside a busy process", pulse.gaps, aim=""))
        else:
            benchmark(pulse.run, 0.3)
            assert pulse.gaps
        busy.kill()


@pytest.mark.parametrize("goals", ["one image", "ten goals"])
@pytest.mark.parametrize("attack", ["report", "lab"])
def test_the_window_stays_alive_during_an_attack(
    benchmark: BenchmarkFixture,
    note: Note,
    qtbot: QtBot,
    open_window: Callable[[], MainWindow],
    attack: str,
    goals: str,
) -> None:
    window = open_window()
    goal = prepared(window, attack)
    watch = Watch(window, goal if goals == "one image" else "every")
    window.controller.attack(goal)
    qtbot.waitUntil(lambda: _steps(window) > 0, timeout=30_000)  # the worker has come up
    if not benchmark.enabled:
        benchmark(watch.run, 0.3)
        assert watch.pulse.gaps
        return
    lone: list[tuple[float, float]] = []

    def before() -> None:
        run = window.controller.state.run
        assert run is not None
        lone.append(lone_rates(run.request))

    watch.run(1.0)
    watch.pulse.gaps.clear()
    watch.rates.clear()
    in_turns(benchmark, lambda: watch.run(DURATION), before, rounds=ROUNDS)
    for figure in figures(f"{attack}, {goals}", watch, lone):
        note(figure)


def _steps(window: MainWindow) -> int:
    run = window.controller.state.run
    return 0 if run is None else run.step


def figures(what: str, watch: Watch, lone: list[tuple[float, float]]) -> list[Figure]:
    """How regular the ticks were, and how fast the attack beside the one alone."""
    kept = [
        Figure(f"steps a second, of those {how}, {what}", ">= .9", *_share(watch.rates, rates))
        for how, rates in zip(("alone", "alone recorded"), zip(*lone, strict=True), strict=True)
    ]
    return [regularity(what, watch.pulse.gaps), *kept]


def _share(mine: Sequence[float], alone_: Sequence[float]) -> tuple[str, str]:
    shares = [one / other for one, other in zip(mine, alone_, strict=True)]
    return f"{median(shares):.2f}", f"{spread(shares)}; {median(alone_):,.0f} alone"
