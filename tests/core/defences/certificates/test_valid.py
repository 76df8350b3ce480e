"""Of a change in real numbers, the valid image that is read otherwise."""

import numpy as np
import pytest

from advgui.core.defences.certificates.reach import Norm
from advgui.core.defences.certificates.valid import distance, valid_change
from tests.linear_networks import constant, gray, two_labels

INK = np.ones(784, np.float32)


@pytest.mark.parametrize(("norm", "size"), [("linf", 3 / 255), ("l2", 28 * 3 / 255)])
def test_distances_are_of_pixels_from_0_to_1(norm: Norm, size: float) -> None:
    (image,) = gray()
    assert distance(image, image + np.uint8(3), norm) == pytest.approx(size)


@pytest.mark.parametrize("norm", ["linf", "l2"])
def test_a_change_just_across_the_border_becomes_a_valid_image_across_it(norm: Norm) -> None:
    (image,) = gray()
    gap = 784 * (128 + 10.2) / 255  # pixels must rise by 10.2 levels
    network = two_labels(INK, gap)
    other = valid_change(network, image, 10.3 / 255 * INK, norm)
    assert other is not None
    assert network.read(other).label != network.read(image).label
    assert distance(image, other, norm) <= distance(image, image + np.uint8(11), norm) + 1e-12


def test_where_nothing_is_read_otherwise_there_is_none() -> None:
    assert valid_change(constant(), gray()[0], 0.2 * INK, "l2") is None
