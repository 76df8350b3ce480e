"""The threshold: ink above it, paper at it and below, for bytes and for real numbers alike."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from advgui.core.defences.binarise import BinaryThreshold, binarise
from advgui.core.images import Bytes

ALL: Bytes = np.resize(np.arange(256, dtype=np.uint8), (1, 28, 28))


def test_at_the_threshold_a_pixel_is_paper_and_above_it_ink() -> None:
    levels = np.array([0, 127, 128, 255], np.uint8)
    assert binarise(levels).tolist() == [0, 0, 255, 255]
    assert binarise(levels, 128 / 255).tolist() == [0, 0, 0, 255]
    assert binarise(levels, 0.0).tolist() == [0, 255, 255, 255]
    assert binarise(levels, 1.0).tolist() == [0, 0, 0, 0]


@given(threshold=some.floats(0, 1) | some.integers(0, 255).map(lambda level: level / 255))
@example(threshold=0.5)
def test_the_defence_makes_of_valid_images_what_the_function_does(threshold: float) -> None:
    defence = BinaryThreshold(threshold)
    applied = defence.applied(ALL, np.random.default_rng(0))
    np.testing.assert_array_equal(applied, binarise(ALL, threshold))


@pytest.mark.parametrize("threshold", [0.25, 0.5])
def test_an_aware_attackers_gradient_goes_straight_through(threshold: float) -> None:
    gradient = np.random.default_rng(0).normal(size=(1, 28, 28)).astype(np.float32)
    found = BinaryThreshold(threshold).backward(ALL / np.float32(255), gradient)
    np.testing.assert_array_equal(found, gradient)
