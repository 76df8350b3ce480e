"""Random squares: inside the budget on the bytes, as the paper has them, and strong."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.queries.square import SquareL2, SquareLinf
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.robustness import away_from_labels
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, wrong_goals
from tests.random_networks import blots, random_network


@given(eps=st.floats(0.004, 1.0), seed=st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_every_step_is_inside_whole_levels_on_the_bytes(eps: float, seed: int) -> None:
    network, images = random_network(seed=seed % 97), blots(2, seed)
    attack = SquareLinf(queries=60, eps=eps)
    assert attack.limit().size <= eps + 1e-6
    steps, _ = finish(attack, network, wrong_goals(network, images), seed)
    for step in steps:
        levels = np.abs(step.content.astype(int) - images)
        assert levels.max(initial=0) <= int(eps * 255 + 1e-6)


@given(eps=st.floats(0.1, 28.0), seed=st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_every_step_is_inside_the_length_on_the_bytes(eps: float, seed: int) -> None:
    network, images = random_network(seed=seed % 97), blots(2, seed)
    steps, _ = finish(SquareL2(queries=60, eps=eps), network, wrong_goals(network, images), seed)
    for step in steps:
        change = (step.content.astype(float) - images) / 255
        assert np.sqrt((change**2).sum(axis=(1, 2))).max() <= eps * (1 + 1e-6)


def test_squares_of_the_budget_are_what_each_step_changes(network: Network, digits: Bytes) -> None:
    steps, _ = finish(SquareLinf(queries=80, eps=0.2), network, wrong_goals(network, digits[:1]))
    at_ends = [np.clip(digits[0].astype(int) + levels, 0, 255) for levels in (-51, 51)]
    stripes = steps[1].content[0]
    assert all(
        any((stripes[:, column] == end[:, column]).all() for end in at_ends) for column in range(28)
    )
    for before, after in pairwise(steps[1:]):
        down, along = np.nonzero(before.content[0] != after.content[0])
        if len(down):
            box = np.s_[down.min() : down.max() + 1, along.min() : along.max() + 1]
            assert any((after.content[0][box] == end[box]).all() for end in at_ends)


@pytest.mark.parametrize("name", ["square", "square-l2"])
def test_a_lead_never_falls_after_the_start_and_the_fooled_are_asked_no_more(
    name: str, network: Network, digits: Bytes
) -> None:
    labels = np.array([network.read(image).label for image in digits])
    problem = Problem(digits, labels, "untargeted")
    steps, outcomes = finish(make_attack(name, {"queries": 200}), network, problem)
    leads = np.stack([problem.leads(step.logits) for step in steps])
    assert (np.diff(leads[1:], axis=0) >= 0).all()
    counted = np.stack([step.queries for step in steps if step.queries is not None])
    for index, outcome in enumerate(outcomes):
        assert outcome.queries <= 200
        if outcome.fooled:
            first = int((leads[:, index] > problem.wanted_lead).argmax())
            assert (counted[first:, index] == outcome.queries - 1).all()


def test_the_squares_shrink_as_the_paper_has_it() -> None:
    attack = SquareLinf(area=0.8)
    sides = [attack._side(spent) for spent in (0.0, 0.002, 0.01, 0.03, 0.07, 0.15, 0.3, 0.5, 0.9)]
    areas = [0.8 / 2**halved for halved in (0, 1, 2, 3, 4, 5, 6, 7, 9)]
    assert sides == [max(1, round((area * 784) ** 0.5)) for area in areas]


@pytest.mark.parametrize(
    ("victim", "eps", "fooled"), [("report", 0.1, 0.75), ("report", 0.2, 0.95), ("dense", 0.2, 0.9)]
)
def test_it_fools_real_digits(victim: str, eps: float, fooled: float, mnist: Path) -> None:
    network = load_shipped(victim)
    problem = away_from_labels(network, read_mnist(mnist, "test"), 40)
    _, outcomes = finish(SquareLinf(eps=eps), network, problem)
    assert np.mean([outcome.fooled for outcome in outcomes]) >= fooled
    assert all(
        network.logits(to_floats(o.adversarial)[None]).argmax() == o.after.label for o in outcomes
    )
