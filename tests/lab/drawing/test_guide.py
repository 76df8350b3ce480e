"""How much of a guide was drawn over, and whether what was drawn keeps to it."""

import numpy as np
import pytest

from advgui.core.digits.ink import Ink
from advgui.core.nn.network import Reading
from advgui.lab.drawing.guide import Guide, drawn_share, inside_share

LINE = np.array([[0.2, 0.5], [0.8, 0.5]])
GUIDE = Guide(Ink((LINE,)), Ink((LINE,)), 1, 7)


def reading(label: int) -> Reading:
    return Reading(label, tuple(float(digit == label) for digit in range(10)))


def test_the_lines_themselves_are_all_of_it_and_nothing_is_none() -> None:
    assert drawn_share(GUIDE, (LINE,)) == inside_share(GUIDE, (LINE,)) == 1.0
    assert drawn_share(GUIDE, ()) == inside_share(GUIDE, ()) == 0.0


def test_half_of_the_lines_is_half_of_them_and_keeps_to_them() -> None:
    half = (np.array([[0.2, 0.5], [0.5, 0.5]]),)
    assert drawn_share(GUIDE, half) == pytest.approx(0.5, abs=0.15)
    assert inside_share(GUIDE, half) == 1.0


def test_a_stroke_elsewhere_leaves_them() -> None:
    more = (LINE, np.array([[0.2, 0.1], [0.8, 0.1]]))
    assert drawn_share(GUIDE, more) == 1.0
    assert inside_share(GUIDE, more) == pytest.approx(0.5, abs=0.05)


def test_a_hand_that_goes_a_little_astray_is_still_on_them() -> None:
    size = GUIDE.after.size
    for astray, on in ((0.05, True), (0.15, False)):
        moved = (LINE + np.array([0.0, astray * size]),)
        assert (drawn_share(GUIDE, moved) == 1.0) == on
        assert (inside_share(GUIDE, moved) == 1.0) == on


def test_a_tap_is_a_place_too() -> None:
    dot = Guide(Ink((LINE,)), Ink((LINE, np.array([[0.5, 0.2]]))), 1, 7)
    assert drawn_share(dot, (LINE,)) < 1.0
    assert drawn_share(dot, (LINE, np.array([[0.5, 0.21]]))) == 1.0


def test_fooled_is_what_was_wanted() -> None:
    assert [GUIDE.fooled(reading(label)) for label in (1, 7, 4)] == [False, True, False]
    away = Guide(GUIDE.before, GUIDE.after, 1, None)
    assert [away.fooled(reading(label)) for label in (1, 7, 4)] == [False, True, True]
