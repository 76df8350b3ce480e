"""Pixels are set some at a time and within the limit, and none stays that is not needed."""

from itertools import pairwise

import numpy as np
import pytest

from advgui.core.attacks import Problem, Step, make_attack
from advgui.core.attacks.problem import Form
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, wrong_goals

SEARCHES = ["greedy", "jsma"]


def counts(step: Step, originals: Bytes) -> Bytes:
    """How many pixels of each image are changed."""
    found: Bytes = (step.content != originals).sum(axis=(1, 2))
    return found


@pytest.mark.parametrize("name", SEARCHES)
def test_as_many_new_pixels_as_it_sets_at_once_are_set_in_each_image_that_does_not_fool(
    name: str, network: Network, digits: Bytes
) -> None:
    attack, problem = make_attack(name, {"prune": False}), wrong_goals(network, digits[:5])
    steps, _ = finish(attack, network, problem)
    for before, after in pairwise(steps):
        done = problem.leads(before.logits) > problem.wanted_lead
        new = (after.content != before.content).sum(axis=(1, 2))
        assert not new[done].any()
        assert set(new[~done]) <= {0, 2 if name == "jsma" else 1}
        assert ((after.content == before.content) | (before.content == digits[:5])).all()
        changed = after.content[after.content != digits[:5]]
        assert set(np.unique(changed)) <= {0, 255}


@pytest.mark.parametrize(("most", "pairs"), [(2, 2), (7, 6)])
@pytest.mark.parametrize("name", SEARCHES)
def test_no_more_pixels_are_changed_than_may_be(
    name: str, most: int, pairs: int, network: Network, digits: Bytes
) -> None:
    attack, problem = make_attack(name, {"pixels": most}), wrong_goals(network, digits)
    steps, outcomes = finish(attack, network, problem)
    limit = pairs if name == "jsma" else most
    assert max(counts(step, digits).max() for step in steps) == limit
    assert not all(outcome.fooled for outcome in outcomes)
    assert steps[-1].number <= (attack.total() or 0)


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
@pytest.mark.parametrize("name", SEARCHES)
def test_without_any_pixel_that_stays_changed_it_would_not_fool(
    name: str, form: Form, network: Network, digits: Bytes
) -> None:
    images = digits[:4]
    labels = network.logits(to_floats(images)).argmax(axis=-1)
    problem = Problem(images, labels if form == "untargeted" else (labels + 1) % 10, form)
    attack = make_attack(name, {"prune": True})
    steps, outcomes = finish(attack, network, problem)
    assert steps[-1].number <= (attack.total() or 0)
    assert any(outcome.fooled for outcome in outcomes)
    for row, outcome in enumerate(outcomes):
        alone = problem.of(slice(row, row + 1))
        for y, x in np.argwhere(outcome.adversarial != outcome.original):
            tried = outcome.adversarial.copy()
            tried[y, x] = outcome.original[y, x]
            lead = alone.leads(network.logits(to_floats(tried)[None]))[0]
            assert not (outcome.fooled and lead > alone.wanted_lead + 1e-5)


def test_putting_back_goes_one_by_one_and_never_loses_what_fools(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    found, _ = finish(make_attack("greedy", {"prune": False}), network, problem)
    every, outcomes = finish(make_attack("greedy"), network, problem)
    assert len(every) > len(found)
    for before, after in pairwise(every[len(found) - 1 :]):
        less = counts(before, digits) - counts(after, digits)
        assert set(less) <= {0, 1}
        assert less.any()
        kept = problem.leads(before.logits) > problem.wanted_lead
        assert (problem.leads(after.logits)[kept] > problem.wanted_lead).all()
    assert all(o.distance == n for o, n in zip(outcomes, counts(every[-1], digits), strict=True))
