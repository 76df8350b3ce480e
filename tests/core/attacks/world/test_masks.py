"""A mask covers as many pixels as it says; stickers go where the image is worth most."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks.world.masks import SHAPES, mask, stickers
from advgui.core.images import SIZE


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("share", "count"), [(0.05, 39), (0.1, 78), (0.2, 157), (0.001, 1)])
def test_a_shape_has_its_share_of_the_pixels_to_the_pixel(
    shape: str, share: float, count: int
) -> None:
    assert mask(shape, share).sum() == count


@pytest.mark.parametrize("shape", SHAPES)
def test_a_larger_shape_covers_what_the_smaller_one_does(shape: str) -> None:
    assert mask(shape, 0.2)[mask(shape, 0.1)].all()


def test_glasses_are_the_same_on_both_sides_and_joined_by_a_bridge() -> None:
    glasses = mask("glasses", 0.1)
    np.testing.assert_array_equal(glasses, glasses[:, ::-1])
    assert glasses[:, 13].any()
    assert glasses[:, 13].sum() < glasses[:, 8].sum()


def test_a_band_lies_across_the_middle() -> None:
    band = mask("band", 4 / SIZE)
    assert band[12:16].all()
    assert band.sum() == 4 * SIZE


@settings(max_examples=20)
@given(st.integers(0, 500), st.integers(1, 2), st.sampled_from([0.05, 0.1, 0.2]))
def test_stickers_are_so_many_rectangles_of_no_more_than_their_share(
    seed: int, count: int, share: float
) -> None:
    worth = np.random.default_rng(seed).uniform(0, 1, (2, SIZE, SIZE))
    for covered in stickers(worth, count, share):
        assert 0 < covered.sum() <= round(share * SIZE**2) + 1
        assert covered.sum() >= 0.75 * share * SIZE**2
        if count == 1:
            rows, columns = np.flatnonzero(covered.any(axis=1)), np.flatnonzero(covered.any(axis=0))
            assert covered.sum() == np.ptp([*rows, rows[-1] + 1]) * np.ptp(
                [*columns, columns[-1] + 1]
            )


def test_a_sticker_is_put_where_the_image_is_worth_most() -> None:
    worth = np.zeros((2, SIZE, SIZE))
    worth[0, 3:9, 20:26], worth[1, 15:21, 2:8] = 1.0, 1.0
    covered = stickers(worth, 1, 36 / SIZE**2)
    np.testing.assert_array_equal(covered, worth > 0)


def test_two_stickers_cover_two_places() -> None:
    worth = np.zeros((1, SIZE, SIZE))
    worth[0, 3:9, 20:26] = worth[0, 15:21, 2:8] = 1.0
    np.testing.assert_array_equal(stickers(worth, 2, 72 / SIZE**2), worth > 0)
