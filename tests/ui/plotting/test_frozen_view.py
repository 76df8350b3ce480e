"""A chart that is painted ahead shows what a chart that is painted at once would show."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from advgui.ui.plotting.chart import Chart
from advgui.ui.plotting.curves import Titles
from advgui.ui.theme.tokens import DARK, palette
from tests.ui.plotting.plots import rising

END = 100.0


def made(qtbot: QtBot) -> Chart:
    chart = Chart(Titles("Step", "Confidence", "L2"), lambda place: f"Step {place:.0f}")
    chart.resize(600, 220)
    chart.show()
    qtbot.waitExposed(chart)
    return chart


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[Chart]:
    one = made(qtbot)
    one.set_data(rising(30), END)
    one.set_position(10)
    yield one
    one.shut()
    one.deleteLater()


@pytest.fixture
def other(qtbot: QtBot) -> Iterator[Chart]:
    """The same, which nothing is drawn in ahead."""
    one = made(qtbot)
    yield one
    one.shut()
    one.deleteLater()


def seen(chart: Chart) -> QImage:
    return chart.viewport().grab().toImage()


def test_nothing_is_seen_of_what_is_drawn_and_painted_ahead(chart: Chart) -> None:
    before = seen(chart)
    chart.draw_ahead(rising(60), END, 40)
    QCoreApplication.processEvents()
    assert seen(chart) == before
    chart.paint_ahead()
    QCoreApplication.processEvents()
    assert seen(chart) == before


@pytest.mark.parametrize("end", [END, None])
@pytest.mark.parametrize("painted", [True, False])
def test_what_was_drawn_ahead_is_seen_once_it_is_set(
    chart: Chart, other: Chart, end: float | None, painted: bool
) -> None:
    data = rising(60)
    chart.draw_ahead(data, end, 40)
    if painted:
        chart.paint_ahead()
    for one in (chart, other):
        one.set_data(data, end)
        one.set_position(40)
    assert seen(chart) == seen(other)


def test_axes_follow_whether_painted_ahead_or_not(chart: Chart, other: Chart) -> None:
    chart.draw_ahead(rising(60, 17.0), END, 40)
    chart.paint_ahead()
    longer, highest = rising(5000, 17.0), rising(40, 300.0)
    for one in (chart, other):
        one.set_data(longer)
        one.set_position(40)
    QCoreApplication.processEvents()
    assert seen(chart) == seen(other)
    chart.draw_ahead(highest, END, 40)
    assert seen(chart) == seen(other)
    chart.paint_ahead()
    for one in (chart, other):
        one.set_data(highest, END)
        one.set_position(40)
    assert seen(chart) == seen(other)
    for one in (chart, other):
        one.set_data(highest)
    assert seen(chart) == seen(other)


def test_curves_at_rest_can_be_touched_right_after(chart: Chart) -> None:
    data = rising(60)
    chart.draw_ahead(data, None, 40)
    chart.paint_ahead()
    chart.set_data(data)
    QCoreApplication.processEvents()
    assert not chart.is_frozen
    before = seen(chart)
    chart.set_position(20)
    assert seen(chart) != before


def test_what_was_drawn_ahead_and_is_not_wanted_any_more_is_not_seen(
    chart: Chart, other: Chart
) -> None:
    chart.draw_ahead(rising(60), END, 40)
    chart.paint_ahead()
    data = rising(50)
    for one in (chart, other):
        one.set_data(data, END)
        one.set_position(20)
    assert seen(chart) == seen(other)


def test_another_size_is_followed_at_once(chart: Chart) -> None:
    chart.draw_ahead(rising(60), END, 40)
    chart.resize(500, 200)
    QCoreApplication.processEvents()
    assert not chart.is_frozen


def test_a_chart_that_was_taken_apart_takes_no_notice_of_a_theme(qtbot: QtBot) -> None:
    chart = made(qtbot)
    chart.set_data(rising(30), END)
    chart.draw_ahead(rising(60), END, 40)
    chart.shut()
    chart.setPalette(palette(DARK))
    chart.resize(500, 200)
    QCoreApplication.processEvents()
    chart.deleteLater()
