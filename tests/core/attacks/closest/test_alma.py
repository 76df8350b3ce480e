"""The augmented Lagrangian finds very small changes, whatever the scale of the logits."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.closest.alma import GROWTH, PATIENCE_STEPS, Multipliers, Pace
from advgui.core.attacks.problem import Form
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.robustness import random_goals
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, wrong_goals
from tests.linear_networks import gray, two_labels
from tests.sharpened import louder


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_on_one_plane_it_ends_as_close_as_there_is(form: Form) -> None:
    weights = np.random.default_rng(0).normal(0, 0.1, 784).astype(np.float32)
    network = two_labels(weights, 2 + float(weights.sum()) * 128 / 255)
    goal = np.array([1 if form == "targeted" else 0])
    _, (outcome,) = finish(make_attack("alma"), network, Problem(gray(), goal, form))
    closest = 2 / float(np.linalg.norm(weights))
    assert outcome.fooled
    assert closest <= outcome.l2 <= 1.01 * closest


def penalty(y: float, mu: float, rho: float) -> float:
    """P as the paper writes it."""
    if y >= 0:
        return mu * y + mu * rho * y**2 + rho**2 * y**3 / 6
    return mu * y / (1 - rho * y)


@pytest.mark.parametrize("y", [-3.0, -0.2, 0.1, 2.0])
def test_a_goals_weight_is_the_slope_of_its_penalty(y: float) -> None:
    multipliers = Multipliers(1)
    multipliers.mu, multipliers.rho = np.array([0.7]), np.array([1.9])
    slope = (penalty(y + 1e-6, 0.7, 1.9) - penalty(y - 1e-6, 0.7, 1.9)) / 2e-6
    learned = multipliers.learn(np.array([y]), 1.0)  # which keeps all of mu
    assert learned[0] == pytest.approx(slope, rel=1e-6)


def test_the_penalty_grows_only_where_nothing_has_helped() -> None:
    multipliers = Multipliers(3)
    for number in range(2 * PATIENCE_STEPS):
        fooled_once = -0.1 if number % PATIENCE_STEPS == 4 else 1.0
        multipliers.learn(np.array([1.0, 0.99**number, fooled_once]), 0.9)
    np.testing.assert_allclose(multipliers.rho, [GROWTH, 1, 1])


def test_the_first_step_is_as_long_as_is_said_and_a_pixel_without_slope_stays() -> None:
    gradients = np.zeros((2, 28, 28), np.float32)
    gradients[0, :3] = np.random.default_rng(1).normal(0, 0.01, (3, 28))
    pace = Pace(0.2, 0.9, 0.0)
    changes = pace(gradients)
    assert np.linalg.norm(changes[0]) == pytest.approx(0.2, rel=0.1)
    for _ in range(2000):
        changes = pace(gradients)
    assert np.isfinite(changes).all()
    assert not changes[0, 3:].any()
    assert not changes[1].any()


@pytest.mark.parametrize("factor", [10.0, 1e6])
def test_a_network_of_other_logits_that_decides_the_same_is_fooled_as_closely(
    factor: float, network: Network, digits: Bytes
) -> None:
    problem, attack = wrong_goals(network, digits), make_attack("alma", {"steps": 300})
    _, plain = finish(attack, network, problem)
    _, other = finish(attack, louder("report", factor), problem)
    assert all(outcome.fooled for outcome in other)
    assert np.mean([o.l2 for o in other]) == pytest.approx(np.mean([o.l2 for o in plain]), rel=0.02)


def test_its_steps_are_valid_images(network: Network, digits: Bytes) -> None:
    steps, _ = finish(make_attack("alma", {"steps": 20}), network, wrong_goals(network, digits[:2]))
    assert [step.number for step in steps] == list(range(21))
    np.testing.assert_array_equal(steps[0].content, digits[:2])
    assert all(step.valid for step in steps)


def test_of_many_steps_the_default_attack_makes_most_of_another_kind(mnist: Path) -> None:
    network = load_shipped("report-relu")
    problem = random_goals(network, read_mnist(mnist, "test"), 60, seed=0)
    first, few = finish(make_attack("ddn"), network, problem)
    steps, many = finish(make_attack("ddn", {"steps": 701}), network, problem)
    assert [step.number for step in steps] == list(range(702))
    for one, other in zip(first, steps, strict=False):
        np.testing.assert_array_equal(one.content, other.content)
    assert all(a.l2 <= b.l2 for a, b in zip(many, few, strict=True))
    assert np.mean([o.l2 for o in many]) < 0.977 * np.mean([o.l2 for o in few])
    away = [np.abs(step.images - to_floats(problem.originals)).max(axis=(1, 2)) for step in steps]
    for start in (101, 401):  # of each way, which begins at the original anew
        assert (away[start] < 0.2).all()
        assert (away[start - 1] > 0.2).mean() > 0.5


@pytest.mark.parametrize("steps", [101, 102, 699, 700, 1001])
def test_it_makes_exactly_as_many_steps_as_it_is_told(steps: int, network: Network) -> None:
    problem = wrong_goals(network, gray())
    made, (outcome,) = finish(make_attack("ddn", {"steps": steps}), network, problem)
    assert [step.number for step in made] == list(range(steps + 1))
    assert outcome.steps == steps
