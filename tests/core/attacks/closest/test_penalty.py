"""The report's attack does what the report says, and stops where it would lead nowhere."""

import numpy as np
import pytest
from numpy.typing import NDArray

from advgui.core.attacks import make_attack
from advgui.core.attacks.closest.penalty import Penalty
from advgui.core.images import Bytes, l2, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, wrong_goals
from tests.random_networks import blots


def test_the_reports_attack_keeps_its_cheapest_step(network: Network, digits: Bytes) -> None:
    problem = wrong_goals(network, digits)
    steps, outcomes = finish(Penalty(steps=60), network, problem)
    for index, outcome in enumerate(outcomes):
        prices = []
        for step in steps:
            y = 1 / (1 + np.exp(-step.logits[index].astype(float)))
            aim = np.eye(10)[problem.goals[index]]
            away = step.images[index] - problem.originals[index] / 255
            prices.append(0.5 * ((aim - y) ** 2).sum() + 0.05 * (away.astype(float) ** 2).sum())
        assert prices[outcome.best_step] == pytest.approx(min(prices), rel=1e-4)


def test_the_reports_step_is_the_descent_that_its_docstring_writes(network: Network) -> None:
    reference = blots(1)
    problem = wrong_goals(network, reference)
    first, second, *_ = finish(Penalty(steps=3, rate=0.7), network, problem)[0]
    x, x_ref = first.images[0].astype(float), reference[0] / 255
    exact = network.astype(np.float64)

    def misfit(image: NDArray[np.float64]) -> float:
        y = exact.confidences(image[None])[0]
        return float(0.5 * ((np.eye(10)[problem.goals[0]] - y) ** 2).sum())

    slope = np.zeros((28, 28))
    for spot in np.random.default_rng(0).integers(0, 28, (10, 2)):
        shift = np.zeros((28, 28))
        shift[tuple(spot)] = 1e-5
        slope[tuple(spot)] = (misfit(x + shift) - misfit(x - shift)) / 2e-5
        expected = x - 0.7 * (slope + 0.05 * (x - x_ref))
        assert second.images[0][tuple(spot)] == pytest.approx(expected[tuple(spot)], abs=1e-5)


def test_without_the_look_alike_term_the_report_makes_any_image_of_the_goal(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    attack = make_attack("penalty", {"look_alike": False, "steps": 1000})
    steps, _ = finish(attack, network, problem)
    held, _ = finish(make_attack("penalty", {"steps": 1000}), network, problem)
    away = [l2(run[-1].images - to_floats(digits)).mean() for run in (steps, held)]
    assert away[0] > 2 * away[1]


def test_a_diverging_attack_ends_quietly(network: Network, digits: Bytes) -> None:
    attack = make_attack("penalty", {"rate": 10, "likeness": 1, "steps": 500})
    steps, outcomes = finish(attack, network, wrong_goals(network, digits[:2]))
    assert len(steps) < 500
    assert all(np.isfinite(step.images).all() for step in steps)
    assert len(outcomes) == 2
