"""The image of very many strokes is that of few, and depends on nothing but them."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.ink_map import InkMap
from advgui.core.digits.rendering import Stroke, render, render_in_place
from advgui.core.images import SIZE, Bytes

#: A cell of the map is a small share of a pixel; an edge is off by no more than a few levels.
CLOSE = 24

places = st.floats(0.0, 1.0)
points = st.lists(st.tuples(places, places), min_size=1, max_size=6)
pressed = st.lists(st.tuples(places, places, places), min_size=1, max_size=6)
strokes = st.one_of(points, pressed).map(lambda p: np.array(p, np.float64))


def mapped(*drawings: Sequence[Stroke], pen: float = 0.12) -> Bytes:
    """The image of the last of some drawings that were shown one after the other."""
    ink = InkMap()
    for drawing in drawings:
        ink.show(tuple(drawing))
    return ink.render(pen)


def off(one: Bytes, other: Bytes) -> int:
    return int(np.abs(one.astype(int) - other).max())


@pytest.mark.parametrize("digit", read_gallery()[:10], ids=lambda digit: digit.title)
@pytest.mark.parametrize("pen", [0.06, 0.2])
def test_it_is_the_image_that_every_stroke_by_itself_gives(digit: object, pen: float) -> None:
    drawn = getattr(digit, "strokes")  # noqa: B009
    ink = InkMap()
    ink.show(drawn)
    placed = tuple(stroke * SIZE for stroke in drawn)
    assert off(ink.render(pen), render(drawn, pen)) <= CLOSE
    assert off(ink.render_in_place(2.3), render_in_place(placed, 2.3)) <= CLOSE


def test_pressure_makes_wider_ink() -> None:
    line = np.array([[0.2, 0.5], [0.8, 0.5]])
    for pressure in (0.0, 0.5, 1.0):
        stroke = np.column_stack([line, [pressure, pressure]])
        assert off(mapped([stroke]), render((stroke,))) <= CLOSE


def test_a_thousand_taps_in_one_place_are_one_dot() -> None:
    tap = np.array([[0.3, 0.8]])
    assert off(mapped([tap.copy() for _ in range(1000)]), render((tap,))) <= CLOSE
    assert not mapped([]).any()


@given(st.lists(st.lists(strokes, max_size=4), min_size=1, max_size=4))
def test_it_does_not_matter_what_was_there_before(drawings: list[list[Stroke]]) -> None:
    kept = [stroke for drawing in drawings for stroke in drawing[:1]]
    last = [*kept, *drawings[-1]]
    assert np.array_equal(mapped(*drawings, last), mapped(last))
    assert np.array_equal(mapped(last, kept, last), mapped(last))
