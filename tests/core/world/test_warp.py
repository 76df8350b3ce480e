"""One affine map turns, shifts and scales as it says."""

import numpy as np
import pytest

from advgui.core.images import SIZE, Array
from advgui.core.world.warp import Warp, affine


def warped(images: Array, turn: float = 0, x: float = 0, y: float = 0, scale: float = 1) -> Array:
    maps = affine(np.array([np.deg2rad(turn)]), np.array([[x, y]]), np.array([scale]))
    made: Array = Warp(maps).forward(images[None])[0][0]
    return made


def noise(count: int = 2) -> Array:
    return np.random.default_rng(7).uniform(0, 1, (count, SIZE, SIZE))


def test_nothing_changes_an_image_by_not_a_bit() -> None:
    np.testing.assert_array_equal(warped(noise()), noise())


def test_a_shift_of_whole_pixels_moves_right_and_down_and_paper_comes_in() -> None:
    moved = warped(noise(), x=2, y=1)
    np.testing.assert_allclose(moved[:, 1:, 2:], noise()[:, :-1, :-2], atol=1e-6)
    assert not moved[:, 0].any()
    assert not moved[:, :, :2].any()


def test_a_shift_of_half_a_pixel_is_the_mean_of_two() -> None:
    moved = warped(noise(), x=0.5)
    means = (noise()[:, :, 1:] + noise()[:, :, :-1]) / 2
    np.testing.assert_allclose(moved[:, :, 1:], means, atol=1e-6)


def test_a_quarter_turn_is_clockwise() -> None:
    turned = warped(noise(), turn=90)
    np.testing.assert_allclose(turned, np.rot90(noise(), -1, axes=(1, 2)), atol=1e-5)


@pytest.mark.parametrize(("scale", "side"), [(0.5, 6), (2.0, 24)])
def test_what_is_scaled_has_another_side_about_the_same_middle(scale: float, side: int) -> None:
    square = np.zeros((1, SIZE, SIZE))
    square[0, 8:20, 8:20] = 1
    assert warped(square, scale=scale).sum() == pytest.approx(side**2, rel=0.02)
    made = warped(square, scale=scale)[0]
    np.testing.assert_allclose(made, made[::-1, ::-1], atol=1e-6)


def test_turning_comes_before_shifting() -> None:
    dot = np.zeros((1, SIZE, SIZE))
    dot[0, 13:15, 20:22] = 1
    both = warped(warped(dot, turn=90), x=3)
    np.testing.assert_allclose(warped(dot, turn=90, x=3), both, atol=1e-5)
