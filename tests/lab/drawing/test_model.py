"""Drawings: strokes come and go, the eraser splits them, and every change can be undone."""

from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.digits.rendering import BOX, LEAST, PEN, Stroke, render, render_in_place
from advgui.core.images import SIZE
from advgui.lab.drawing.erasing import erased
from advgui.lab.drawing.model import Drawing, History, cleared, from_image, with_stroke

LINE = np.array([[0.1, 0.5], [0.9, 0.5]])
GRAY = np.full((SIZE, SIZE), 90, np.uint8)
HALF_PEN = PEN * BOX / SIZE / 2.0

places = st.floats(0.0, 1.0)
points = st.tuples(places, places)
strokes = st.lists(points, min_size=1, max_size=12).map(lambda p: np.array(p, np.float64))


def drawn(*strokes: Stroke) -> Drawing:
    drawing = Drawing()
    for stroke in strokes:
        drawing = with_stroke(drawing, stroke)
    return drawing


def sampled(stroke: Stroke, n: int = 200) -> Stroke:
    """Points all along a stroke."""
    at = np.linspace(0, len(stroke) - 1, n * len(stroke))
    return np.column_stack([np.interp(at, np.arange(len(stroke)), c) for c in stroke.T])


def apart(points: Stroke, others: Stroke) -> Stroke:
    """How far each of (k, 2) is from each of (m, 2): (k, m)."""
    x, y = (points[:, None] - others[None]).transpose(2, 0, 1)
    distances: Stroke = np.hypot(x, y)
    return distances


def test_a_drawing_on_plain_paper_is_fitted_as_mnist_is() -> None:
    small = drawn(LINE * 0.1)
    assert np.array_equal(small.image(), render((LINE,)))
    assert not Drawing().image().any()


def test_a_wider_pen_draws_wider() -> None:
    assert Drawing((LINE,), pen=0.2).image().sum() > Drawing((LINE,), pen=0.1).image().sum()


def test_strokes_over_an_image_stay_where_they_were_drawn() -> None:
    base = np.random.default_rng(0).integers(0, 200, (28, 28), dtype=np.uint8)
    image = with_stroke(from_image(base), LINE).image()
    assert (image[13:15, 4:24] == 255).all()
    assert np.array_equal(image[:12], base[:12])
    assert np.array_equal(image[16:], base[16:])


def test_an_image_that_was_opened_is_seen_pixel_for_pixel() -> None:
    base = np.random.default_rng(1).integers(0, 256, (28, 28), dtype=np.uint8)
    assert np.array_equal(from_image(base).image(), base)


def test_nobody_can_change_a_drawing_afterwards() -> None:
    stroke, base = LINE.copy(), np.full((28, 28), 9, np.uint8)
    drawing = with_stroke(from_image(base), stroke)
    before = drawing.image()
    stroke[:] = 0.0
    base[:] = 255
    assert np.array_equal(drawing.image(), before)
    with pytest.raises(ValueError, match="read-only"):
        drawing.strokes[0][0, 0] = 1.0
    with pytest.raises(FrozenInstanceError):
        drawing.pen = 0.2  # type: ignore[misc]


def test_a_stroke_without_points_adds_nothing() -> None:
    drawing = drawn(LINE)
    assert with_stroke(drawing, np.empty((0, 2))) is drawing


def test_the_eraser_splits_a_stroke_that_it_crosses() -> None:
    across = np.array([[0.5, 0.2], [0.5, 0.8]])
    left, right = erased(drawn(LINE), across, 0.05).strokes
    gap = right[0, 0] - left[-1, 0]
    assert left[0].tolist() == [0.1, 0.5]
    assert right[-1].tolist() == [0.9, 0.5]
    # Between the round ends of the ink the eraser itself fits.
    assert gap - 2.0 * HALF_PEN == pytest.approx(0.1, abs=0.04)


@settings(max_examples=40)
@given(st.lists(strokes, min_size=1, max_size=2), strokes, st.floats(0.01, 0.2))
def test_what_was_erased_is_gone_and_the_rest_is_all_there(
    ink: list[Stroke], path: Stroke, radius: float
) -> None:
    before = drawn(*ink)
    after = erased(before, path, radius)
    reach = radius + HALF_PEN
    rubbed = sampled(path, 60)

    def away(points: Stroke) -> Stroke:
        nearest: Stroke = apart(points, rubbed).min(axis=1)
        return nearest

    for stroke in after.strokes:
        assert away(stroke).min() > reach - 0.01
    left = np.concatenate([np.empty((0, 2)), *(sampled(s, 30) for s in after.strokes)])
    for stroke in before.strokes:
        kept = sampled(stroke, 10)
        kept = kept[away(kept) > reach * 1.2 + 0.01]
        assert len(kept) == 0 or apart(kept, left).min(axis=1).max() < 0.06


