"""The descent that finds a valid image that is read otherwise, of any network."""

import pytest

from advgui.core.defences.certificates.descent import STEPS, descended
from advgui.core.defences.certificates.reach import Norm
from advgui.core.defences.certificates.valid import distance
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.zoo import load_shipped
from tests.linear_networks import constant, gray

IMAGE = render(read_gallery()[1].strokes)


@pytest.mark.parametrize(("norm", "most"), [("linf", 0.15), ("l2", 1.8)])
def test_it_finds_images_that_are_read_otherwise_and_near(norm: Norm, most: float) -> None:
    network = load_shipped("convolutional")
    found = [other for other in descended(network, IMAGE, norm) if other is not None]
    label = network.read(IMAGE).label
    assert all(network.read(other).label != label for other in found)
    assert min(distance(IMAGE, other, norm) for other in found) < most


def test_where_there_is_none_it_finds_none_and_ends() -> None:
    assert list(descended(constant(), gray()[0], "l2")) == [None] * STEPS
