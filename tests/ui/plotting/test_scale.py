"""The numbers at an axis are round, few, and cover what is drawn."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.ui.plotting.scale import doubled_top, round_top, tick_words, ticks

tops = some.floats(1e-6, 1e9)


@given(top=tops)
def test_an_axis_ends_at_a_round_number_not_far_above_the_largest(top: float) -> None:
    end = round_top(top)
    assert top <= end <= 2.5 * top * (1 + 1e-9)
    assert f"{end:e}"[0] in "125"
    assert float(f"{end:.0e}") == pytest.approx(end)


@pytest.mark.parametrize("top", [0.0, -1.0, math.inf, math.nan])
def test_an_axis_of_nothing_ends_at_one(top: float) -> None:
    assert round_top(top) == 1.0
    assert doubled_top(top) == 2.0


@given(top=tops)
def test_an_axis_that_doubles_holds_its_curve_and_no_more_than_twice_that(top: float) -> None:
    end = doubled_top(top)
    assert top <= end
    assert end == 1.0 or end < 2 * top


@given(top=tops, room=some.integers(0, 20))
def test_ticks_are_even_begin_at_zero_and_are_as_many_as_there_is_room_for(
    top: float, room: int
) -> None:
    places = ticks(top, room)
    assert places[0] == 0.0
    assert places[-1] <= top * (1 + 1e-6)
    assert len(places) - 1 <= max(1, room)
    steps = [after - before for before, after in pairwise(places)]
    assert all(step == pytest.approx(steps[0]) for step in steps)


@given(top=tops, room=some.integers(1, 20))
def test_what_is_written_tells_each_tick_from_the_next(top: float, room: int) -> None:
    places = ticks(top, room)
    words = tick_words(places)
    assert len(set(words)) == len(words)
    for place, said in zip(places, words, strict=True):
        assert float(said.replace(",", "")) == pytest.approx(place, rel=1e-6, abs=1e-12)


@pytest.mark.parametrize(
    ("top", "words"),
    [
        (1.0, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (5000.0, ["0", "1,000", "2,000", "3,000", "4,000", "5,000"]),
        (37.0, ["0", "10", "20", "30"]),
    ],
)
def test_ticks_of_some_runs(top: float, words: list[str]) -> None:
    assert tick_words(ticks(top, 5)) == words
