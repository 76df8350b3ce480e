"""Equal images of a batch get the same random numbers, and different ones what they got before."""

import numpy as np

from advgui.core.attacks.alike import drawn_alike, spawned_alike
from advgui.core.images import Array, to_floats
from tests.random_networks import blots


def noise(images: Array) -> Array:
    return np.random.default_rng(0).normal(size=images.shape).astype(np.float32)


def test_equal_images_get_what_the_first_of_them_would_get_alone() -> None:
    images = to_floats(blots(2))[[0, 1, 0, 0]]
    drawn = drawn_alike(images, noise)
    np.testing.assert_array_equal(drawn[[0, 2, 3]], noise(images[:1]).repeat(3, axis=0))
    assert (drawn[1] != drawn[0]).any()


def test_images_that_differ_get_what_the_batch_would_get() -> None:
    images = to_floats(blots(5))
    np.testing.assert_array_equal(drawn_alike(images, noise), noise(images))


def test_equal_images_have_generators_of_their_own_in_the_same_state() -> None:
    made = spawned_alike(blots(2)[[1, 0, 1]], np.random.default_rng(3))
    spawned = np.random.default_rng(3).spawn(2)
    drawn = [one.random() for one in made]
    assert drawn == [one.random() for one in (spawned[0], spawned[1])] + drawn[:1]
