"""A climb asks about valid images alone, keeps what leads more, and stays in its budget."""

import numpy as np
import pytest

from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.queries.search import Climb, left
from advgui.core.images import to_floats
from tests.random_networks import blots, random_network

COUNT = 4


@pytest.fixture
def oracle() -> Oracle:
    return Oracle(random_network(), COUNT, "scores")


@pytest.fixture
def problem() -> Problem:
    """Toward the next digit after the one that is read, so that none is there already."""
    images = blots(COUNT)
    labels = random_network().logits(to_floats(images)).argmax(axis=-1)
    return Problem(images, (labels + 1) % 10)


def test_it_begins_with_the_originals(oracle: Oracle, problem: Problem) -> None:
    climb = Climb(oracle, problem, 10)
    np.testing.assert_array_equal(climb.images, problem.originals)
    assert climb.rows.tolist() == list(range(COUNT))
    assert oracle.queries.tolist() == [1] * COUNT


def test_what_leads_more_is_kept_and_a_step_keeps_what_it_told(
    oracle: Oracle, problem: Problem
) -> None:
    climb, network = Climb(oracle, problem, 1000), random_network()
    before = climb.step()
    for seed in range(1, 30):
        rows, leads = climb.rows, climb.leads.copy()
        kept = climb.offer(rows, blots(COUNT, seed)[rows])
        assert (climb.leads[rows][kept] > leads[rows][kept]).all()
        assert (climb.leads[rows][~kept] == leads[rows][~kept]).all()
    after = climb.step()
    assert (before.number, after.number) == (0, 1)
    np.testing.assert_array_equal(before.content, problem.originals)
    assert (after.content != problem.originals).any()
    logits = network.logits(to_floats(climb.images))
    np.testing.assert_allclose(climb.logits, logits, rtol=1e-4, atol=1e-4)


def test_who_has_used_up_the_budget_is_asked_no_more(oracle: Oracle, problem: Problem) -> None:
    climb = Climb(oracle, problem, 4)
    one = np.array([1])
    for _ in range(2):
        climb.offer(one, problem.originals[one])  # the same image leads no more
    assert left(oracle, 4).tolist() == [2, 0, 2, 2]
    assert climb.rows.tolist() == [0, 2, 3]


def test_the_same_image_is_known_already(oracle: Oracle, problem: Problem) -> None:
    climb, rows = Climb(oracle, problem, 10), np.array([0, 2])
    candidates = problem.originals[rows].copy()
    candidates[1, 5, 5] ^= 1
    assert climb.differ(rows, candidates).tolist() == [False, True]
