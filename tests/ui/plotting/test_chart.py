"""The chart: where its curves are drawn, and what the mouse does in it."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advgui.lab.attack.curves import Curves
from advgui.ui.attack.history import run_curves, run_data
from advgui.ui.plotting.chart import Chart
from advgui.ui.plotting.curves import Curve, PlotData, Titles
from advgui.ui.plotting.overlay import Reading
from advgui.ui.theme.tokens import LIGHT, palette
from tests.ui.plotting.plots import (
    LEFT,
    NO_KEY,
    RIGHT,
    Paintings,
    double_click,
    drawn_curves,
    move,
    pull,
    rising,
    wheel,
)
from tests.ui.screenshots import painted, part

TITLES = Titles("Step", "Confidence", "L2")


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[Chart]:
    made = Chart(TITLES, lambda place: f"Step {place:.0f}")
    made.setPalette(palette(LIGHT))
    made.resize(600, 220)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.shut()
    made.deleteLater()


@pytest.fixture
def told(chart: Chart) -> list[float]:
    heard: list[float] = []
    chart.scrubbed.connect(heard.append)
    return heard


def orange(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of the goal's curve: nothing else has much more red than blue."""
    rows, columns = (pixels[..., 0].astype(int) - pixels[..., 2] > 60).nonzero()
    return rows, columns


@pytest.mark.parametrize("steps", [101, 5000])
def test_the_curve_goes_where_the_numbers_go(chart: Chart, steps: int) -> None:
    chart.set_data(rising(steps))
    rows, columns = orange(painted(chart))
    straight = np.polynomial.Polynomial.fit(columns, rows, 1)
    assert np.abs(straight(columns) - rows).max() < 4
    assert columns.min() == pytest.approx(chart.place_of(0).x(), abs=4)
    assert columns.max() == pytest.approx(chart.place_of(steps - 1).x(), abs=4)
    upper = chart.strips[0].area
    assert (rows.min(), rows.max()) == pytest.approx((upper.top(), upper.bottom()), abs=3)


def test_a_run_that_goes_on_leaves_room_for_what_is_to_come(chart: Chart) -> None:
    chart.set_data(rising(51), 100.0)
    assert orange(painted(chart))[1].max() == pytest.approx(chart.place_of(50).x(), abs=4)
    assert chart.place_of(100).x() > 500


def test_a_run_of_unknown_length_has_its_axis_move_seldom(chart: Chart) -> None:
    spans = []
    for steps in range(1, 1000, 10):
        chart.set_data(rising(steps), 0.0)
        spans.append(chart.strips[0].seen()[1])
        assert spans[-1] >= steps - 1
    assert len(set(spans)) < 15
    assert spans == sorted(spans)
    chart.set_data(rising(1000))
    assert chart.strips[0].seen() == (0.0, 999.0)


def test_one_peak_among_thousands_of_steps_is_seen(chart: Chart) -> None:
    goal = np.zeros(5000)
    goal[3333] = 1.0
    chart.set_data(run_data(Curves(goal=goal, misfit=goal * 0, distance=goal * 0)))
    rows = orange(painted(chart))[0]
    assert rows.max() - rows.min() > 0.9 * chart.strips[0].area.height()


@pytest.mark.parametrize("width", [240, 700, 2560])
@pytest.mark.parametrize("end", [None, 9000.0])
def test_a_curve_that_swings_is_as_cheap_to_paint_as_the_screen_is_wide(
    chart: Chart, width: int, end: float | None
) -> None:
    chart.resize(width, 500)
    swing = np.arange(5000) % 2.0
    chart.set_data(run_data(Curves(goal=swing, misfit=swing * 3, distance=swing * 9)), end)
    chart.grab()
    points, pens = drawn_curves(chart)
    assert len(points) == 3
    assert max(points) <= width
    assert max(pen.widthF() for pen in pens) <= 1  # wider ones take a hundred times as long
    assert all(pen.isCosmetic() for pen in pens)


@pytest.mark.parametrize("others", [0.5, 4.5, 40.0])
def test_no_other_curve_squeezes_the_confidence(chart: Chart, others: float) -> None:
    flat = np.ones(50)
    low, upper = flat * 0, chart.strips[0].area
    chart.set_data(run_data(Curves(goal=low, misfit=low, distance=others * flat)))
    assert np.median(orange(painted(chart))[0]) == pytest.approx(upper.bottom(), abs=2)
    chart.set_data(run_data(Curves(goal=flat, misfit=others * flat, distance=low)))
    assert np.median(orange(painted(chart))[0]) == pytest.approx(upper.top(), abs=2)


