"""A slope estimated from scores: what each pair adds to it, what it costs and what it does."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.queries.nes import NES, NESL2, _slope
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.robustness import away_from_labels
from advgui.core.images import Array, Bytes, quantise, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, wrong_goals
from tests.linear_networks import gray, two_labels
from tests.random_networks import blots, random_network


def slowly(network: Network, image: Bytes, goal: int, directions: Array) -> Array:
    """The sum over the pairs, one query after the other."""

    def lead(levels: Bytes) -> float:
        logits = network.logits(to_floats(levels)[None])[0]
        return float(logits[goal] - np.delete(logits, goal).max())

    total = np.zeros((28, 28))
    for direction in directions:
        forth = quantise(to_floats(image) + direction)
        back = quantise(to_floats(image) - direction)
        total += (lead(forth) - lead(back)) * (forth.astype(float) - back.astype(float)) / 255
    return total


@settings(max_examples=10)
@given(seed=st.integers(0, 2**32 - 1))
def test_the_slope_is_the_papers_sum_over_pairs(seed: int) -> None:
    network, images = random_network(seed=seed % 97), blots(4, seed)
    problem, rows = wrong_goals(network, images), np.array([0, 1, 3])
    oracle, random = Oracle(network, 4, "scores"), np.random.default_rng(seed)
    directions = random.normal(size=(5, 28, 28)).astype(np.float32) * np.float32(0.1)
    found = _slope(oracle, problem, images, rows, directions)
    assert oracle.queries.tolist() == [10, 10, 0, 10]
    for slope, row in zip(found, rows, strict=True):
        expected = slowly(network, images[row], int(problem.goals[row]), directions)
        np.testing.assert_allclose(slope, expected, atol=1e-4 * np.abs(expected).max())


def test_many_pairs_point_the_way_of_a_linear_network() -> None:
    weights = np.random.default_rng(1).normal(size=784).astype(np.float32)
    network, problem = two_labels(weights, 1e3), Problem(gray(), np.ones(1, np.int64))
    directions = NES(frequencies=28)._directions(5000, np.random.default_rng(2))
    slope = _slope(Oracle(network, 1), problem, problem.originals, np.array([0]), directions)
    # Of k random pairs in d dimensions the cosine is the root of k / (k + d).
    cosine = slope.ravel() @ weights / np.linalg.norm(slope) / np.linalg.norm(weights)
    assert cosine == pytest.approx((5000 / 5784) ** 0.5, abs=0.02)


@pytest.mark.parametrize("frequencies", [1, 10, 28])
def test_a_pixel_goes_sigma_on_average_whatever_the_waves(frequencies: int) -> None:
    attack = NES(frequencies=frequencies, sigma=0.2)
    directions = attack._directions(4000, np.random.default_rng(0))
    assert np.sqrt((directions**2).mean()) == pytest.approx(0.2, rel=0.05)
    assert np.linalg.matrix_rank(directions[0]) == frequencies


@pytest.mark.parametrize("name", ["nes", "nes-l2"])
def test_every_image_is_counted_and_none_is_asked_beyond_its_budget_or_its_end(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    attack = make_attack(name, {"queries": 200, "pairs": 7, "budget": 0.3 if name == "nes" else 3})
    steps, outcomes = finish(attack, network, problem)
    counted = np.stack([step.queries for step in steps if step.queries is not None])
    leads = np.stack([problem.leads(step.logits) for step in steps])
    assert counted[0].tolist() == [2] * 10
    for index, outcome in enumerate(outcomes):
        spent = np.diff(counted[:, index])
        assert outcome.queries <= 200
        assert outcome.gradients == 0
        if outcome.fooled:
            first = int((leads[:, index] > problem.wanted_lead).argmax())
            assert (spent[:first] == 15).all()
            assert not spent[first:].any()
        else:
            assert (spent[:-1] == 15).all()
            assert outcome.queries >= 198  # two are too few for a pair and its step
    assert len({outcome.fooled for outcome in outcomes}) == 2


def test_what_comes_of_an_image_does_not_depend_on_what_is_beside_it(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:4])
    _, together = finish(NES(queries=300), network, problem)
    for index, outcome in enumerate(together):
        _, (alone,) = finish(NES(queries=300), network, problem.of(slice(index, index + 1)))
        assert (alone.fooled, alone.queries) == (outcome.fooled, outcome.queries)


@pytest.mark.parametrize(
    ("attack", "fooled"), [(NES(), 0.86), (NES(frequencies=28), 0.8), (NESL2(), 0.8)]
)
def test_it_fools_what_was_measured_of_others_within_a_thousand_queries(
    attack: NES | NESL2, fooled: float, mnist: Path
) -> None:
    network = load_shipped("report")
    problem = away_from_labels(network, read_mnist(mnist, "test"), 60)
    _, outcomes = finish(attack, network, problem)
    assert np.mean([outcome.fooled for outcome in outcomes]) >= fooled
