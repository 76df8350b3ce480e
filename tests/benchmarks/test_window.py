"""The window's pulse while an attack runs, and what of its speed the attack keeps."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from statistics import median
from typing import Final

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from advgui.core.attacks import Outcome
from advgui.core.digits.gallery import read_gallery
from advgui.lab.attack.state import Aim, LabState
from advgui.ui.window.window import MainWindow
from tests.benchmarks.alone import Alone, Rates, speed
from tests.benchmarks.figures import Figure, Note, in_turns, spread
from tests.benchmarks.pulse import Pulse, regularity
from tests.benchmarks.test_pen import begin_brackets
from tests.benchmarks.test_window_training import Pen
from tests.benchmarks.wearing import begin_fit, begin_wearing

ROUNDS: Final = 50  # the window and the lone process take turns,
DURATION: Final = 0.5  # short ones, as what else the machine does changes within seconds
BUSY: Final = "while True: pass"


class Watch:
    """Feels a window's pulse, and counts the steps of the runs that it starts anew."""

    def __init__(self, window: MainWindow, aim: Aim) -> None:
        self.pulse = Pulse()
        self.rates: list[float] = []
        self._controller = window.controller
        self._aim: Aim = aim
        self._outcomes: list[Outcome] = []
        self._going = False
        self._end = QEventLoop()

    def run(self, duration: float) -> None:
        """Attack for so long, and wait until the last run has stopped."""
        self._outcomes.clear()
        self._going = True
        self._controller.changed.connect(self._changed)
        self._attack()
        self.pulse.run(duration)
        self._going = False
        if self._controller.state.running:
            self._controller.stop()
            self._end.exec()
        self._controller.changed.disconnect(self._changed)
        if self._outcomes:
            self.rates.append(speed(self._outcomes))

    def _attack(self) -> None:
        if self._going:
            self._controller.attack(self._aim)

    def _changed(self, old: LabState, new: LabState) -> None:
        if old.running and new.run is not None and not new.run.running:
            self._outcomes += new.run.outcomes[:1]
            QTimer.singleShot(0, self._controller, self._attack)
            self._end.quit()


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
@pytest.mark.parametrize("attack", ["penalty", "ddn"])
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
    watch.run(DURATION)
    watch.pulse.gaps.clear()
    watch.rates.clear()
    run = window.controller.state.run
    assert run is not None
    alone, lone = Alone(run.request), list[Rates]()
    in_turns(
        benchmark,
        lambda: watch.run(DURATION),
        lambda: lone.append(alone.rates(DURATION)),
        rounds=ROUNDS,
    )
    alone.close()
    for figure in figures(f"{attack}, {goals}", watch, lone):
        note(figure)


@pytest.mark.parametrize("drawn", [False, True], ids=["watching", "drawing"])
def test_the_window_stays_alive_with_the_bracket_live(
    benchmark: BenchmarkFixture,
    note: Note,
    qtbot: QtBot,
    open_window: Callable[[], MainWindow],
    drawn: bool,
) -> None:
    window = open_window()
    window.network.network_chosen.emit("report")
    begin_brackets(window, qtbot)
    pen, pulse = Pen(window) if drawn else None, Pulse()
    if benchmark.enabled:
        pulse.run(1.0)
        pulse.gaps.clear()
        in_turns(benchmark, lambda: pulse.run(DURATION), lambda: None, rounds=ROUNDS)
        note(regularity(f"{'drawing' if drawn else 'watching'}, the bracket live", pulse.gaps))
    else:
        benchmark(pulse.run, 0.3)
        assert pulse.gaps
    if pen is not None:
        pen.lift()


@pytest.mark.parametrize(("method", "drawn"), [("generator", True), ("a fit", False)])
def test_the_window_stays_alive_with_something_worn_or_learned(
    benchmark: BenchmarkFixture,
    note: Note,
    qtbot: QtBot,
    open_window: Callable[[], MainWindow],
    mnist: object,
    method: str,
    drawn: bool,
) -> None:
    window = open_window()
    window.network.network_chosen.emit("report")
    page = begin_wearing(window, "patch" if method == "a fit" else method)
    if method == "a fit":
        begin_fit(page, qtbot)
    pen, pulse = Pen(window) if drawn else None, Pulse()
    if benchmark.enabled:
        pulse.run(1.0)
        pulse.gaps.clear()
        in_turns(benchmark, lambda: pulse.run(DURATION), lambda: None, rounds=ROUNDS)
        note(regularity(f"{'drawing' if drawn else 'watching'}, {method}", pulse.gaps))
    else:
        benchmark(pulse.run, 0.3)
        assert pulse.gaps
    if pen is not None:
        pen.lift()


def _steps(window: MainWindow) -> int:
    run = window.controller.state.run
    return 0 if run is None else run.step


def figures(what: str, watch: Watch, lone: Sequence[Rates]) -> list[Figure]:
    """How regular the ticks were, and how fast the attack beside the one alone."""
    bare = _share(watch.rates, [rates.bare for rates in lone])
    recorded = _share(watch.rates, [rates.recorded for rates in lone])
    return [
        regularity(what, watch.pulse.gaps),
        Figure(f"steps a second, of those alone, {what}", ">= .9", *bare),
        Figure(f"steps a second, of those alone recorded, {what}", "", *recorded),
    ]


def _share(mine: Sequence[float], alone: Sequence[float]) -> tuple[str, str]:
    shares = [one / other for one, other in zip(mine, alone, strict=True)]
    return f"{median(shares):.2f}", f"{spread(shares)}; {median(alone):,.0f} alone"
