"""Gaussian noise, clipped."""

import numpy as np
import pytest

from advgui.core.defences.random_noise import RandomNoise

GRAY = np.full((2, 28, 28), 0.5, np.float32)
UNUSED = np.random.default_rng(0)


def test_the_noise_is_as_strong_as_is_said_and_the_same_for_all_images() -> None:
    noisy = RandomNoise(0.1).draw(np.random.default_rng(1))(GRAY, UNUSED)
    assert (noisy[0] - 0.5).std() == pytest.approx(0.1, rel=0.1)
    np.testing.assert_array_equal(noisy[0], noisy[1])


def test_it_is_clipped_and_there_no_gradient_goes_back() -> None:
    draw, paper = RandomNoise(0.2).draw(np.random.default_rng(2)), np.zeros_like(GRAY)
    noisy = draw(paper, UNUSED)
    assert noisy.min() == 0
    back = draw.backward(paper, np.ones_like(paper))
    np.testing.assert_array_equal(back, (noisy > 0).astype(np.float32))
    assert 0.4 < back.mean() < 0.6


def test_without_clipping_the_noise_stays_normal_and_all_of_the_gradient_goes_back() -> None:
    draw, paper = RandomNoise(0.2, clip=False).draw(np.random.default_rng(2)), np.zeros_like(GRAY)
    noisy = draw(paper, UNUSED)
    assert noisy.min() < -0.4
    assert noisy.mean() == pytest.approx(0, abs=0.03)
    np.testing.assert_array_equal(draw.backward(paper, GRAY), GRAY)


def test_no_noise_changes_nothing() -> None:
    np.testing.assert_array_equal(RandomNoise(0.0)(GRAY, UNUSED), GRAY)
