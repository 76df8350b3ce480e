"""PGD finds the surest image of a ball where it is known, and fools digits as it should."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.budget.ball import BALLS
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.robustness import away_from_labels, evaluate
from advgui.core.generators import drive
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, wrong_goals
from tests.linear_networks import two_labels
from tests.random_networks import blots

NAMES = ["pgd", "pgd-l2", "pgd-l1"]


@pytest.mark.parametrize("name", NAMES)
def test_on_a_linear_network_it_finds_the_surest_image_of_the_ball(name: str) -> None:
    slope = np.random.default_rng(1).normal(size=784).astype(np.float32)
    network = two_labels(slope, 50)
    attack, originals = make_attack(name, {"steps": 200}), blots(3)
    limit, whole = attack.limit(), to_floats(originals)
    assert limit is not None
    # <slope, d> is largest in ball and box where a point infinitely far along it is nearest,
    # or, in L1, where the steepest pixels go to their ends, one after the other.
    far = np.broadcast_to(1e4 * slope.reshape(28, 28), whole.shape).astype(np.float32)
    if limit.norm == "l1":
        best = []
        for original in whole.reshape(3, 784):
            room = np.where(slope > 0, 1 - original, original)
            order = np.argsort(-np.abs(slope))
            used = np.diff(np.minimum(np.cumsum(room[order]), limit.size), prepend=0)
            best.append(float((np.abs(slope)[order] * used).sum()))
    else:
        nearest = BALLS[limit.norm](limit.size).project(far, whole)
        best = (nearest.reshape(3, 784) @ slope).tolist()
    _, outcomes = finish(attack, network, Problem(originals, np.ones(3, np.int64)))
    for outcome, most in zip(outcomes, best, strict=True):
        change = to_floats(outcome.adversarial) - to_floats(outcome.original)
        if not outcome.already:
            assert 0.95 * most < float(change.ravel() @ slope) <= most * (1 + 1e-5)


@pytest.mark.parametrize("name", NAMES)
def test_a_try_more_fools_no_fewer_and_ends_where_all_are_fooled(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    fooled = []
    for tries in (1, 4):
        attack = make_attack(name, {"steps": 10, "restarts": tries})
        steps, outcomes = finish(attack, network, problem)
        fooled.append([outcome.fooled for outcome in outcomes])
        assert steps[-1].number <= (attack.total() or 0)
    assert all(more >= one for one, more in zip(*fooled, strict=True))
    easy = make_attack(name, {"budget": 0.5 if name == "pgd" else 20.0, "restarts": 9})
    steps, outcomes = finish(easy, network, problem)
    if all(outcome.fooled for outcome in outcomes):
        assert steps[-1].number < (easy.total() or 0)


def test_an_image_that_is_fooled_is_not_asked_about_in_other_tries(
    network: Network, digits: Bytes
) -> None:
    attack = make_attack("pgd", {"steps": 10, "restarts": 3})
    _, outcomes = finish(attack, network, wrong_goals(network, digits))
    asked = {outcome.fooled: outcome.gradients for outcome in outcomes}
    assert asked[True] < asked[False] or len(asked) == 1


def test_it_fools_as_many_digits_as_measured_elsewhere(mnist: Path) -> None:
    network = load_shipped("report")
    problem = away_from_labels(network, read_mnist(mnist, "test"), 300)
    shares = {"budget=0.2": ("pgd", 0.2, 0.985), "l2": ("pgd-l2", 2.0, 0.96)}
    for name, budget, least in shares.values():
        score = drive(evaluate(network, make_attack(name, {"budget": budget}), problem, seed=0))
        assert score.fooled >= least
