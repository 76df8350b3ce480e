"""The boundary walk: each of its two steps, its lengths, its end, and what it does to digits."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.queries.border import directions
from advgui.core.attacks.queries.boundary import Length, sideways
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.evaluation.robustness import away_from_labels
from advgui.core.images import to_floats
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish
from tests.core.attacks.queries.planes import smooth
from tests.linear_networks import gray, two_labels


@given(seed=st.integers(0, 2**32 - 1), length=st.floats(0.01, 1.0))
def test_a_step_aside_leaves_the_distance_and_starts_at_a_right_angle(
    seed: int, length: float
) -> None:
    random = np.random.default_rng(seed)
    original = to_floats(gray())[0]
    image = original + random.uniform(-0.1, 0.1, (28, 28)).astype(np.float32)
    aside = sideways(original, image, directions(1, 14, random)[0], length)
    before, after = image - original, aside - original
    radius = np.linalg.norm(before)
    assert np.linalg.norm(after) == pytest.approx(radius, rel=1e-4)
    # A right angle makes a triangle: the way there, the step, and the way onto the sphere.
    cosine = np.vdot(before, after) / radius**2
    assert cosine == pytest.approx(1 / np.sqrt(1 + length**2), abs=1e-4)


def test_a_step_aside_stays_in_the_box_and_one_of_no_length_stays() -> None:
    original, image = np.zeros((28, 28), np.float32), np.ones((28, 28), np.float32)
    moved = sideways(original, image, directions(1, 28, np.random.default_rng(0))[0], 1.0)
    assert moved.min() >= 0
    assert moved.max() <= 1
    np.testing.assert_allclose(sideways(original, image, image, 0.5), image, atol=1e-6)


@pytest.mark.parametrize(("good", "factor"), [(10, 1.1), (6, 1.1), (5, 0.9), (0, 0.9)])
def test_a_length_follows_how_many_steps_succeed(good: int, factor: float) -> None:
    length = Length(0.2, 0.5)
    for number in range(10):
        assert length.now == 0.2
        length.tell(number < good)
    assert length.now == pytest.approx(0.2 * factor)
    for _ in range(1000):
        length.tell(True)
    assert length.now == 1


def test_on_a_plane_it_comes_near_the_nearest_point_and_then_ends() -> None:
    weights = smooth(3)
    gap = float(weights @ to_floats(gray())[0].ravel()) + 1.5
    attack = make_attack("boundary", {"queries": 10_000, "frequencies": 3})
    _, (outcome,) = finish(attack, two_labels(weights, gap), Problem(gray(), np.array([1])))
    assert outcome.fooled
    assert 1.5 - 0.01 <= outcome.l2 < 1.5 * 1.05
    assert outcome.queries < 5000


def test_it_comes_near_real_digits_by_a_thousand_queries(mnist: Path) -> None:
    network = load_shipped("report")
    digits = read_mnist(mnist, "test")
    some = Digits(digits.images[:20], digits.labels[:20])  # all of them would be read
    problem = away_from_labels(network, some, 10)
    _, outcomes = finish(make_attack("boundary"), network, problem)
    assert all(outcome.fooled for outcome in outcomes)
    assert np.mean([outcome.l2 for outcome in outcomes]) <= 1.6
