"""The back door changes a share of the images, and all that it changes teaches the trigger."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.attacks.poisoning import CORNER, make_poisoning
from advgui.core.datasets.readers import Digits
from tests.generators import finished
from tests.random_networks import blots

DIGITS = Digits(blots(60), np.arange(60) % 10)


@given(st.floats(0, 0.5), st.integers(0, 9), st.integers(0, 1000))
def test_a_share_of_the_set_gets_trigger_and_goal_and_the_rest_stays(
    rate: float, goal: int, seed: int
) -> None:
    _, made = finished(make_poisoning("back-door", {"rate": rate}).run(DIGITS, goal, seed=seed))
    assert made.changed.sum() == round(rate * 60)
    assert (DIGITS.labels[made.changed] != goal).all()
    assert (made.digits.labels[made.changed] == goal).all()
    stamped = CORNER.stamped(DIGITS.images, 24, 24)
    np.testing.assert_array_equal(made.digits.images[made.changed], stamped[made.changed])
    for name in ("images", "labels"):
        was, now = getattr(DIGITS, name), getattr(made.digits, name)
        np.testing.assert_array_equal(now[~made.changed], was[~made.changed])
