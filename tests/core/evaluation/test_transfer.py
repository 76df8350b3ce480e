"""Of the images that fool, those count whose original the other network reads as the first did."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.attacks import Outcome, Problem, make_attack
from advgui.core.evaluation.transfer import transferred
from advgui.core.generators import drive
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.random_networks import blots, random_network


@pytest.fixture(scope="module")
def network() -> Network:
    return load_shipped("report")


@pytest.fixture(scope="module")
def outcomes(network: Network) -> list[Outcome]:
    run = make_attack("ddn", {"steps": 20}).run(
        network, Problem(blots(60), np.arange(60) % 10), seed=0
    )
    return list(drive(run))


def test_the_network_that_was_attacked_misreads_all_that_fool_it(
    network: Network, outcomes: list[Outcome]
) -> None:
    found = transferred(network, outcomes)
    assert found.images == sum(outcome.fooled for outcome in outcomes) > 10
    assert (found.network, found.misread, found.at_goal) == ("report", 1.0, 1.0)


def test_shares_are_those_of_the_images_one_by_one(outcomes: list[Outcome]) -> None:
    other = load_shipped("report-tanh")
    right = [o for o in outcomes if o.fooled and other.read(o.original).label == o.before.label]
    after = [(other.read(outcome.adversarial).label, outcome) for outcome in right]
    found = transferred(other, outcomes)
    assert 0 < found.images == len(right)
    assert found.misread == np.mean([label != o.before.label for label, o in after])
    assert found.at_goal == np.mean([label == o.goal for label, o in after])


def test_without_a_goal_there_is_none_to_reach(outcomes: list[Outcome]) -> None:
    away = [replace(outcome, goal=None) for outcome in outcomes]
    found = transferred(load_shipped("report-tanh"), away)
    assert found.at_goal is None
    assert found.misread is not None


def test_where_nothing_fools_there_is_nothing_to_show(outcomes: list[Outcome]) -> None:
    missed = [replace(outcome, fooled=False) for outcome in outcomes]
    found = transferred(random_network(), missed)
    assert (found.images, found.misread, found.at_goal) == (0, None, None)
