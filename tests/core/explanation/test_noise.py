"""Noises are valid images, as far from the original as was asked, and each another one."""

import numpy as np
import pytest

from advgui.core.explanation.noise import Noises, noises
from advgui.core.generators import drive
from advgui.core.images import to_floats
from advgui.core.zoo import load_shipped
from tests.lab.requests import image


def made(length: float, seed: int = 0) -> Noises:
    return drive(noises(load_shipped("report"), image(1), length, seed=seed, draws=10))


@pytest.mark.parametrize("length", [0.05, 0.3, 1.2, 6.0])
def test_each_is_of_the_same_length_on_the_bytes(length: float) -> None:
    found = made(length)
    change = to_floats(found.images) - to_floats(image(1))
    measured = np.sqrt((change.astype(np.float64) ** 2).sum(axis=(1, 2)))
    np.testing.assert_allclose(measured, length, rtol=0.05)
    np.testing.assert_allclose(found.lengths, measured, rtol=1e-5)


def test_a_seed_makes_them_repeatable_and_another_one_makes_others() -> None:
    np.testing.assert_array_equal(made(1.0).images, made(1.0).images)
    assert (made(1.0).images != made(1.0, seed=1).images).any()
    assert len({one.tobytes() for one in made(1.0).images}) == 10


def test_what_is_read_in_them_is_counted_toward_a_goal_and_away() -> None:
    found = made(6.0)
    network = load_shipped("report")
    labels = [network.read(one).label for one in found.images]
    assert found.labels.tolist() == labels
    for digit in range(10):
        assert found.reaching(digit, 0) == labels.count(digit)
        assert found.reaching(None, digit) == 10 - labels.count(digit)


def test_what_no_image_can_be_as_far_as_is_as_far_as_it_can() -> None:
    lengths = made(100.0).lengths
    assert (lengths > 10).all()
    assert (lengths < 28).all()
