from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.digits.rendering import Strokes
from advgui.ui.drawing.stroking import StrokeBuilder, written

places = st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
ways = st.lists(places, min_size=1, max_size=200)


def built(points: list[tuple[float, float]]) -> StrokeBuilder:
    builder = StrokeBuilder(pressure=False)
    for x, y in points:
        builder.add(x, y)
    return builder


def length(strokes: Strokes) -> float:
    return float(sum(np.hypot(*np.diff(s[:, :2], axis=0).T).sum() for s in strokes))


@given(ways)
def test_a_stroke_stays_in_the_canvas_and_near_what_the_pen_did(
    points: list[tuple[float, float]],
) -> None:
    stroke = built(points).stroke()
    told = np.clip(points, 0.0, 1.0)
    assert ((stroke >= 0.0) & (stroke <= 1.0)).all()
    apart = np.abs(stroke[:, None] - told[None]).max(axis=-1).min(axis=1)
    assert (apart <= 0.025).all()


@given(ways)
def test_a_stroke_begins_where_the_pen_came_down_and_ends_where_it_is(
    points: list[tuple[float, float]],
) -> None:
    told = np.clip(points, 0.0, 1.0)
    stroke = built(points).stroke()
    np.testing.assert_allclose(stroke[0], told[0])
    assert np.hypot(*(stroke[-1] - told[-1])) <= 1e-3


def test_a_pen_that_rests_adds_nothing() -> None:
    builder = built([(0.5, 0.5)])
    assert not builder.add(0.5, 0.5)
    assert not builder.add(0.5003, 0.5)
    assert builder.add(0.6, 0.5)
    assert len(builder) == 2


def test_whole_pixels_are_evened_out() -> None:
    side = 320
    angles = np.linspace(0.0, np.pi, 60)
    true = 0.5 + 0.3 * np.column_stack([np.cos(angles), np.sin(angles)])
    coarse = np.rint(true * side) / side
    stroke = built([(x, y) for x, y in coarse.tolist()]).stroke()

    def jitter(points: np.ndarray) -> float:
        return float(np.abs(np.diff(points, n=3, axis=0)).mean())

    assert len(stroke) == len(true)
    assert jitter(stroke) < 0.5 * jitter(coarse)
    assert np.abs(stroke - true)[1:-1].max() < 1 / side


def test_corners_of_long_lines_stay() -> None:
    corners = [(0.1, 0.1), (0.9, 0.1), (0.1, 0.9)]
    np.testing.assert_allclose(built(corners).stroke(), corners)


def test_a_straight_line_is_evened_out_to_itself() -> None:
    line = np.linspace((0.2, 0.3), (0.6, 0.8), 50)
    stroke = built([(x, y) for x, y in line.tolist()]).stroke()
    np.testing.assert_allclose(stroke, line, atol=1e-12)


def test_pressure_is_kept_within_its_range() -> None:
    builder = StrokeBuilder(pressure=True)
    for x, pressure in ((0.1, -1.0), (0.5, 0.25), (0.9, 7.0)):
        builder.add(x, 0.5, pressure)
    np.testing.assert_allclose(builder.stroke()[:, 2], [0.0, 0.25, 1.0])


def test_a_stroke_is_a_copy_that_later_points_leave_alone() -> None:
    builder = built([(0.1, 0.1), (0.12, 0.1)])
    before = builder.stroke()
    kept = before.copy()
    builder.add(0.14, 0.14)
    np.testing.assert_array_equal(before, kept)


SEVEN: Strokes = (
    np.array([[0.2, 0.2], [0.8, 0.2], [0.4, 0.9]]),
    np.array([[0.3, 0.55], [0.7, 0.55]]),
)


def test_writing_begins_with_a_dot_and_ends_with_the_strokes_themselves() -> None:
    first = written(SEVEN, 0.0)
    assert len(first) == 1
    np.testing.assert_allclose(np.unique(first[0], axis=0), [[0.2, 0.2]])
    assert written(SEVEN, 1.0) is SEVEN
    assert written((), 0.5) == ()


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_what_was_written_stays_and_grows(one: float, other: float) -> None:
    less, more = (written(SEVEN, share) for share in sorted((one, other)))
    assert length(less) <= length(more) + 1e-9
    assert len(less) <= len(more)
    for done in less[:-1]:
        assert any(done is stroke for stroke in more)


@given(st.floats(0.0, 1.0))
def test_every_cut_lies_on_the_stroke(share: float) -> None:
    end = written(SEVEN, share)[-1][-1]
    whole = SEVEN[len(written(SEVEN, share)) - 1]
    distances = []
    for a, b in pairwise(whole):
        along = np.clip(np.dot(end - a, b - a) / np.dot(b - a, b - a), 0.0, 1.0)
        distances.append(np.hypot(*(a + along * (b - a) - end)))
    assert min(distances) < 1e-9


def test_writing_is_even_but_for_the_way_through_the_air() -> None:
    shares = np.linspace(0.0, 1.0, 101)
    grown = np.diff([length(written(SEVEN, float(share))) for share in shares])
    moving = grown[grown > 1e-9]
    assert np.median(moving) == pytest.approx(moving.max(), rel=1e-6)
    assert 0 < (grown < 1e-9).sum() < 30


def test_dots_are_written_too() -> None:
    dots: Strokes = (np.array([[0.2, 0.2]]), np.array([[0.8, 0.8]]))
    assert len(written(dots, 0.5)) == 1
    assert len(written(dots, 1.0)) == 2
