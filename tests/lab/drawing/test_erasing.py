"""An eraser that comes point by point leaves what it leaves in one go."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.digits.rendering import BOX, PEN, Stroke
from advgui.core.images import SIZE
from advgui.lab.drawing.erasing import Erasing, erased
from advgui.lab.drawing.model import Drawing

places = st.floats(0.0, 1.0)
points = st.tuples(places, places)
lines = st.lists(points, min_size=1, max_size=12).map(lambda p: np.array(p, np.float64))
REACH = 0.05 + PEN * BOX / SIZE / 2.0


def same(some: Sequence[Stroke], others: Sequence[Stroke]) -> bool:
    return len(some) == len(others) and all(map(np.array_equal, some, others))


@given(st.lists(lines, min_size=1, max_size=4), lines)
def test_point_by_point_is_all_at_once(ink: list[Stroke], path: Stroke) -> None:
    drawing = Drawing(tuple(ink), base=np.full((28, 28), 200, np.uint8))
    erasing = Erasing(drawing, 0.05)
    for end in range(1, len(path) + 1):
        erasing.along(path[:end])
    whole = erased(drawing, path, 0.05)
    assert same(erasing.left.strokes, whole.strokes)
    assert erasing.left.base is not None
    assert whole.base is not None
    assert np.array_equal(erasing.left.base, whole.base)


@given(st.lists(lines, min_size=1, max_size=4), lines, points)
def test_the_newest_point_may_still_move(
    ink: list[Stroke], path: Stroke, trembled: tuple[float, float]
) -> None:
    drawing = Drawing(tuple(ink))
    erasing = Erasing(drawing, 0.05)
    for end in range(1, len(path) + 1):
        erasing.along(np.vstack([path[: end - 1], trembled]))
    assert same(erasing.along(path).left.strokes, erased(drawing, path, 0.05).strokes)


def test_a_stroke_stays_as_it_was_drawn_where_it_is_not_touched() -> None:
    corner = np.array([[0.1, 0.1], [0.5, 0.1], [0.5, 0.9], [0.9, 0.9]])
    left, right = erased(Drawing((corner,)), np.array([[0.3, 0.0], [0.3, 0.2]]), 0.05).strokes
    assert left[-1, 0] < 0.3 - REACH
    assert np.array_equal(right[-3:], corner[1:])
