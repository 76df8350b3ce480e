"""Changes of strokes as numbers: inside their budgets, and an image for each."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from advgui.core.attacks.strokes.redrawing import ADDED, Redrawing, StrokeEncoding
from advgui.core.digits.ink import stroke_length
from advgui.core.images import squares, to_floats
from tests.scribbles import scribbles

SEEDS = some.integers(0, 2**32 - 1)


def redrawing(seed: int, bend: float = 0.08, added: float = 0.1) -> Redrawing:
    return Redrawing(scribbles(1, seed)[0], bend, added)


@given(
    seed=SEEDS,
    bend=some.sampled_from((0.0, 0.03, 0.12)),
    added=some.sampled_from((0.0, 0.04, 0.25)),
)
def test_the_strokes_of_any_change_are_inside_both_budgets(
    seed: int, bend: float, added: float
) -> None:
    one = redrawing(seed, bend, added)
    wild = np.random.default_rng(seed).normal(0, 0.2, (3, one.numbers))
    ink, still = one.ink, one.bending.bent(np.zeros((one.bending.count, 2)))
    for change in one.within(wild):
        strokes = one.changed(change).strokes
        for before, after in zip(still, strokes, strict=False):
            assert np.hypot(*(after - before)[:, :2].T).max() <= bend * ink.size
        extra = strokes[len(still) :]
        assert len(extra) <= 1
        assert sum(map(stroke_length, extra)) <= added * ink.length
        for stroke in strokes:  # they stay on the sheet
            assert ((stroke >= 0) & (stroke <= 1)).all()


@given(seed=SEEDS)
def test_a_stroke_that_is_tried_is_as_long_as_it_may_be_and_bends_nothing(seed: int) -> None:
    one = redrawing(seed)
    changes = one.strokes_at(np.random.default_rng(seed).random((5, 4)))
    assert changes.shape == (5, one.numbers)
    assert not changes[:, ADDED:].any()
    assert (np.hypot(*changes[:, 4:ADDED].T) * one.ink.size <= one.longest).all()


def test_no_change_is_the_very_ink() -> None:
    one = redrawing(3)
    assert one.changed(np.zeros(one.numbers + 4)) is one.ink


def test_what_is_smoothed_stays_as_large_and_goes_along_with_its_neighbours() -> None:
    one = redrawing(5)
    noise = np.random.default_rng(0).normal(size=(4000, one.numbers))
    smooth = one.smoothed(noise)
    np.testing.assert_allclose(smooth.std(axis=0), 1.0, atol=0.06)
    np.testing.assert_array_equal(smooth[:, :ADDED], noise[:, :ADDED])


def test_images_and_distances_are_those_of_the_ink_for_any_of_the_rows() -> None:
    redrawings = tuple(redrawing(seed) for seed in range(3))
    originals = np.stack([one.ink.image() for one in redrawings])
    encoding = StrokeEncoding(redrawings, originals)
    most = max(one.numbers for one in redrawings)
    content = np.random.default_rng(0).normal(0, 0.02, (2, 3, most))
    images = encoding.images(content)
    assert images.shape == (2, 3, 28, 28)
    for step in range(2):
        for row in range(3):
            drawn = encoding.ink(content[step, row], row).image()
            np.testing.assert_array_equal(images[step, row], to_floats(drawn))
    some_rows = np.array([2, 0])
    np.testing.assert_array_equal(
        encoding.images(content[0, some_rows], some_rows), images[0, [2, 0]]
    )
    apart = squares(images - to_floats(originals))
    np.testing.assert_array_equal(encoding.squares(content), apart)
    np.testing.assert_array_equal(encoding.squares(content[:, 1], 1), apart[:, 1])
