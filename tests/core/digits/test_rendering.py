"""Strokes to images: as MNIST was made, and the same wherever a digit is drawn."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from advgui.core.digits.rendering import (
    BOX,
    PEN,
    Strokes,
    centre_of_mass,
    pen_width,
    render,
    render_in_place,
)
from advgui.core.images import SIZE

Floats = NDArray[np.float64]


def scrawl(seed: int, *, pressed: bool = False) -> Strokes:
    """One to three smooth random strokes that stay together."""
    random = np.random.default_rng(seed)
    strokes = []
    for _ in range(random.integers(1, 4)):
        turns = np.cumsum(random.normal(0, 0.35, int(random.integers(8, 40))))
        steps = np.stack([np.cos(turns), np.sin(turns)], axis=1)
        points = np.cumsum(steps, axis=0) + random.normal(0, 3, 2)
        if pressed:
            points = np.column_stack([points, random.uniform(0, 1, len(points))])
        strokes.append(points)
    return tuple(strokes)


def moved(strokes: Strokes, scale: float, shift: tuple[float, float]) -> Strokes:
    return tuple(np.column_stack([s[:, :2] * scale + np.array(shift), s[:, 2:]]) for s in strokes)


def by_definition(strokes: Strokes, pen: float) -> Floats:
    """Every pixel against every segment: slow, and without any of the short cuts."""
    rows, columns = np.indices((SIZE, SIZE)) + 0.5
    nearest = np.full((SIZE, SIZE), np.inf)
    for stroke in strokes:
        for (ax, ay), (bx, by) in pairwise(stroke):
            long = max((bx - ax) ** 2 + (by - ay) ** 2, 1e-30)
            along = ((columns - ax) * (bx - ax) + (rows - ay) * (by - ay)) / long
            along = np.clip(along, 0.0, 1.0)
            x, y = ax + along * (bx - ax) - columns, ay + along * (by - ay) - rows
            nearest = np.minimum(nearest, np.sqrt(x * x + y * y))
    return np.clip(0.5 + pen / 2.0 - nearest, 0.0, 1.0)


seeds = st.integers(0, 10_000)


@given(seeds, st.floats(1.0, 5.0))
def test_ink_in_place_agrees_with_the_distance_to_every_segment(seed: int, pen: float) -> None:
    strokes = tuple(stroke + 14.0 for stroke in scrawl(seed))
    expected = by_definition(strokes, pen) * 255.0
    assert np.abs(render_in_place(strokes, pen) - expected).max() <= 0.5001


@given(
    seeds,
    st.booleans(),
    st.floats(1e-3, 1e4),
    st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4)),
)
def test_a_digit_reads_the_same_however_large_and_wherever_it_is_drawn(
    seed: int, pressed: bool, scale: float, shift: tuple[float, float]
) -> None:
    strokes = scrawl(seed, pressed=pressed)
    far = moved(strokes, scale, (shift[0] * scale, shift[1] * scale))
    difference = render(strokes).astype(int) - render(far)
    assert np.abs(difference).max() <= 1


@given(seeds)
def test_the_centre_of_mass_lies_on_index_fourteen(seed: int) -> None:
    image = render(scrawl(seed))
    if image[[0, -1]].any() or image[:, [0, -1]].any():
        return  # what is cut off at the edge balances the rest no longer
    assert np.abs(centre_of_mass(image) - 14.0).max() < 0.15


@given(seeds, st.floats(0.04, 0.3))
def test_the_longer_side_of_the_ink_is_twenty_pixels_as_in_mnist(seed: int, pen: float) -> None:
    image = render(scrawl(seed), pen)
    if image[[0, -1]].any() or image[:, [0, -1]].any():
        return
    rows, columns = (np.flatnonzero(image.any(axis=axis)) for axis in (1, 0))
    longer = max(np.ptp(rows), np.ptp(columns)) + 1
    assert longer in (19, 20, 21)


@given(seeds, st.integers(2, 9))
def test_points_between_points_change_nothing_that_is_seen(seed: int, more: int) -> None:
    strokes = scrawl(seed)
    fine = []
    for stroke in strokes:
        at = np.linspace(0, len(stroke) - 1, (len(stroke) - 1) * more + 1)
        columns = [np.interp(at, np.arange(len(stroke)), column) for column in stroke.T]
        fine.append(np.column_stack(columns))
    changes = np.abs(render(strokes).astype(int) - render(tuple(fine)))
    # A corner may be left out within a quarter of a pixel, which is a quarter of the edge's ramp.
    assert changes.max() <= 255 * 0.25
    assert changes.mean() <= 0.5


@given(seeds)
def test_the_direction_of_a_stroke_and_the_order_of_strokes_do_not_matter(seed: int) -> None:
    strokes = scrawl(seed)
    backwards = tuple(stroke[::-1] for stroke in strokes[::-1])
    assert np.abs(render(strokes).astype(int) - render(backwards)).max() <= 4


def test_a_tap_is_a_dot_of_the_pen_in_the_centre() -> None:
    tap = (np.array([[0.3, 0.7]]),)
    image = render(tap)
    assert image[14, 14] == 255
    diameter = np.sqrt(image.sum() / 255.0 * 4.0 / np.pi)
    assert diameter == pytest.approx(PEN * BOX, abs=0.15)
    assert np.array_equal(image, image.T)
    assert np.array_equal(render((np.array([[0.3, 0.7], [0.3, 0.7]]),)), image)


def test_no_ink_is_a_black_image() -> None:
    for strokes in ((), (np.empty((0, 2)),), (np.empty((0, 3)), np.empty((0, 2)))):
        assert not render(strokes).any()
        assert not render_in_place(strokes, 2.0).any()


def test_pressing_harder_draws_wider_and_a_half_is_the_pens_own_width() -> None:
    line = np.column_stack([np.linspace(4, 24, 21), np.full(21, 14.5)])
    inks = []
    for pressure in (0.0, 0.5, 1.0):
        pressed = np.column_stack([line, np.full(21, pressure)])
        image = render_in_place((pressed,), 3.0)
        inks.append(image[:, 14].sum() / 255.0)
    assert inks == pytest.approx([1.5, 3.0, 4.5], abs=0.02)
    assert np.array_equal(render((np.column_stack([line, np.full(21, 0.5)]),)), render((line,)))


def test_pressure_widens_along_the_way() -> None:
    stroke = np.array([[4.0, 14.0, 0.0], [24.0, 14.0, 1.0]])
    widths = render_in_place((stroke,), 4.0)[:, 4:24].sum(axis=0) / 255.0
    assert (np.diff(widths) > 0.0).all()


def test_a_pen_of_no_width_is_refused() -> None:
    line = (np.array([[0.0, 0.0], [1.0, 1.0]]),)
    for pen in (0.0, -1.0, 0.6, float("nan")):
        with pytest.raises(ValueError, match="pen"):
            render(line, pen)
    with pytest.raises(ValueError, match="pen"):
        render_in_place(line, 0.0)


def test_ink_outside_the_image_is_cut_off() -> None:
    inside = np.array([[10.0, 10.0], [18.0, 12.0]])
    outside = np.array([[-500.0, 60.0], [300.0, 60.0]])
    both = render_in_place((inside, outside), 2.0)
    assert np.array_equal(both, render_in_place((inside,), 2.0))


def test_the_strokes_that_were_given_are_left_alone() -> None:
    strokes = scrawl(3, pressed=True)
    before = [stroke.copy() for stroke in strokes]
    render(strokes)
    render_in_place(strokes, 2.0)
    assert all(np.array_equal(a, b) for a, b in zip(before, strokes, strict=True))


def test_the_pens_width_is_its_share_of_the_box() -> None:
    strokes = (np.array([[10.0, 10.0], [98.0, 10.0]]),)
    assert pen_width(strokes) == pytest.approx(12.0)


@pytest.mark.parametrize("pen", [0.001, 0.03])
def test_a_dot_of_the_thinnest_pen_is_on_the_middle_pixel(pen: float) -> None:
    image = render((np.zeros((1, 2)),), pen)
    assert np.argwhere(image).tolist() == [[14, 14]]
