"""What every defence has without saying so."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.defences.base import Defence
from advgui.core.images import Array, to_floats
from advgui.core.parameters import parameter
from tests.lab.requests import image


@dataclass(frozen=True, slots=True)
class Dim(Defence):
    """Shows the network less ink."""

    name: ClassVar[str] = "dim"
    title: ClassVar[str] = "Dim"
    summary: ClassVar[str] = "Less ink."
    source: ClassVar[str] = "of this test"
    share: float = parameter(0.5, "Share", "How much of the ink is left.")

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        return images * np.float32(self.share)


RANDOM = np.random.default_rng(1)


def test_valid_images_stay_valid_ones() -> None:
    images = np.stack([image(1), image(2)])
    dimmed = Dim().applied(images, RANDOM)
    assert dimmed.dtype == np.uint8
    assert dimmed.shape == images.shape
    assert np.abs(dimmed - images / 2).max() <= 0.5


def test_where_nothing_better_is_known_a_gradient_goes_straight_through() -> None:
    images = to_floats(image(1)[None])
    gradient = np.random.default_rng(2).normal(size=images.shape).astype(np.float32)
    np.testing.assert_array_equal(Dim().backward(images, gradient), gradient)


def test_its_parameters_are_told_by_name() -> None:
    assert Dim(share=0.25).settings == {"share": 0.25}