def test_the_strips_are_aligned_and_share_the_height(chart: Chart) -> None:
    chart.set_data(rising(51))
    upper, lower = (strip.area for strip in chart.strips)
    assert (upper.left(), upper.right()) == (lower.left(), lower.right())
    assert upper.bottom() < lower.top()
    assert 1.2 < upper.height() / lower.height() < 2.2


def test_the_axis_of_the_distance_never_shrinks_while_a_run_grows(chart: Chart) -> None:
    def top(last: float, end: float | None) -> float:
        zero = np.zeros(400)
        distance = np.append(zero[1:], last)
        chart.set_data(run_data(Curves(goal=zero, misfit=zero, distance=distance)), end)
        return chart.strips[1].box.viewRange()[1][1]

    tops = [top(last, 999.0) for last in (1.2, 1.3, 1.9, 2.1, 3.0, 3.9, 1.2, 4.1, 1.2)]
    assert tops == sorted(tops)
    assert len(set(tops)) == 3
    assert top(1.2, None) == tops[0]


def test_what_is_no_number_leaves_the_rest_as_it_is(chart: Chart) -> None:
    one = rising(101)
    one.values["distance"][3:7] = np.nan, np.inf, -np.inf, np.nan
    chart.set_data(one)
    assert chart.strips[1].box.viewRange()[1] == [0.0, 2.0]
    assert len(orange(painted(chart))[0]) > 100


@pytest.mark.parametrize("width", [200, 600])
def test_the_box_of_the_values_is_inside_wherever_the_mouse_is(chart: Chart, width: int) -> None:
    chart.resize(width, 220)
    titles = ("8 along the whole change", "7 along the noise that is as long")
    table = tuple(Curve(name, name, "goal", share=True, short=name[0]) for name in titles)
    chart.set_data(PlotData(table, np.arange(101), dict.fromkeys(titles, np.ones(101))))
    for place in (0, 30, 50, 70, 100):
        reading = Reading(
            area=chart.area,
            along=chart.place_of(place).x(),
            title=f"Step {place}",
            rows=tuple((curve, "> 99.9\u00a0%") for curve in table),
            dots=(),
        )
        card = chart.hover.card(reading)
        assert card.left() >= 0
        assert card.right() <= chart.area.right()


def test_a_click_and_a_pull_tell_the_step(chart: Chart, told: list[float]) -> None:
    chart.set_data(rising(101))
    port = chart.viewport()
    QTest.mousePress(port, LEFT, NO_KEY, chart.place_of(30).toPoint())
    move(chart, chart.place_of(60).toPoint(), LEFT)
    move(chart, QPoint(10_000, 50), LEFT)
    QTest.mouseRelease(port, LEFT, NO_KEY, QPoint(-50, 50))
    move(chart, chart.place_of(10).toPoint())
    assert told == [30, 60, 100]


def test_the_line_stands_at_the_place_shown_in_both_strips(chart: Chart, told: list[float]) -> None:
    chart.set_data(rising(101))
    chart.set_position(40)
    area = part(painted(chart), chart.area).astype(int)
    accent = (LIGHT.accent.red(), LIGHT.accent.green(), LIGHT.accent.blue())
    line = (np.abs(area - accent).max(axis=-1) < 40).mean(axis=0)
    wanted = chart.place_of(40).x() - chart.area.left()
    assert line.argmax() == pytest.approx(wanted, abs=1.5)
    assert line.max() > 0.95
    assert told == []


def test_the_wheel_zooms_both_strips_about_the_mouse(chart: Chart) -> None:
    chart.set_data(rising(1001))
    place = chart.place_of(300)
    wheel(chart, place, 3)
    low, high = chart.strips[0].seen()
    assert chart.strips[1].seen() == (low, high)
    assert 0 < low < 300 < high < 1000
    assert chart.place_of(300).x() == pytest.approx(place.x(), abs=1)
    wheel(chart, QPointF(place.x(), chart.strips[1].area.center().y()), 3)
    assert chart.strips[0].seen() == chart.strips[1].seen()
    assert chart.strips[0].seen()[0] > low
    assert all(strip.is_whole for strip in chart.strips)
    wheel(chart, place, -60)
    assert not chart.is_zoomed
    assert chart.strips[0].seen() == pytest.approx((0.0, 1000.0), abs=1e-3)


