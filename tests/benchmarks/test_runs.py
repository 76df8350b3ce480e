"""A full tray of runs: the window's pulse beside it, the bars under a pen, room for one more."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from advgui.lab.runs.runs import Runs, with_run, within_room
from advgui.lab.runs.shown_run import ShownRun
from advgui.ui.attack.page import AttackPage
from advgui.ui.window.window import MainWindow
from tests.benchmarks.figures import Note, in_turns, milliseconds
from tests.benchmarks.pulse import regularity
from tests.benchmarks.test_pen import Painted, draw
from tests.benchmarks.test_window import DURATION, Watch
from tests.benchmarks.test_window_attacks import prepared
from tests.ui.find import find

MANY = 1000
FEW = 20  # where nothing is measured


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Painted:
    return Painted(monkeypatch)


@pytest.fixture
def full(
    painted: Painted,
    benchmark: BenchmarkFixture,
    qtbot: QtBot,
    open_window: Callable[[], MainWindow],
) -> MainWindow:
    """A window with its tray in sight, and a thousand runs toward every digit in it."""
    window = open_window()
    prepared(window, "ddn")
    controller = window.controller
    controller.set_parameter("steps", 100)
    controller.attack("every")
    qtbot.waitUntil(lambda: len(controller.state.runs) > 0, timeout=30_000)
    run = controller.state.run
    assert run is not None
    runs = Runs()
    for number in range(MANY if benchmark.enabled else FEW):
        runs = with_run(runs, copy_of(run, 1_000_000 + number))
    controller.go(replace(controller.state, runs=within_room(runs), run=None))
    find(window, AttackPage, "attack-page").pane.choose("runs")
    QApplication.processEvents()
    return window


def copy_of(run: ShownRun, ticket: int) -> ShownRun:
    """The same run as of another ticket, with a recording of its own."""
    return replace(run, request=replace(run.request, ticket=ticket))


def test_the_window_stays_alive_with_a_full_tray(
    full: MainWindow, benchmark: BenchmarkFixture, note: Note
) -> None:
    watch = Watch(full, "every")
    watch.run(DURATION)
    watch.pulse.gaps.clear()
    in_turns(benchmark, lambda: watch.run(DURATION), lambda: None, rounds=20)
    assert watch.pulse.gaps
    note(regularity(f"every digit again and again, {MANY:,} runs in the tray", watch.pulse.gaps))


def test_the_bars_follow_the_pen_with_a_full_tray(
    full: MainWindow, painted: Painted, benchmark: BenchmarkFixture, note: Note
) -> None:
    found = list[float]()

    def sheet() -> None:
        full.controller.clear()
        QApplication.processEvents()

    in_turns(benchmark, lambda: found.extend(draw(full.draw.canvas, painted)), sheet, rounds=4)
    assert found, "the bars did not follow"
    note(milliseconds(f"pen to painted bars, {MANY:,} runs in the tray", "<= 4 ms", found))


def test_one_more_run_is_kept_and_shown_at_once(
    full: MainWindow, benchmark: BenchmarkFixture, note: Note
) -> None:
    controller, found = full.controller, list[float]()
    run = controller.state.runs.kept[-1].run

    def one_more() -> None:
        start = perf_counter()
        another = copy_of(run, 2_000_000 + len(found))
        controller.go(replace(controller.state, runs=with_run(controller.state.runs, another)))
        QApplication.processEvents()
        found.append(perf_counter() - start)

    in_turns(benchmark, one_more, lambda: None, rounds=50)
    note(milliseconds(f"one more run, {MANY:,} in the tray", "<= 16 ms", found))
