"""Pixel by pixel: on a straight network there is no way with fewer."""

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.problem import Form
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, wrong_goals
from tests.linear_networks import constant, gray, two_labels
from tests.random_networks import blots
from tests.sharpened import louder


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
@pytest.mark.parametrize("seed", range(3))
def test_it_takes_the_fewest_pixels_where_the_network_is_straight(form: Form, seed: int) -> None:
    weights = np.random.default_rng(seed).normal(size=784).astype(np.float32)
    images = blots(1, seed)
    x = to_floats(images).reshape(784)
    network = two_labels(weights, float(weights @ x) + 30)
    gains = np.sort(np.where(weights > 0, weights * (1 - x), -weights * x))[::-1]
    fewest = int(np.searchsorted(gains.cumsum(), 30)) + 1
    goal = np.array([1 if form == "targeted" else 0])
    steps, (outcome,) = finish(make_attack("greedy"), network, Problem(images, goal, form))
    assert outcome.fooled
    assert outcome.distance == fewest == len(steps) - 1


def test_a_pixel_goes_where_it_has_the_most_room_for_its_slope() -> None:
    weights = np.zeros(784, np.float32)
    weights[[10, 20, 30]] = 3.0, -2.0, 2.5
    image = gray()
    image.reshape(-1)[[10, 20, 30]] = 250, 255, 0
    network = two_labels(weights, 4.0 + float(weights @ to_floats(image).reshape(784)))
    steps, _ = finish(make_attack("greedy"), network, Problem(image, np.array([1])))
    order = [int(np.flatnonzero((step.content != image).ravel()).size) for step in steps]
    assert order == [0, 1, 2]
    assert steps[1].content.reshape(-1)[30] == 255
    assert steps[2].content.reshape(-1)[20] == 0


def test_where_no_pixel_helps_it_ends_and_could_not_move() -> None:
    steps, (outcome,) = finish(
        make_attack("greedy"), constant(), Problem(gray(), np.array([3]), "untargeted")
    )
    assert len(steps) == 1
    assert outcome.stuck == "no pixel"
    assert outcome.distance == 0


@pytest.mark.parametrize("factor", [1e-3, 1e3])
def test_the_scale_of_the_logits_does_not_matter(
    factor: float, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    _, expected = finish(make_attack("greedy"), network, problem)
    _, outcomes = finish(make_attack("greedy"), louder("report", factor), problem)
    assert all(outcome.fooled for outcome in outcomes)
    sizes, others = ([o.distance for o in each] for each in (expected, outcomes))
    assert np.mean(others) == pytest.approx(np.mean(sizes), rel=0.1)


def test_it_needs_fewer_pixels_than_pairs_do(network: Network, digits: Bytes) -> None:
    problem = wrong_goals(network, digits)
    _, single = finish(make_attack("greedy"), network, problem)
    _, pairs = finish(make_attack("jsma"), network, problem)
    assert all(outcome.fooled for outcome in single)
    both = [(s.distance, p.distance) for s, p in zip(single, pairs, strict=True) if p.fooled]
    assert np.mean(both, axis=0)[0] < np.mean(both, axis=0)[1]