def test_nothing_is_so_close_that_no_step_is_seen(chart: Chart) -> None:
    chart.set_data(rising(1001))
    wheel(chart, chart.place_of(300), 60)
    low, high = chart.strips[0].seen()
    assert 3 < high - low < 6


def test_the_wheel_over_an_axis_zooms_that_axis_alone(chart: Chart) -> None:
    chart.set_data(rising(101))
    lower = chart.strips[1]
    wheel(chart, QPointF(lower.area.left() - 20, lower.area.center().y()), 3)
    assert not lower.is_whole
    assert chart.is_zoomed
    assert chart.strips[0].is_whole
    assert chart.strips[0].seen() == lower.seen() == (0.0, 100.0)


def test_the_ground_is_pulled_along_where_not_all_is_seen(chart: Chart, told: list[float]) -> None:
    chart.set_data(rising(1001))
    wheel(chart, chart.place_of(500), 8)
    before = chart.strips[0].seen()
    pull(chart, chart.place_of(500), 100)
    low, high = chart.strips[0].seen()
    assert high - low == pytest.approx(before[1] - before[0])
    assert chart.strips[1].seen() == (low, high)
    wide = chart.area.width()
    assert before[0] - low == pytest.approx((high - low) * 100 / wide, rel=0.1)
    assert told == []
    pull(chart, chart.area.center(), 10_000)
    assert chart.strips[0].seen()[0] == 0.0


def test_where_not_all_is_seen_a_click_shows_a_step_and_the_line_can_be_pulled(
    chart: Chart, told: list[float]
) -> None:
    chart.set_data(rising(1001))
    wheel(chart, chart.place_of(500), 8)
    move(chart, chart.place_of(480).toPoint())
    QTest.mouseClick(chart.viewport(), LEFT, pos=chart.place_of(480).toPoint())
    assert told == [pytest.approx(480, abs=1)]
    seen = chart.strips[0].seen()
    pull(chart, chart.place_of(told[0]), 60)
    assert chart.strips[0].seen() == seen
    assert told[-1] == pytest.approx(480 + 60 * (seen[1] - seen[0]) / chart.area.width(), abs=1)


def test_a_double_click_shows_all_again(chart: Chart) -> None:
    heard: list[bool] = []
    chart.zoomed.connect(heard.append)
    chart.set_data(rising(1001))
    wheel(chart, chart.place_of(500), 8)
    double_click(chart, chart.area.center())
    assert not chart.is_zoomed
    assert chart.strips[0].seen() == chart.strips[1].seen() == (0.0, 1000.0)
    assert (heard[0], heard[-1]) == (True, False)


def test_curves_as_long_are_seen_in_the_same_part(chart: Chart) -> None:
    chart.set_data(rising(1001))
    wheel(chart, chart.place_of(500), 8)
    before = chart.strips[0].seen()
    chart.set_data(rising(1001))
    assert chart.strips[0].seen() == before
    chart.set_data(rising(501))
    assert chart.strips[0].seen() == (0.0, 500.0)


def test_while_curves_grow_the_mouse_does_nothing(chart: Chart, told: list[float]) -> None:
    menus: list[QPoint] = []
    chart.menu_wanted.connect(menus.append)
    chart.set_data(rising(101), 200.0)
    move(chart, chart.place_of(50).toPoint())
    wheel(chart, chart.place_of(50), 5)
    QTest.mouseClick(chart.viewport(), LEFT, pos=chart.place_of(30).toPoint())
    QTest.mouseClick(chart.viewport(), RIGHT, pos=chart.place_of(30).toPoint())
    double_click(chart, chart.place_of(30))
    assert told == menus == []
    assert not chart.is_zoomed
    assert chart.hover.title() == ""


