"""Through bits, a budget is spent on flips, of which none that would do is missed."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.datasets.readers import read_mnist
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.evaluation.robustness import away_from_labels, evaluate
from advgui.core.generators import drive
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.layers import Dense, Reshape, Sigmoid
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish

LEVELS = 25
NEAR = 10


def of_bits(seed: int) -> Network:
    """A network of six units, curved where bits flip, behind the threshold."""
    random = np.random.default_rng(seed)
    hidden = np.zeros((784, 6))
    hidden[:NEAR] = random.normal(0, 3, (NEAR, 6))
    layers = (
        Reshape((784,)),
        Dense(hidden.astype(np.float32), random.normal(0, 1, 6).astype(np.float32)),
        Sigmoid(),
        Dense(random.normal(0, 2, (6, 10)).astype(np.float32), np.zeros(10, np.float32)),
    )
    return defended(Network("bits", layers, "softmax"), [make_defence("threshold")])


def near_the_threshold(seed: int) -> Bytes:
    """Ten pixels can cross it within the budget, the eleventh just not, the others far from it."""
    random = np.random.default_rng(seed)
    image = np.zeros(784, np.uint8)
    image[:NEAR] = random.choice([128 - LEVELS, 127 + LEVELS], NEAR)
    image[NEAR] = 128 - LEVELS - 1
    return image.reshape(28, 28)


def all_labels(network: Network, image: Bytes) -> set[int]:
    """What is read in all that the ten bits can be."""
    made = np.repeat(image.reshape(1, -1), 2**NEAR, axis=0)
    made[:, :NEAR] = 255 * np.array(list(product([0, 1], repeat=NEAR)))
    return set(network.logits(to_floats(made.reshape(-1, 28, 28))).argmax(axis=1).tolist())


@pytest.mark.parametrize("name", ["pgd", "apgd"])
@pytest.mark.parametrize("seed", range(4))
def test_every_label_that_some_flips_reach_is_reached(name: str, seed: int) -> None:
    network, image = of_bits(seed), near_the_threshold(seed)
    reachable = all_labels(network, image) - {network.read(image).label}
    goals = np.array(sorted(set(range(10)) - {network.read(image).label}))
    problem = Problem(np.repeat(image[None], 9, axis=0), goals)
    attack = make_attack(name, {"budget": 0.1, "restarts": 4})
    _, outcomes = finish(attack, network, problem)
    assert {o.goal for o in outcomes if o.fooled} == reachable
    away = Problem(image[None], np.array([network.read(image).label]), "untargeted")
    _, (outcome,) = finish(attack, network, away)
    assert outcome.fooled == bool(reachable)


def test_no_pixel_changes_but_those_that_cross_and_none_beyond_the_budget() -> None:
    network, image = of_bits(0), near_the_threshold(0)
    problem = Problem(image[None], np.array([network.read(image).label]), "untargeted")
    steps, _ = finish(make_attack("pgd", {"steps": 10}), network, problem)
    for step in steps:
        change = step.images - to_floats(image)[None]
        assert np.abs(change).max() <= LEVELS / 255 + 1e-6
        assert not change.reshape(-1)[NEAR:].any()


def test_a_projected_gradient_finds_what_is_known_to_be_there(mnist: Path) -> None:
    """Of the first 200 digits; a search over all flips finds no more (4.9 and 15.8 %)."""
    network = defended(load_shipped("report"), [make_defence("threshold")])
    problem = away_from_labels(network, read_mnist(mnist, "test"), 200)
    for budget, least in ((0.05, 0.04), (0.1, 0.15)):
        attack = make_attack("pgd", {"budget": budget, "restarts": 2})
        assert drive(evaluate(network, attack, problem, seed=0)).fooled >= least


def test_images_without_a_pixel_near_the_threshold_are_left_as_they_are() -> None:
    network, image = of_bits(0), np.zeros((1, 28, 28), np.uint8)
    problem = Problem(image, np.array([network.read(image[0]).label]), "untargeted")
    _, (outcome,) = finish(make_attack("pgd", {"steps": 3}), network, problem)
    assert not outcome.fooled
    assert (outcome.adversarial == image[0]).all()
