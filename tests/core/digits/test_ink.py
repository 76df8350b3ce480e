"""A digit as ink: one image, and how large and long it is."""

import numpy as np
import pytest

from advgui.core.digits.ink import MOST_POINTS, MOST_STROKES, Ink
from advgui.core.digits.rendering import BOX, LEAST, PEN, render

SEVEN = (np.array([[0.2, 0.2], [0.6, 0.2], [0.3, 0.8]]),)


def test_its_image_is_that_of_its_strokes() -> None:
    np.testing.assert_array_equal(Ink(SEVEN).image(), render(SEVEN))
    wide = Ink(SEVEN, 0.3, LEAST)
    np.testing.assert_array_equal(wide.image(), render(SEVEN, 0.3, least=LEAST))


def test_it_is_as_large_as_its_longer_side_and_as_long_as_its_way() -> None:
    ink = Ink(SEVEN)
    assert ink.size == pytest.approx(0.6)
    assert ink.length == pytest.approx(0.4 + np.hypot(0.3, 0.6))
    assert ink.pixel * BOX * (1 - PEN) == pytest.approx(ink.size)


def test_a_dot_is_as_large_as_the_smallest_digit() -> None:
    dot = Ink((np.array([[0.5, 0.5]]),), PEN, LEAST)
    assert (dot.size, dot.length) == (LEAST, 0.0)


def test_what_has_no_strokes_or_too_many_is_not_to_be_changed() -> None:
    point = np.zeros((1, 2))
    assert Ink(SEVEN).changeable
    assert not Ink(()).changeable
    assert Ink((point,) * MOST_STROKES).changeable
    assert not Ink((point,) * (MOST_STROKES + 1)).changeable
    assert not Ink((np.zeros((MOST_POINTS + 1, 2)),)).changeable
