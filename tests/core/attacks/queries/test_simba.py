"""One direction at a time: the paper's loop, written out, and what it does to real digits."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.queries.simba import cosines
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.evaluation.robustness import away_from_labels
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, wrong_goals
from tests.random_networks import blots, random_network


@pytest.fixture(scope="module")
def mnist_digits(mnist: Path) -> Digits:
    return read_mnist(mnist, "test")


def slowly(network: Network, image: Bytes, goal: int, seed: int, queries: int) -> tuple[Bytes, int]:
    """Algorithm 1 on the pixels of one image, and its queries: with loops and no batch."""
    random, asked = np.random.default_rng(seed), 2  # the original, for the verdict and the attack

    def lead(levels: Bytes) -> float:
        logits = network.logits(to_floats(levels)[None])[0]
        return float(logits[goal] - np.delete(logits, goal).max())

    current, best = image.astype(int), lead(image)
    while True:
        for pixel in random.permutation(784):
            place = divmod(int(pixel), 28)
            for levels in (51, -51):
                changed = current.copy()
                changed[place] = min(255, max(0, changed[place] + levels))
                if (changed == current).all():
                    continue
                if asked == queries - 1 or best > 1e-4:
                    return current.astype(np.uint8), asked + 1
                asked += 1
                found = lead(changed.astype(np.uint8))
                if found > best:
                    current, best = changed, found
                    break


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_it_is_the_papers_loop(seed: int) -> None:
    network, images = random_network(seed=seed % 97).astype(np.float64), blots(2, seed)
    problem = wrong_goals(network, images)
    attack = make_attack("simba", {"queries": 150, "basis": "pixels"})
    _, outcomes = finish(attack, network, problem, seed)
    for outcome, image, goal in zip(outcomes, images, problem.goals, strict=True):
        expected, asked = slowly(network, image, int(goal), seed, 150)
        assert outcome.queries == asked
        np.testing.assert_array_equal(outcome.adversarial, expected)


@pytest.mark.parametrize("count", [1, 9, 28])
def test_the_waves_are_orthonormal_and_the_lowest_first(count: int) -> None:
    waves = cosines(count)
    np.testing.assert_allclose(waves @ waves.T, np.eye(count), atol=1e-6)
    turns = (np.diff(np.sign(waves), axis=1) != 0).sum(axis=1)
    np.testing.assert_array_equal(turns, np.arange(count))


@pytest.mark.parametrize("basis", ["pixels", "waves"])
def test_who_is_done_costs_nothing_more_and_no_one_more_than_the_budget(
    basis: str, network: Network, digits: Bytes
) -> None:
    labels = np.array([network.read(image).label for image in digits])
    attack = make_attack("simba", {"queries": 300, "basis": basis})
    steps, outcomes = finish(attack, network, Problem(digits, labels, "untargeted"))
    counted = np.stack([step.queries for step in steps if step.queries is not None])
    assert len(counted) == len(steps)
    for index, outcome in enumerate(outcomes):
        assert outcome.queries <= 300
        assert outcome.gradients == 0
        if outcome.fooled:
            assert (counted[outcome.best_step :, index] == outcome.queries - 1).all()
    assert len({outcome.queries for outcome in outcomes if outcome.fooled}) > 1


def test_what_comes_of_an_image_does_not_depend_on_what_is_beside_it(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:4])
    attack = make_attack("simba", {"queries": 200})
    _, together = finish(attack, network, problem)
    for index, outcome in enumerate(together):
        _, (alone,) = finish(attack, network, problem.of(slice(index, index + 1)))
        assert abs(alone.l2 - outcome.l2) < 0.05 * outcome.l2
        assert alone.fooled == outcome.fooled


def test_a_length_that_changes_no_byte_ends_at_once(network: Network, digits: Bytes) -> None:
    attack = make_attack("simba", {"basis": "waves", "eps": 0.01, "frequencies": 1})
    steps, (outcome,) = finish(attack, network, wrong_goals(network, digits[:1]))
    assert len(steps) < 400
    assert not outcome.fooled
    assert outcome.queries < 400


@pytest.mark.parametrize(
    ("name", "fooled", "l2"), [("report", 0.84, 2.3), ("convolutional", 0.82, 2.6)]
)
def test_it_fools_what_was_measured_of_others_within_a_thousand_queries(
    name: str, fooled: float, l2: float, mnist_digits: Digits
) -> None:
    network = load_shipped(name)
    problem = away_from_labels(network, mnist_digits, 40)
    _, outcomes = finish(make_attack("simba"), network, problem)
    hits = [outcome.l2 for outcome in outcomes if outcome.fooled]
    assert len(hits) / 40 >= fooled
    assert np.mean(hits) <= l2
