from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advgui.ui.plotting.chart import Chart
from advgui.ui.plotting.plot_widget import RunPlot
from advgui.ui.plotting.series import CurveKey, run_course
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from tests.ui.screenshots import WatchedPainter, painted, share_of

Keep = Callable[[RunPlot], RunPlot]
EMPTY = "The run's course appears here"

# The screen that is not there says so whenever a window has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def set_curves(
    plot: RunPlot, steps: NDArray[np.integer[Any]], *, total: int | None = None, **curves: Any
) -> None:
    """Show the curves of a run so far, which may go on to step ``total``."""
    plot.set_course(run_course(steps, **curves), float(total or 0))


@pytest.fixture
def plot(qtbot: QtBot, keep: Keep) -> RunPlot:
    made = keep(RunPlot())
    made.setPalette(palette(LIGHT))
    made.resize(600, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def show_run(plot: RunPlot, steps: int, *, total: int | None = None) -> None:
    """A goal that rises evenly from 0 to 1, a misfit that falls, a constant distance."""
    along = np.linspace(0.0, 1.0, steps)
    set_curves(
        plot, np.arange(steps), goal=along, misfit=1 - along, distance=along * 0 + 2, total=total
    )


def chart(plot: RunPlot, qtbot: QtBot) -> Chart:
    found = plot.findChild(Chart, "chart")
    assert isinstance(found, Chart)
    qtbot.waitExposed(found)
    return found


def said(plot: RunPlot) -> str:
    key = plot.findChild(CurveKey, "curve-key")
    assert isinstance(key, CurveKey)
    return key.accessibleDescription()


def orange(shown: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of the goal's curve: nothing else has much more red than blue."""
    rows, columns = (shown[..., 0].astype(int) - shown[..., 2] > 60).nonzero()
    return rows, columns


def test_without_a_run_there_are_words(plot: RunPlot, qtbot: QtBot) -> None:
    assert plot.accessibleDescription() == EMPTY
    empty = painted(plot)
    show_run(plot, 11)
    assert chart(plot, qtbot).isVisible()
    plot.clear()
    assert plot.accessibleDescription() == EMPTY
    np.testing.assert_array_equal(painted(plot), empty)


@pytest.mark.parametrize("steps", [101, 5000])
def test_the_curve_goes_where_the_numbers_go(plot: RunPlot, qtbot: QtBot, steps: int) -> None:
    show_run(plot, steps)
    drawn = chart(plot, qtbot)
    rows, columns = orange(painted(drawn))
    straight = np.polynomial.Polynomial.fit(columns, rows, 1)
    assert np.abs(straight(columns) - rows).max() < 4
    assert rows[columns < columns.min() + 20].min() > rows[columns > columns.max() - 20].max()
    assert columns.min() == pytest.approx(drawn.place_of(0).x(), abs=4)
    assert columns.max() == pytest.approx(drawn.place_of(steps - 1).x(), abs=4)


def test_a_run_that_goes_on_leaves_room_for_what_is_to_come(plot: RunPlot, qtbot: QtBot) -> None:
    show_run(plot, 51, total=100)
    drawn = chart(plot, qtbot)
    assert orange(painted(drawn))[1].max() == pytest.approx(drawn.place_of(50).x(), abs=4)
    assert drawn.place_of(100).x() > 500


def test_one_peak_among_thousands_of_steps_is_seen(plot: RunPlot, qtbot: QtBot) -> None:
    goal = np.zeros(5000)
    goal[3333] = 1.0
    zero = np.zeros(5000)
    set_curves(plot, np.arange(5000), goal=goal, misfit=zero, distance=zero)
    rows = orange(painted(chart(plot, qtbot)))[0]
    assert rows.max() - rows.min() > 80


def test_a_click_and_a_drag_tell_the_step(plot: RunPlot, qtbot: QtBot) -> None:
    show_run(plot, 101)
    drawn = chart(plot, qtbot)
    told: list[int] = []
    plot.scrubbed.connect(told.append)
    port = drawn
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=drawn.place_of(30).toPoint())
    QTest.mouseMove(port, drawn.place_of(60).toPoint())
    QTest.mouseMove(port, QPoint(10_000, 50))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(-50, 50))
    QTest.mouseMove(port, drawn.place_of(10).toPoint())
    assert told == [30, 60, 100]
    assert said(plot).startswith("Confidence of the goal 100\u00a0%")


def test_setting_moves_the_line_and_tells_nobody(plot: RunPlot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plot.scrubbed):
        show_run(plot, 101)
        plot.set_position(40)
    drawn = chart(plot, qtbot)
    area = painted(drawn)[10:-40].astype(int)
    accent = (LIGHT.accent.red(), LIGHT.accent.green(), LIGHT.accent.blue())
    line = (np.abs(area - accent).max(axis=-1) < 40).mean(axis=0)
    assert line.argmax() == pytest.approx(drawn.place_of(40).x(), abs=1.5)
    assert line.max() > 0.9
    assert said(plot).endswith("L2 before rounding 2.000")
    assert plot.accessibleDescription().startswith("Step 40: ")


