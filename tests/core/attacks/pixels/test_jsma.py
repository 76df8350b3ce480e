"""JSMA: of all pairs that raise the goal and lower the others, that of the largest saliency."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.pixels.jsma import best_pair
from advgui.core.attacks.problem import Form
from advgui.core.images import Array, Bytes, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, wrong_goals
from tests.linear_networks import gray, two_labels
from tests.random_networks import blots, random_network

SLOPES = st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), max_size=12)


@given(slopes=SLOPES)
def test_no_pair_is_overlooked(slopes: list[tuple[int, int]]) -> None:
    moves = np.array(slopes, np.float32).reshape(-1, 2)
    products = {
        (p, q): float((moves[p] + moves[q]).prod())
        for q in range(len(moves))
        for p in range(q)
        if (moves[p] + moves[q] > 0).all()
    }
    found = best_pair(moves[:, 0], moves[:, 1])
    if not products:
        assert found is None
    else:
        assert found is not None
        assert products[min(found), max(found)] == max(products.values())


def jacobian(network: Network, image: Array, slopes: str) -> Array:
    """Of logits or confidences by pixels (10, 784), one label after the other, in double."""
    exact = network.astype(np.float64)
    logits, caches = exact.forward(image[None].astype(np.float64))
    rows = [exact.backward(caches, np.eye(10)[k][None])[0].ravel() for k in range(10)]
    y = exact.activate(logits)[0]
    if slopes == "logits":
        return np.array(rows)
    through = np.diag(y * (1 - y)) if network.output == "sigmoid" else np.diag(y) - np.outer(y, y)
    table: Array = through @ np.array(rows)
    return table


def saliencies(slopes: Array, goal: int, pixel: int) -> Array:
    """-a b of one pixel paired with each, 0 where a > 0 > b does not hold."""
    rise = slopes[goal]
    rest = slopes.sum(axis=0) - rise
    a, b = rise[pixel] + rise, rest[pixel] + rest
    return np.where((a > 0) & (b < 0), -a * b, 0)


@pytest.mark.parametrize("slopes", ["logits", "confidences"])
@pytest.mark.parametrize("architecture", ["report", "dense"])
def test_its_pairs_are_those_of_the_algorithm_made_by_hand(architecture: str, slopes: str) -> None:
    network, images = random_network(architecture, 1), blots(1, 1)
    goal = int(network.logits(to_floats(images)).argmax() + 1) % 10
    attack = make_attack("jsma", {"slopes": slopes, "direction": "grow"})
    steps, _ = finish(attack, network, Problem(images, np.array([goal])))
    assert len(steps) > 2
    for before, after in list(pairwise(steps))[:4]:
        table = jacobian(network, to_floats(before.content)[0], slopes)
        free = np.flatnonzero((before.content == images).ravel() & (images < 255).ravel())
        best = 0.0
        for position, pixel in enumerate(free):
            others = saliencies(table, goal, int(pixel))[free[position + 1 :]]
            best = max(best, float(others.max(initial=0)))
        p, q = np.flatnonzero((after.content != before.content).ravel())
        assert saliencies(table, goal, int(p))[q] >= best * (1 - 1e-4) > 0


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_pixels_go_the_ways_that_they_may(form: Form, network: Network, digits: Bytes) -> None:
    images = digits[:3]
    labels = network.logits(to_floats(images)).argmax(axis=-1)
    problem = Problem(images, labels if form == "untargeted" else (labels + 1) % 10, form)
    signs = {}
    for direction in ("grow", "shrink", "both"):
        steps, _ = finish(make_attack("jsma", {"direction": direction}), network, problem)
        change = steps[-1].content.astype(int) - images
        signs[direction] = {int(sign) for sign in np.unique(np.sign(change))} - {0}
    assert signs == {"grow": {1}, "shrink": {-1}, "both": {-1, 1}}


def test_where_no_pair_lowers_the_others_it_ends_and_says_so() -> None:
    weights = np.random.default_rng(0).normal(size=784).astype(np.float32)
    network = two_labels(weights, 5 + float(weights.sum()) * 128 / 255)
    problem = Problem(gray(), np.array([1]))
    steps, (outcome,) = finish(make_attack("jsma"), network, problem)
    assert len(steps) == 1
    assert outcome.stuck == "no pixel"
    attack = make_attack("jsma", {"slopes": "confidences"})
    _, (outcome,) = finish(attack, network, problem)
    assert outcome.fooled
    assert outcome.stuck is None


def test_it_fools_most_digits_with_few_pixels(network: Network, digits: Bytes) -> None:
    attack = make_attack("jsma", {"slopes": "confidences"})
    _, outcomes = finish(attack, network, wrong_goals(network, digits))
    fooled = [outcome.distance for outcome in outcomes if outcome.fooled]
    assert len(fooled) >= 8
    assert np.mean(fooled) <= 40
