"""The numbers at an axis are round, few, and cover what is drawn."""

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import pyqtgraph as pg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtWidgets import QApplication

from advgui.core.language import LANGUAGE_VARIABLE
from advgui.ui.plotting.axis import Axis, doubled_top, round_step, stepped_span

tops = some.floats(1e-6, 1e9)


@pytest.fixture
def box(qapp: QApplication) -> Iterator[pg.ViewBox]:
    made = pg.ViewBox(enableMenu=False)
    yield made
    made.unregister()


def ticks(axis: Axis, top: float, room: float) -> list[float]:
    ((step, offset),) = axis.tickSpacing(0.0, top, room)
    return [offset + number * step for number in range(math.floor(top / step + 1e-6) + 1)]


def words(axis: Axis, places: list[float]) -> list[str]:
    return axis.tickStrings(places, 1.0, places[1] - places[0] if len(places) > 1 else 1.0)


@given(least=tops)
def test_a_step_is_round_and_not_far_above_the_least(least: float) -> None:
    step = round_step(least)
    assert least <= step <= 2.5 * least * (1 + 1e-9)
    assert f"{step:e}"[0] in "125"
    assert float(f"{step:.0e}") == pytest.approx(step)


@pytest.mark.parametrize("top", [0.0, -1.0, math.inf, math.nan])
def test_an_axis_of_nothing_ends_somewhere(top: float) -> None:
    assert round_step(top) == 1.0
    assert doubled_top(top) == 2.0


@given(top=tops)
def test_an_axis_that_doubles_holds_its_curve_and_no_more_than_twice_that(top: float) -> None:
    end = doubled_top(top)
    assert top <= end
    assert end == 1.0 or end < 2 * top


@given(last=some.floats(0, 1e9))
def test_an_axis_along_which_a_curve_grows_has_a_quarter_more_than_it_takes(last: float) -> None:
    end = stepped_span(last)
    assert last <= end * (1 + 1e-9)
    assert end == 100.0 or end < 1.25 * last * (1 + 1e-9)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(top=tops, room=some.floats(1, 2000))
@pytest.mark.parametrize("side", ["left", "bottom"])
def test_ticks_are_even_begin_at_zero_and_are_told_apart(
    box: pg.ViewBox, side: Literal["left", "bottom"], top: float, room: float
) -> None:
    axis = Axis(side, box)
    places = ticks(axis, top, room)
    assert places[0] == 0.0
    assert places[-1] <= top * (1 + 1e-6)
    assert len(places) <= max(2, min(11, room / 15 + 1))
    steps = [after - before for before, after in pairwise(places)]
    assert all(step == pytest.approx(steps[0]) for step in steps)
    said = words(axis, places)
    assert len(set(said)) == len(said)
    for place, one in zip(places, said, strict=True):
        assert float(one.replace(",", "")) == pytest.approx(place, rel=1e-6, abs=1e-12)


def test_figures_of_some_axes(box: pg.ViewBox) -> None:
    share, along = Axis("left", box, "Confidence", " %"), Axis("bottom", box)
    assert words(share, ticks(share, 1.0, 60)) == ["0 %", "50 %", "100 %"]
    assert words(Axis("left", box), ticks(Axis("left", box), 4.0, 20)) == ["0", "4"]
    assert words(along, ticks(along, 5000.0, 400)) == [f"{n},000" if n else "0" for n in range(6)]
    assert words(along, ticks(along, 37.0, 300)) == ["0", "10", "20", "30"]
    assert words(along, ticks(along, 3.0, 600)) == ["0", "1", "2", "3"]  # no half steps


def test_the_figures_are_those_of_the_language(
    box: pg.ViewBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    axis = Axis("bottom", box, counts=False)
    assert words(axis, [0.0, 0.5]) == ["0.0", "0.5"]
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    assert words(axis, [0.0, 0.5]) == ["0,0", "0,5"]
