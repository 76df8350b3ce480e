"""An explanation from a program is that of the window, and bad input ends in a sentence."""

import numpy as np
import pytest

import advgui


def test_an_outcome_is_explained() -> None:
    network, seven = advgui.load_network("report"), advgui.load_gallery().images[7]
    outcome = advgui.attack(network, seven, goal=3)
    found = advgui.explain(network, seven, outcome.adversarial, goal=3, seed=4)
    assert isinstance(found, advgui.Explanation)
    assert found.complete
    assert (found.slope.toward, found.slope.over) == (3, 7)
    assert found.noise is not None
    assert found.noise.seed == 4
    real = advgui.explain(network, seven / 255, outcome.adversarial, goal=3)
    np.testing.assert_array_equal(real.original, seven)


def test_what_is_no_goal_is_told_in_a_sentence() -> None:
    network, seven = advgui.load_network("report"), advgui.load_gallery().images[7]
    with pytest.raises(advgui.ArrayError, match="The goal is a digit from 0 to 9"):
        advgui.explain(network, seven, seven, goal=10)
