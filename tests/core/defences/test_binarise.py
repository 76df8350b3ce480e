"""The threshold: of bytes and of real numbers alike, with the slope that it declares."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.core.defences.binarise import BinaryThreshold
from advgui.core.images import Bytes, binarise, cut

ALL: Bytes = np.resize(np.arange(256, dtype=np.uint8), (1, 28, 28))
RANDOM = np.random.default_rng(0)


@given(threshold=some.floats(0, 1))
def test_the_defence_makes_of_valid_images_what_the_function_does(threshold: float) -> None:
    applied = BinaryThreshold(threshold).applied(ALL, RANDOM)
    np.testing.assert_array_equal(applied, binarise(ALL, threshold))


@pytest.mark.parametrize("threshold", [0.25, 0.5])
def test_an_aware_attackers_gradient_goes_straight_through(threshold: float) -> None:
    gradient = RANDOM.normal(size=(1, 28, 28)).astype(np.float32)
    found = BinaryThreshold(threshold).backward(ALL / np.float32(255), gradient)
    np.testing.assert_array_equal(found, gradient)


@pytest.mark.parametrize("width", [0.05, 0.3])
@pytest.mark.parametrize("threshold", [0.2, 0.5])
def test_or_has_the_slope_of_a_sigmoid_that_is_1_at_the_threshold(
    threshold: float, width: float
) -> None:
    images = (ALL / np.float32(255)).astype(np.float32)

    def sigmoid(x: np.ndarray) -> np.ndarray:
        return 4 * width / (1 + np.exp(-(x - cut(threshold)) / width))

    middle, step = images.astype(float), 1e-5
    expected = (sigmoid(middle + step) - sigmoid(middle - step)) / (2 * step)
    found = BinaryThreshold(threshold, width).backward(images, np.ones_like(images))
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-9)
    assert found.dtype == np.float32


def test_the_narrowest_sigmoid_is_no_overflow() -> None:
    images = (ALL / np.float32(255)).astype(np.float32)
    found = BinaryThreshold(width=1e-6).backward(images, np.ones_like(images))
    assert np.isfinite(found).all()
