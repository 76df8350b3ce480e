"""The curves are the confidences of the two digits that are in question."""

from dataclasses import replace

import numpy as np

from advgui.lab.explanation.curves import way_curves
from tests.lab.explanation.test_words import explained


def test_they_are_of_the_digit_that_is_wanted_and_of_the_one_that_is_read() -> None:
    found = explained()
    curves = way_curves(found)
    assert curves is not None
    assert found.way is not None
    np.testing.assert_array_equal(curves.toward, found.way.confidences[:, 8])
    np.testing.assert_array_equal(curves.read, found.way.confidences[:, 3])
    assert (curves.places[0], curves.places[-1]) == (0, 200)


def test_what_is_not_known_yet_is_not_drawn() -> None:
    found = replace(explained(), astray=None)
    curves = way_curves(found)
    assert curves is not None
    assert np.isnan(curves.astray).all()
    assert way_curves(replace(found, way=None)) is None