def test_the_values_under_the_mouse_are_told_where_they_are(chart: Chart) -> None:
    chart.set_data(rising(101))
    before = painted(chart)
    move(chart, chart.place_of(25).toPoint())
    assert chart.hover.title() == "Step 25"
    changed = (painted(chart) != before).any(axis=-1)
    line = changed[:, round(chart.place_of(25).x())]
    assert line.mean() > 0.3
    for curve, up in ((0, 0.25), (1, 0.75), (2, 2.0)):
        strip = chart.strips[min(curve, 1)]
        height = strip.height_of(up)
        around = changed[round(height) - 3 : round(height) + 4]
        assert around[:, round(chart.place_of(25).x()) - 3].any(), run_curves()[curve].title
    move(chart, QPoint(2, 2))
    assert chart.hover.title() == ""
    assert np.array_equal(painted(chart), before)


@pytest.mark.parametrize("place", [2, 98])
def test_the_card_of_values_stays_inside(chart: Chart, place: int) -> None:
    chart.set_data(rising(101))
    move(chart, chart.place_of(place).toPoint())
    assert chart.rect().toRectF().contains(chart.hover.boundingRect())


def test_a_right_click_asks_for_the_menu_where_it_is(chart: Chart, told: list[float]) -> None:
    menus: list[QPoint] = []
    chart.menu_wanted.connect(menus.append)
    chart.set_data(rising(101))
    point = chart.place_of(30).toPoint()
    QTest.mouseClick(chart.viewport(), RIGHT, pos=point)
    assert menus == [chart.viewport().mapToGlobal(point)]
    assert told == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_line_is_as_wide_as_a_point_on_every_screen(chart: Chart, scale: float) -> None:
    flat = np.full(50, 0.5)
    chart.set_data(run_data(Curves(goal=flat, misfit=flat, distance=flat)))
    chart.set_position(0)
    pixels = painted(chart, scale)
    column = pixels[:, round(scale * chart.area.center().x())].astype(int)
    wide = (column[:, 0] - column[:, 2] > 30).sum()
    assert 1 <= wide <= 2 * scale


def test_what_is_called_how_is_said_where_there_is_room(chart: Chart) -> None:
    chart.set_data(rising(51))
    assert [strip.axis.label.toPlainText().strip() for strip in chart.strips] == [
        "Confidence",
        "L2",
    ]
    assert all(strip.axis.label.isVisible() for strip in chart.strips)
    chart.resize(600, 80)
    assert not chart.strips[0].axis.label.isVisible()


def test_one_painting_shows_all_that_changes_in_a_turn(chart: Chart, qtbot: QtBot) -> None:
    """Qt would paint the whole window at once, within the scene's own event."""
    chart.set_data(rising(51), 100.0)
    qtbot.wait(50)
    paintings = Paintings(chart.viewport())
    for steps in (60, 70, 80):
        chart.set_data(rising(steps), 100.0)
        chart.set_position(steps - 1)
    assert paintings.count == 0
    qtbot.waitUntil(lambda: paintings.count > 0)
    qtbot.wait(50)
    assert paintings.count == 1


@pytest.fixture
def shares(qtbot: QtBot) -> Iterator[Chart]:
    """A chart of nothing but shares, along an axis that does not count in wholes."""
    titles = Titles("Budget", "Robust", least=0.01, counts=False)
    made = Chart(titles, lambda place: f"Within {place:g}")
    made.setPalette(palette(LIGHT))
    made.resize(600, 220)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.shut()
    made.deleteLater()


def test_where_there_are_shares_alone_one_strip_has_all_the_room(shares: Chart) -> None:
    curve = Curve("aware", "Aware", "goal", share=True)
    along = np.linspace(0, 0.3, 7)
    shares.set_data(PlotData((curve,), along, {"aware": np.linspace(1, 0, 7)}))
    (strip,) = shares.strips
    assert strip.area == shares.area
    assert strip.seen() == (0, 0.3)
    rows, columns = orange(painted(shares))
    assert columns.max() == pytest.approx(shares.place_of(0.3).x(), abs=4)
    assert (rows.min(), rows.max()) == pytest.approx((strip.area.top(), strip.area.bottom()), abs=3)


def test_what_is_along_it_need_not_be_whole(shares: Chart) -> None:
    axis = shares._along
    ((step, _),) = axis.tickSpacing(0.0, 0.3, 400.0)
    ((_, places),) = axis.tickValues(0.0, 0.3, 400.0)
    assert axis.tickStrings(places, 1.0, step) == ["0.0", "0.1", "0.2", "0.3"]
