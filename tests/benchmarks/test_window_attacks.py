"""Every attack of the registry: the window's pulse beside it, and the bars under a pen, live."""

from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from advgui.core.attacks import ATTACKS
from advgui.core.digits.gallery import read_gallery
from advgui.core.parameters import Parameter, parameter_table
from advgui.lab.attack.state import Aim
from advgui.ui.window.window import MainWindow
from tests.benchmarks.figures import Note, in_turns, milliseconds
from tests.benchmarks.pulse import regularity
from tests.benchmarks.test_pen import Painted, draw
from tests.benchmarks.test_window import Watch

ROUNDS: Final = 8
DURATION: Final = 0.5  # of a round, seconds
EFFORT: Final = ("steps", "queries")  # what makes a run long
TRIED: Final = ("ddn", "square")  # where nothing is measured: a step, and a query, of work


@pytest.fixture(params=ATTACKS)
def name(request: pytest.FixtureRequest, benchmark: BenchmarkFixture) -> str:
    """Each attack's, where it is measured."""
    name: str = request.param
    if not benchmark.enabled and name not in TRIED:
        pytest.skip("measured with --benchmark-enable")
    return name


def most(row: Parameter) -> int:
    """A long run, that goes on for as long as anybody measures."""
    return int(min(row.maximum, 5000))


def prepared(window: MainWindow, name: str) -> Aim:
    """A drawn digit, the report's network and an attack that is long; all goals if it has any."""
    controller = window.controller
    window.network.network_chosen.emit("report")
    controller.draw_strokes(read_gallery()[0].strokes)
    controller.choose_attack(name)
    for row in parameter_table(ATTACKS[name]):
        if row.name in EFFORT:
            controller.set_parameter(row.name, most(row))
    return "every" if "targeted" in ATTACKS[name].forms else "away"


def test_the_window_stays_alive_beside_every_attack(
    benchmark: BenchmarkFixture,
    note: Note,
    qtbot: QtBot,
    open_window: Callable[[], MainWindow],
    name: str,
) -> None:
    window = open_window()
    watch = Watch(window, prepared(window, name))
    watch.run(DURATION)  # the worker comes up
    watch.pulse.gaps.clear()
    in_turns(benchmark, lambda: watch.run(DURATION), lambda: None, rounds=ROUNDS)
    assert watch.pulse.gaps
    note(regularity(f"every digit, {name}", watch.pulse.gaps))


def test_the_bars_follow_the_pen_beside_every_attack(
    benchmark: BenchmarkFixture,
    note: Note,
    monkeypatch: pytest.MonkeyPatch,
    open_window: Callable[[], MainWindow],
    name: str,
) -> None:
    window, painted, found = open_window(), Painted(monkeypatch), list[float]()
    window.controller.set_live(True)
    window.controller.attack(prepared(window, name))

    def sheet() -> None:
        window.controller.clear()
        QApplication.processEvents()

    in_turns(benchmark, lambda: found.extend(draw(window.draw.canvas, painted)), sheet, rounds=4)
    assert found, "the bars did not follow"
    if benchmark.stats is not None:
        note(milliseconds(f"pen to painted bars, {name} live", "<= 4 ms", found))
