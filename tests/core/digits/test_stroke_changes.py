"""What changed between two drawings, and where."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.digits.stroke_changes import Places, boxes, changed_points, changes_between

STROKES = [np.random.default_rng(n).random((n + 1, 2)) for n in range(6)]
drawings = st.lists(st.sampled_from(range(6)), max_size=6, unique=True).map(
    lambda numbers: tuple(STROKES[number] for number in numbers)
)


@given(drawings, drawings)
def test_what_is_gone_and_what_has_come_make_the_one_of_the_other(
    old: tuple[np.ndarray, ...], new: tuple[np.ndarray, ...]
) -> None:
    places = Places(old)
    gone, come = places.become(new)
    left = [stroke for stroke in old if not any(stroke is other for other in gone)]
    assert sorted(map(id, [*left, *come])) == sorted(map(id, new))
    assert all(any(stroke is other for other in old) for stroke in gone)
    np.testing.assert_array_equal(places.boxes, boxes(new))


def test_of_a_stroke_that_is_cut_only_the_cut_has_changed() -> None:
    line = np.column_stack([np.linspace(0.0, 1.0, 21), np.full(21, 0.5)])
    changed = changed_points(changes_between((line,), (line[:10].copy(), line[11:].copy())))
    assert changed[:, 0].min() > 0.3
    assert changed[:, 0].max() < 0.7
