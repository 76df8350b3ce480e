"""A problem tells which labels and logits are what the attack wants."""

import numpy as np
import pytest

from advgui.core.attacks import Form, Problem
from advgui.core.images import Array
from tests.random_networks import blots

LOGITS: Array = np.array([[3.0, 1.0, 2.0], [3.0, 1.0, 2.5], [np.nan, 1.0, 0.0]], np.float32)


def problem(form: Form = "targeted", confidence: float = 0.0) -> Problem:
    return Problem(blots(3), np.array([0, 2, 1]), form, confidence)


def padded(logits: Array) -> Array:
    """The same with seven other labels, far behind."""
    return np.pad(logits, ((0, 0), (0, 7)), constant_values=-9.0)


def test_a_goal_is_reached_or_got_away_from() -> None:
    assert problem().reached(np.array([0, 0, 1])).tolist() == [True, False, True]
    assert problem("untargeted").reached(np.array([0, 0, 1])).tolist() == [False, True, False]
    many = problem().reached(np.array([[0, 2, 1], [1, 1, 1]]))
    assert many.tolist() == [[True, True, True], [False, False, True]]


def test_a_lead_is_by_how_many_logits_it_has_what_is_wanted() -> None:
    assert problem().leads(padded(LOGITS)).tolist() == [1.0, -0.5, -np.inf]
    assert problem("untargeted").leads(padded(LOGITS)).tolist() == [-1.0, 0.5, -np.inf]
    block = np.stack([padded(LOGITS)] * 2)
    assert problem().leads(block).shape == (2, 3)


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_the_lead_of_one_image_is_what_it_is_beside_others(form: Form) -> None:
    whole, logits = problem(form), padded(LOGITS)
    for row in range(3):
        part = slice(row, row + 1)
        assert whole.of(part).leads(logits[part]).tolist() == [whole.leads(logits)[row]]


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_a_lead_that_is_positive_has_the_label(form: Form) -> None:
    logits = np.random.default_rng(0).normal(size=(3, 10))
    one = problem(form)
    assert ((one.leads(logits) > 0) == one.reached(logits.argmax(axis=-1))).all()
    assert (one.satisfied(logits) == one.reached(logits.argmax(axis=-1))).all()


def test_with_a_confidence_the_label_alone_is_not_enough() -> None:
    few = padded(LOGITS[:2])
    assert Problem(blots(2), np.array([0, 2]), confidence=0.9).satisfied(few).tolist() == [
        *(True, False)
    ]
    assert Problem(blots(2), np.array([0, 0]), confidence=0.9).satisfied(few).tolist() == [
        *(True, False)
    ]
