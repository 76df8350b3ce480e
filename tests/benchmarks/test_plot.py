"""How long the plot of a long run is painted, on a large screen: it must not cost a frame."""

from collections.abc import Callable
from random import Random
from time import thread_time
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from advgui.core.digits.gallery import read_gallery
from advgui.ui.attack.history import RunPlot
from advgui.ui.plotting.chart import Chart
from advgui.ui.window.window import MainWindow
from tests.benchmarks.figures import Figure, Note, in_turns, spread

LARGE: Final = (2560, 1440)
STEPS: Final = 5000
SEEDS: Final = range(4)
PATIENCE_MS: Final = 120_000


def charted(window: MainWindow, qtbot: QtBot) -> Chart:
    """The chart of the attack's plot, once it is there."""
    plot = window.findChild(RunPlot, "run-plot")
    assert isinstance(plot, RunPlot)
    qtbot.waitUntil(lambda: plot.charted, timeout=PATIENCE_MS)
    chart = plot.findChild(Chart, "chart")
    assert isinstance(chart, Chart)
    return chart


def run_long(window: MainWindow, qtbot: QtBot, seed: int, steps: int) -> None:
    """Attack toward every digit with settings that are drawn from all that are allowed."""
    random, controller = Random(seed), window.controller  # noqa: S311 - nothing secret
    window.network.network_chosen.emit(random.choice(["report", "report-relu", "softmax"]))
    controller.draw_strokes(read_gallery()[seed].strokes)
    controller.set_parameter("steps", steps)
    controller.set_parameter("adapt", random.choice([0.05, 0.1, 0.3, 0.5]))
    controller.set_parameter("momentum", random.choice([0.0, 0.5, 0.9, 0.95]))
    controller.attack("every")
    qtbot.waitUntil(
        lambda: not controller.state.running and not controller.telling, timeout=PATIENCE_MS
    )


def paint(window: MainWindow, chart: Chart, painted: list[float], shown: list[float]) -> None:
    """Show each goal; adds the seconds of each of its turns, and those of painting the chart."""
    run = window.controller.state.run
    assert run is not None
    for goal in run.goals:
        window.controller.select_lane(goal)
        telling = True
        while telling:
            telling, begun = window.controller.telling, thread_time()
            QApplication.processEvents()
            shown.append(thread_time() - begun)
        for _ in range(3):
            begun = thread_time()
            chart.viewport().repaint()
            painted.append(thread_time() - begun)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_long_run_is_painted_within_a_frame(
    benchmark: BenchmarkFixture,
    note: Note,
    qtbot: QtBot,
    open_window: Callable[[], MainWindow],
    seed: int,
) -> None:
    window = open_window()
    window.resize(*(LARGE if benchmark.enabled else (1280, 800)))
    window.controller.draw_strokes(read_gallery()[0].strokes)
    run_long(window, qtbot, seed, STEPS if benchmark.enabled else 50)
    chart = charted(window, qtbot)
    assert chart.isVisible()
    painted, shown = list[float](), list[float]()
    in_turns(benchmark, lambda: paint(window, chart, painted, shown), lambda: None, rounds=1)
    assert len(painted) == 3 * 9 < len(shown)
    if benchmark.enabled:
        what = f"5,000 steps at {LARGE[0]} x {LARGE[1]}, seed {seed}"
        note(longest(f"painting of the plot, {what}", "16 ms", painted))
        note(longest(f"turn of showing another goal, {what}", "16 ms", shown))


def longest(what: str, aim: str, seconds: list[float]) -> Figure:
    """A figure that is the longest of some durations."""
    found = [1000 * one for one in seconds]
    return Figure(f"longest {what}", aim, f"{max(found):.1f} ms", spread(found, " ms"))
