"""How long after the pen has moved the bars are painted, in the real window."""

from collections.abc import Callable, Iterator
from math import cos, pi, sin
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from advgui.core.digits.gallery import read_gallery
from advgui.core.zoo import PLAIN
from advgui.lab.attack.state import LabState
from advgui.lab.fitted.wearing import Wearing
from advgui.ui.defence.prover import Prover
from advgui.ui.drawing.canvas import InkCanvas
from advgui.ui.network.bars import ConfidenceBars
from advgui.ui.viewer.tile import Tile
from advgui.ui.window.window import MainWindow
from tests.benchmarks.figures import Note, in_turns, milliseconds
from tests.benchmarks.wearing import METHODS, artefact, begin_wearing

MOVES = 160
AIMS = {name: "<= 4 ms" if name == "report" else "<= 8 ms" for name in PLAIN}


class Painted:
    """Remembers when the bars' last paint event was over."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at = 0.0
        paint = ConfidenceBars.paintEvent

        def painted(bars: ConfidenceBars, event: QPaintEvent) -> None:
            paint(bars, event)
            self.at = perf_counter()

        monkeypatch.setattr(ConfidenceBars, "paintEvent", painted)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Painted:
    return Painted(monkeypatch)


def three(count: int) -> Iterator[tuple[float, float]]:
    """A 3 in one stroke, in canvas units: two bows, as slow as a hand is."""
    for index in range(count):
        share = 2 * index / (count - 1)
        angle = -0.75 * pi + 1.25 * pi * (share % 1 if share < 2 else 1)
        middle = 0.33 if share < 1 else 0.65
        yield 0.48 + 0.17 * cos(angle), middle + 0.16 * sin(angle)


def send(canvas: InkCanvas, kind: QEvent.Type, point: tuple[float, float]) -> None:
    """One mouse event with the left button held, as the window system delivers it."""
    place = canvas.square().topLeft() + QPointF(*point) * canvas.square().width()
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
    everywhere = canvas.mapToGlobal(place)
    QApplication.sendEvent(canvas, QMouseEvent(kind, place, everywhere, button, held, no_key))


def draw(canvas: InkCanvas, painted: Painted) -> list[float]:
    """Draw a digit; for each move that changed the bars, seconds until they showed it."""
    first, *others = three(MOVES)
    send(canvas, QEvent.Type.MouseButtonPress, first)
    QApplication.processEvents()
    found = []
    for point in others:
        start = perf_counter()
        send(canvas, QEvent.Type.MouseMove, point)
        QApplication.processEvents()
        if painted.at > start:
            found.append(painted.at - start)
    send(canvas, QEvent.Type.MouseButtonRelease, others[-1])
    return found


@pytest.mark.parametrize("name", AIMS)
def test_the_bars_follow_the_pen(
    benchmark: BenchmarkFixture,
    note: Note,
    painted: Painted,
    open_window: Callable[[], MainWindow],
    name: str,
) -> None:
    window = open_window()
    window.network.network_chosen.emit(name)
    found = measured(benchmark, window, painted)
    if benchmark.stats is not None:
        note(milliseconds(f"pen to painted bars, {name}", AIMS[name], found))


@pytest.mark.parametrize("name", ["report", "convolutional"])
@pytest.mark.parametrize("defence", [None, "threshold"], ids=["alone", "behind a threshold"])
def test_the_bars_follow_the_pen_with_the_bracket_live(
    benchmark: BenchmarkFixture,
    note: Note,
    qtbot: QtBot,
    painted: Painted,
    open_window: Callable[[], MainWindow],
    name: str,
    defence: str | None,
) -> None:
    window = open_window()
    window.network.network_chosen.emit(name)
    window.controller.choose_defence(defence)
    begin_brackets(window, qtbot)
    found = measured(benchmark, window, painted)
    if benchmark.stats is not None:
        where = f"{name}{f' behind a {defence}' if defence else ''}"
        note(milliseconds(f"the same with the bracket live, {where}", AIMS[name], found))


@pytest.mark.parametrize("name", ["report", "convolutional"])
def test_the_bars_follow_the_pen_while_the_drawing_wears_what_was_made_once(
    benchmark: BenchmarkFixture,
    note: Note,
    painted: Painted,
    open_window: Callable[[], MainWindow],
    name: str,
) -> None:
    window = open_window()
    window.network.network_chosen.emit(name)
    methods = METHODS if benchmark.enabled else METHODS[1:2]
    found: dict[str, list[float]] = {method: [] for method in methods}
    worn = begin_wearing(window, METHODS[0]).findChild(Tile, "wear-worn")
    assert isinstance(worn, Tile)

    def draw_in_each() -> None:
        for method, taken in found.items():
            begin_wearing(window, method)
            window.controller.clear()
            QApplication.processEvents()
            taken.extend(draw(window.draw.canvas, painted))
            assert worn.accessibleDescription().startswith("reads ")

    in_turns(benchmark, draw_in_each, lambda: None, rounds=8)
    assert all(found.values()), "the bars did not follow"
    if benchmark.stats is not None:
        for method, taken in found.items():
            note(milliseconds(f"the same, {name}, worn: {method}", AIMS[name], taken))


def test_what_the_drawing_wears_costs_the_window_little(
    benchmark: BenchmarkFixture, note: Note, open_window: Callable[[], MainWindow]
) -> None:
    """All but painting: the image that wears it, read anew, and told to three tiles."""
    window = open_window()
    strip = begin_wearing(window, METHODS[0]).wear.strip
    shown, found = list[tuple[LabState, Wearing]](), dict[str, list[float]]()
    for name in ("report", "convolutional"):
        window.network.network_chosen.emit(name)
        for digit in read_gallery()[:10]:
            window.controller.draw_strokes(digit.strokes)
            state = window.controller.state
            shown += [(state, Wearing.of(artefact(one, state.network), 3)) for one in METHODS]

    def show_all() -> None:
        for state, wearing in shown:
            start = perf_counter()
            strip.show_worn(state, wearing, worn=True)
            what = f"{state.network.name}: {wearing.artefact.method}"
            found.setdefault(what, []).append(perf_counter() - start)

    in_turns(benchmark, show_all, lambda: None, rounds=20)
    if benchmark.stats is not None:
        for what, taken in found.items():
            note(milliseconds(f"worn by the drawing, {what}", "<= 1 ms", taken))


def measured(benchmark: BenchmarkFixture, window: MainWindow, painted: Painted) -> list[float]:
    """Draw again and again; the seconds of all moves, and the bars show what was drawn."""
    found: list[float] = []

    def sheet() -> None:
        window.controller.clear()
        QApplication.processEvents()

    in_turns(benchmark, lambda: found.extend(draw(window.draw.canvas, painted)), sheet, rounds=8)
    assert found, "the bars did not follow"
    reading = window.controller.state.reading
    assert reading is not None
    assert f"reads {reading.label}" in window.network.bars.accessibleDescription()
    return found


def begin_brackets(window: MainWindow, qtbot: QtBot) -> None:
    """Show the Defend page, and wait until its process has told a first bracket."""
    window.controller.draw_strokes(read_gallery()[3].strokes)
    window.pages.choose("defend")
    prover = window.findChild(Prover, "prover")
    assert isinstance(prover, Prover)
    qtbot.waitUntil(lambda: prover.proof.bracket is not None, timeout=60_000)
