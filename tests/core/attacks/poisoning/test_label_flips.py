"""Label flips leave the images, and flip whose labels they are said to flip."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.attacks.poisoning import make_poisoning
from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from tests.generators import finished
from tests.random_networks import blots

DIGITS = Digits(blots(60), np.arange(60) % 10)


@given(st.floats(0, 1), st.integers(0, 1000))
def test_of_every_digit_each_becomes_another(rate: float, seed: int) -> None:
    _, made = finished(make_poisoning("label-flips", {"rate": rate}).run(DIGITS, 0, seed=seed))
    assert made.changed.sum() == round(rate * 60)
    assert (made.digits.labels != DIGITS.labels).sum() == made.changed.sum()
    np.testing.assert_array_equal(made.digits.images, DIGITS.images)


@given(st.floats(0, 1), st.integers(0, 1000))
def test_of_one_digit_they_become_the_goal(rate: float, seed: int) -> None:
    attack = make_poisoning("label-flips", {"rate": rate, "origin": "3"})
    _, made = finished(attack.run(DIGITS, 8, seed=seed))
    assert made.changed.sum() == round(rate * 6)
    assert (DIGITS.labels[made.changed] == 3).all()
    assert (made.digits.labels[made.changed] == 8).all()


def test_a_digit_does_not_become_itself() -> None:
    attack = make_poisoning("label-flips", {"origin": "3"})
    with pytest.raises(ParameterError, match="Labels of 3 cannot be flipped into 3"):
        finished(attack.run(DIGITS, 3, seed=0))


def test_success_is_counted_on_the_digit_that_was_flipped_or_on_none() -> None:
    victims = make_poisoning("label-flips", {"origin": "3"}).victims(DIGITS, 8)
    np.testing.assert_array_equal(victims, DIGITS.images[DIGITS.labels == 3])
    assert not len(make_poisoning("label-flips").victims(DIGITS, 8))


def test_a_trigger_is_refused_by_what_stamps_none() -> None:
    from advgui.core.attacks.poisoning import CORNER

    with pytest.raises(ParameterError, match="label-flips stamps no trigger"):
        make_poisoning("label-flips", trigger=CORNER)