def test_the_values_are_those_of_the_last_step_there_is(plot: RunPlot) -> None:
    show_run(plot, 11)
    plot.set_position(999)
    assert said(plot).startswith("Confidence of the goal 100\u00a0%; Misfit 0.000")


@pytest.mark.parametrize("width", [240, 700, 2560])
@pytest.mark.parametrize("total", [None, 9000])
def test_a_curve_that_swings_is_as_cheap_to_paint_as_the_screen_is_wide(
    plot: RunPlot,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    total: int | None,
) -> None:
    drawn, swing = chart(plot, qtbot), np.arange(5000) % 2.0
    plot.resize(width, 500)
    monkeypatch.setattr("advgui.ui.plotting.chart.QPainter", WatchedPainter)
    WatchedPainter.forget()
    set_curves(plot, np.arange(5000), goal=swing, misfit=swing * 3, distance=swing * 9, total=total)
    painted(drawn)
    assert len(WatchedPainter.points) == 3
    assert max(WatchedPainter.points) <= 2 * drawn.width()
    assert max(WatchedPainter.widths) <= 1  # all others are stroked, at a hundred times the cost


@pytest.mark.parametrize("others", [0.5, 4.5, 40.0])
def test_no_other_curve_squeezes_the_confidence(plot: RunPlot, qtbot: QtBot, others: float) -> None:
    drawn, flat = chart(plot, qtbot), np.ones(50)
    low = flat * 0
    set_curves(plot, np.arange(50), goal=low, misfit=low, distance=others * flat)
    bottom = np.median(orange(painted(drawn))[0])
    set_curves(plot, np.arange(50), goal=flat, misfit=others * flat, distance=low)
    top = np.median(orange(painted(drawn))[0])
    assert top < 20
    assert bottom - top > 0.75 * drawn.height()


def test_the_axis_of_the_distance_never_shrinks_while_a_run_grows(
    plot: RunPlot, qtbot: QtBot
) -> None:
    def height(distances: NDArray[np.float64], total: int) -> float:
        """Where the first distance, 1, is painted: how far below the top."""
        zero = np.zeros(len(distances))
        places = np.linspace(0, 10, len(distances)).astype(int)
        set_curves(plot, places, goal=zero, misfit=zero, distance=distances, total=total)
        shown = painted(drawn).astype(int)[12:-26, 46:90]
        return float(np.median((shown.sum(axis=-1) < 560).nonzero()[0]))

    drawn, ones = chart(plot, qtbot), np.ones(400)
    heights = [
        height(np.append(ones, last), 100) for last in (1.2, 1.3, 1.9, 2.1, 3.0, 3.9, 1.2, 4.1, 1.2)
    ]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3
    assert height(np.append(ones, 1.2), 0) == heights[0]


def test_the_curve_of_a_label_to_get_away_from_is_called_so(plot: RunPlot, qtbot: QtBot) -> None:
    ones = np.ones(11)
    set_curves(plot, np.arange(11), goal=ones, misfit=ones, distance=ones, away=7)
    assert said(plot).startswith(
        "Confidence of the 7 it was read as 100\u00a0%; Misfit to the 7 1.000"
    )
    assert not len(orange(painted(chart(plot, qtbot)))[0])
    assert not len(orange(painted(plot))[0])


def test_a_run_without_steps_is_not_an_error(plot: RunPlot, qtbot: QtBot) -> None:
    none = np.zeros(0)
    set_curves(plot, np.arange(0), goal=none, misfit=none, distance=none, total=100)
    assert chart(plot, qtbot).isVisible()
    assert said(plot) == "Confidence of the goal; Misfit; L2 before rounding"


def test_the_chart_follows_the_theme(plot: RunPlot, qtbot: QtBot) -> None:
    show_run(plot, 101)
    drawn = chart(plot, qtbot)
    assert share_of(painted(drawn), LIGHT.text, 60) > 0
    plot.setPalette(palette(DARK))
    shown = painted(plot)
    assert share_of(shown, DARK.window) > 0.7
    assert share_of(shown, DARK.text, 60) > 0


def test_what_is_prepared_shows_nothing_before_its_moment_and_all_of_it_then(
    plot: RunPlot, qtbot: QtBot
) -> None:
    show_run(plot, 20, total=100)
    drawn = chart(plot, qtbot)
    before = painted(drawn)
    rising = np.linspace(0, 1, 80)
    later = run_course(np.arange(80), goal=rising, misfit=1 - rising, distance=rising)
    plot.prepare(later, 100.0)
    assert np.array_equal(painted(drawn), before)
    plot.set_course(later, 100.0)
    prepared = painted(drawn)
    plot.set_course(later, 100.0)
    assert np.array_equal(painted(drawn), prepared)
    assert not np.array_equal(prepared, before)
