"""HopSkipJump: what it feels of a border that is known, and what it does to real digits."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.queries.hopskipjump import HopSkipJump
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.evaluation.robustness import away_from_labels, random_goals
from advgui.core.images import to_floats
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish
from tests.core.attacks.queries.planes import smooth, told_by_a_plane
from tests.linear_networks import gray, two_labels
from tests.sharpened import saturated


@pytest.fixture(scope="module")
def mnist_digits(mnist: Path) -> Digits:
    """A few, as all of them are read to find those that are read correctly."""
    digits = read_mnist(mnist, "test")
    return Digits(digits.images[:50], digits.labels[:50])


@pytest.mark.parametrize(("frequencies", "alike"), [(4, 0.97), (14, 0.85), (28, 0.65)])
def test_the_slope_of_a_plane_is_its_normal_the_more_surely_the_fewer_directions_there_are(
    frequencies: int, alike: float
) -> None:
    """The cosine of both is about sqrt(m / (m + d)), with m = 2/π of 1,500 queries."""
    weights, image = smooth(frequencies), to_floats(gray())[0]
    gap = weights @ image.ravel()
    attack = HopSkipJump(frequencies=frequencies)
    search = attack._slope(image + 0.1, image, 1500, np.random.default_rng(0))
    slope = told_by_a_plane(search, weights, gap, [])
    assert isinstance(slope, np.ndarray)
    assert slope.ravel() @ weights > alike


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_on_a_plane_it_comes_to_the_nearest_point(form: str) -> None:
    weights, images = smooth(4), gray(3)
    gap = float(weights @ to_floats(images[0]).ravel()) + 1.5
    goals = np.full(3, form == "targeted", np.int64)
    problem = Problem(images, goals, "targeted" if form == "targeted" else "untargeted")
    attack = make_attack("hopskipjump", {"queries": 1500, "frequencies": 4})
    _, outcomes = finish(attack, two_labels(weights, gap), problem)
    for outcome in outcomes:
        assert outcome.fooled
        assert 1.5 - 0.01 <= outcome.l2 < 1.5 * 1.03


def test_on_a_plane_the_largest_change_comes_near_the_smallest_there_is() -> None:
    weights = smooth(3)
    gap = float(weights @ to_floats(gray())[0].ravel()) + 0.1 * np.abs(weights).sum()
    attack = make_attack("hopskipjump-linf", {"queries": 2000, "frequencies": 3})
    _, (outcome,) = finish(attack, two_labels(weights, gap), Problem(gray(), np.array([1])))
    assert outcome.fooled
    assert 0.1 - 1 / 255 <= outcome.linf <= 0.1 * 1.25


def test_a_network_without_slopes_hides_nothing_from_it(mnist_digits: Digits) -> None:
    network = saturated()
    _, outcomes = finish(
        make_attack("hopskipjump", {"queries": 300}),
        network,
        away_from_labels(network, mnist_digits, 5),
    )
    assert all(outcome.fooled for outcome in outcomes)


@pytest.mark.parametrize(("name", "count", "l2"), [("report", 15, 1.2), ("convolutional", 4, 2.4)])
def test_it_comes_nearer_than_what_was_measured_of_others_by_a_thousand_queries(
    name: str, count: int, l2: float, mnist_digits: Digits
) -> None:
    network = load_shipped(name)
    problem = away_from_labels(network, mnist_digits, count)
    _, outcomes = finish(make_attack("hopskipjump"), network, problem)
    assert all(outcome.fooled for outcome in outcomes)
    assert np.mean([outcome.l2 for outcome in outcomes]) <= l2


def test_toward_a_goal_it_starts_from_that_digit_and_always_fools(mnist_digits: Digits) -> None:
    network = load_shipped("report")
    problem = random_goals(network, mnist_digits, 15, seed=0)
    _, outcomes = finish(make_attack("hopskipjump"), network, problem)
    assert all(outcome.fooled for outcome in outcomes)
    assert np.mean([outcome.l2 for outcome in outcomes]) <= 2.4