@given(st.lists(strokes, min_size=1, max_size=3), strokes, st.floats(0.01, 0.2))
def test_erasing_twice_is_erasing_once(ink: list[Stroke], path: Stroke, radius: float) -> None:
    once = erased(drawn(*ink), path, radius)
    twice = erased(once, path, radius * 0.99)
    assert twice is once


def test_an_eraser_that_touches_nothing_gives_the_same_drawing() -> None:
    drawing = with_stroke(from_image(np.zeros((28, 28), np.uint8)), LINE)
    assert erased(drawing, np.array([[0.5, 0.1]]), 0.05) is drawing
    assert erased(drawing, np.empty((0, 2)), 0.05) is drawing


def test_the_eraser_keeps_the_pressure_along_the_way() -> None:
    pressed = np.column_stack([LINE, [0.0, 1.0]])
    left, right = erased(drawn(pressed), np.array([[0.5, 0.5]]), 0.05).strokes
    for part in (left, right):
        assert part[:, 2] == pytest.approx((part[:, 0] - 0.1) / 0.8)


def test_the_eraser_blackens_the_pixels_it_touched_and_no_others() -> None:
    base = np.full((28, 28), 200, np.uint8)
    after = erased(from_image(base), np.array([[0.0, 0.25], [1.0, 0.25]]), 0.05).image()
    rows = (np.arange(28) + 0.5) / 28
    touched = np.abs(rows - 0.25) <= 0.05
    assert not after[touched].any()
    assert (after[~touched] == 200).all()


def test_a_dot_is_erased_whole() -> None:
    dot = np.array([[0.5, 0.5]])
    assert erased(drawn(dot), dot, 0.02).empty


def test_clearing_keeps_the_pen() -> None:
    drawing = Drawing((LINE,), np.ones((28, 28), np.uint8), pen=0.2)
    blank = cleared(drawing)
    assert blank.empty
    assert blank.pen == 0.2
    assert cleared(blank) is blank


@given(st.lists(st.sampled_from(["draw", "undo", "redo", "nothing"]), max_size=30))
def test_undo_and_redo_walk_through_every_drawing(events: list[str]) -> None:
    history = History()
    seen, at = [history.present], 0
    for event in events:
        match event:
            case "draw":
                drawing = with_stroke(history.present, LINE)
                history = history.record(drawing)
                seen, at = [*seen[: at + 1], drawing], at + 1
            case "undo":
                history, at = history.undo(), max(at - 1, 0)
            case "redo":
                history, at = history.redo(), min(at + 1, len(seen) - 1)
            case _:
                history = history.record(history.present)
        assert history.present is seen[at]
        assert history.can_undo == (at > 0)
        assert history.can_redo == (at < len(seen) - 1)


@given(st.lists(strokes, max_size=8), st.sampled_from([0.06, PEN, 0.2]), st.booleans())
def test_an_ordinary_drawing_is_seen_exactly_as_its_strokes_are_rendered(
    ink: list[Stroke], pen: float, opened: bool
) -> None:
    base = np.random.default_rng(0).integers(0, 256, (28, 28), dtype=np.uint8) if opened else None
    seen = replace(Drawing(pen=pen), strokes=tuple(ink), base=base).image()
    if base is None:
        assert np.array_equal(seen, render(tuple(ink), pen, least=LEAST))
    else:
        placed = tuple(stroke * SIZE for stroke in ink)
        assert np.array_equal(seen, np.maximum(base, render_in_place(placed, pen * BOX)))


def test_very_many_strokes_are_seen_as_few_are() -> None:
    few = drawn(LINE, LINE[:, ::-1] * 0.5)
    many = replace(few, strokes=few.strokes * 20)
    for one, other in ((few, many), (replace(few, base=GRAY), replace(many, base=GRAY))):
        assert np.abs(one.image().astype(int) - other.image()).max() <= 24
