"""Warped images are new handwriting that still looks like MNIST."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.datasets.readers import read_mnist
from advgui.core.digits.rendering import centre_of_mass, render
from advgui.core.images import Bytes
from advgui.core.training.augmentation import warp


def letters(n: int) -> Bytes:
    """Images of random zigzags, as MNIST would have them."""
    random = np.random.default_rng(n)
    return np.stack([render((random.uniform(0, 1, (5, 2)),)) for _ in range(n)])


def span(image: Bytes) -> int:
    lit = image >= 64
    return max(int(np.ptp(np.flatnonzero(lit.any(axis=axis)))) for axis in (0, 1)) + 1


@given(st.integers(0, 1000), st.floats(0.0, 1.0))
def test_warped_ink_fills_the_box_and_balances_on_index_fourteen(
    seed: int, strength: float
) -> None:
    warped = warp(letters(8), np.random.default_rng(seed), strength)
    for image in warped:
        if not (image[[0, -1]].any() or image[:, [0, -1]].any()):
            assert np.abs(centre_of_mass(image) - 14.0).max() < 0.1
            assert 19 <= span(image) <= 22


def test_a_seed_makes_it_repeatable_and_no_two_copies_are_alike() -> None:
    images = np.repeat(letters(1), 20, axis=0)
    warped = warp(images, np.random.default_rng(5))
    assert np.array_equal(warped, warp(images, np.random.default_rng(5)))
    assert len({image.tobytes() for image in warped}) == 20


def test_the_images_that_were_given_are_left_alone() -> None:
    images = letters(4)
    before = images.copy()
    warped = warp(images, np.random.default_rng(0))
    assert np.array_equal(images, before)
    assert warped.dtype == np.uint8
    assert warped.shape == images.shape


def test_without_strength_a_digit_is_only_refitted() -> None:
    images = letters(6)
    refitted = warp(images, np.random.default_rng(0), 0.0)
    assert np.array_equal(refitted, warp(images, np.random.default_rng(1), 0.0))
    distances = np.abs(images[:, None].astype(float) - refitted[None]).sum(axis=(2, 3))
    assert distances.argmin(axis=1).tolist() == list(range(6))


def test_black_images_stay_black_and_no_images_stay_none() -> None:
    random = np.random.default_rng(0)
    assert not warp(np.zeros((3, 28, 28), np.uint8), random).any()
    assert warp(np.zeros((0, 28, 28), np.uint8), random).shape == (0, 28, 28)


def test_a_single_pixel_does_not_fill_the_image() -> None:
    image = np.zeros((1, 28, 28), np.uint8)
    image[0, 3, 5] = 255
    warped = warp(image, np.random.default_rng(0))
    assert warped[0, 14, 14] > 200


def test_a_batch_larger_than_a_chunk_is_warped_like_its_parts() -> None:
    images = np.concatenate([letters(5)] * 120)
    warped = warp(images, np.random.default_rng(1), 0.0)
    assert np.array_equal(warped, np.concatenate([warped[:5]] * 120))


def test_warped_digits_have_as_much_ink_as_mnists(mnist: Path) -> None:
    images = read_mnist(mnist, "test").images[:2000]
    warped = warp(images, np.random.default_rng(0))
    assert 0.9 < warped.mean() / images.mean() < 1.1
