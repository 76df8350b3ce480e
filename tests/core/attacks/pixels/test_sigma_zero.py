"""Sigma-zero finds the fewest pixels, by the steps of its algorithm."""

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.problem import Form
from advgui.core.images import Array, Bytes, quantise, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, wrong_goals
from tests.linear_networks import two_labels
from tests.random_networks import blots, random_network
from tests.sharpened import louder


def by_hand(network: Network, image: Bytes, goal: int, steps: int) -> list[Bytes]:
    """Algorithm 1 for one image and one goal, in double precision and with Adam written out."""
    exact, x = network.astype(np.float64), image / 255
    delta, mean, square = np.zeros((28, 28)), np.zeros((28, 28)), np.zeros((28, 28))
    threshold, shown = 0.3, []
    for number in range(steps):
        content = quantise((x + delta)[None])
        shown.append(content[0])
        logits, caches = exact.forward(content / 255)
        others = np.delete(np.arange(10), goal)
        rival = others[logits[0, others].argmax()]
        fooled = logits[0, goal] - logits[0, rival] > 1e-4
        down = np.zeros((1, 10))
        if not fooled:
            down[0, rival], down[0, goal] = 1, -1
        both = largest_one(exact.backward(caches, down)[0])
        both = both + 0.1 * largest_one(2 * 0.001 * delta / (delta**2 + 0.001) ** 2)
        both = largest_one(both)
        rate, after = (0.55 + 0.45 * np.cos(np.pi * n / steps) for n in (number, number + 1))
        mean, square = 0.9 * mean + 0.1 * both, 0.999 * square + 0.001 * both**2
        step = mean / (1 - 0.9 ** (number + 1))
        delta = delta - rate * step / (np.sqrt(square / (1 - 0.999 ** (number + 1))) + 1e-8)
        delta = np.clip(x + delta, 0, 1) - x
        threshold = min(1, max(0, threshold + (0.01 if fooled else -0.01) * after))
        delta[np.abs(delta) < threshold] = 0
    return shown


def largest_one(gradient: Array) -> Array:
    peak = np.abs(gradient).max()
    return gradient / peak if peak else gradient


@pytest.mark.parametrize("seed", range(4))
def test_its_steps_are_those_of_the_algorithm_made_by_hand(seed: int) -> None:
    network, images = random_network(seed=seed), blots(2, seed)
    goals = (network.logits(to_floats(images)).argmax(axis=-1) + 1) % 10
    attack = make_attack("sigma-zero", {"steps": 12, "soften": 0})
    steps, _ = finish(attack, network, Problem(images, goals))
    for row in range(2):
        expected = by_hand(network, images[row], int(goals[row]), 12)
        for step, image in zip(steps, expected, strict=False):
            apart = np.abs(step.content[row].astype(int) - image)
            assert (
                apart > 1
            ).sum() <= 2  # a change as large as the threshold, but for its last bit


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_it_finds_the_fewest_pixels_where_the_network_is_straight(form: Form) -> None:
    weights = np.random.default_rng(0).normal(size=784).astype(np.float32)
    images = blots(1)
    x = to_floats(images).reshape(784)
    network = two_labels(weights, float(weights @ x) + 20)
    gains = np.sort(np.where(weights > 0, weights * (1 - x), -weights * x))[::-1]
    fewest = int(np.searchsorted(gains.cumsum(), 20)) + 1
    goal = np.array([1 if form == "targeted" else 0])
    _, (outcome,) = finish(make_attack("sigma-zero"), network, Problem(images, goal, form))
    assert outcome.fooled
    assert fewest <= outcome.distance <= fewest + 1


def test_the_scale_of_the_logits_does_not_matter(network: Network, digits: Bytes) -> None:
    attack, problem = make_attack("sigma-zero", {"steps": 300}), wrong_goals(network, digits)
    _, expected = finish(attack, network, problem)
    for factor in (1e-2, 1e4):
        _, outcomes = finish(attack, louder("report", factor), problem)
        assert all(outcome.fooled for outcome in outcomes)
        sizes, others = ([o.distance for o in each] for each in (expected, outcomes))
        assert np.mean(others) == pytest.approx(np.mean(sizes), rel=0.1)


def test_it_needs_fewer_pixels_than_the_greedy_way(network: Network, digits: Bytes) -> None:
    problem = wrong_goals(network, digits)
    _, greedy = finish(make_attack("greedy"), network, problem)
    _, outcomes = finish(make_attack("sigma-zero"), network, problem)
    assert all(outcome.fooled for outcome in outcomes)
    assert sum(o.distance for o in outcomes) < sum(o.distance for o in greedy)
