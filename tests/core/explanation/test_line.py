"""At its ends the line is what the network reads in the two images, and its turn is between."""

import numpy as np
import pytest

from advgui.core.explanation.line import PLACES, Line, images_on, line
from advgui.core.generators import drive
from advgui.core.images import to_floats
from advgui.core.zoo import load_shipped
from tests.lab.requests import image


def test_its_ends_are_the_images_themselves_and_beyond_them_it_goes_straight_on() -> None:
    first, second = image(1), image(2)
    on = images_on(first, second, PLACES)
    np.testing.assert_array_equal(on[0], to_floats(first))
    np.testing.assert_array_equal(on[100], to_floats(second))
    half = (to_floats(first) + to_floats(second)) / 2
    np.testing.assert_allclose(on[50], half, atol=1e-6)
    beyond = 2 * to_floats(second) - to_floats(first)
    np.testing.assert_allclose(on[-1], np.clip(beyond, 0, 1), atol=1e-6)


@pytest.mark.parametrize("name", ["report", "convolutional"])
def test_at_its_ends_it_is_what_is_read(name: str) -> None:
    network, first, second = load_shipped(name), image(1), image(2)
    found = drive(line(network, first, second))
    assert found.confidences.shape == (len(PLACES), 10)
    for place, one in ((0, first), (100, second)):
        reading = network.read(one)
        np.testing.assert_allclose(found.confidences[place], reading.confidences, atol=1e-5)


def test_the_turn_is_the_first_place_with_another_label() -> None:
    logits = np.zeros((len(PLACES), 10))
    logits[:, 3] = 1
    assert Line(logits, logits).turn is None
    logits[71:, 8] = 2
    assert Line(logits, logits).turn == pytest.approx(0.71)
