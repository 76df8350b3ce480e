"""A gradient that is lost is counted, and one that is there is not."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.closest.penalty import VANISHING
from advgui.core.evaluation.gradients import gradients
from advgui.core.images import quantise
from advgui.core.nn.layers import Dense
from advgui.core.nn.losses import LOSSES
from advgui.core.nn.network import Network
from tests.generators import finished
from tests.random_networks import blots, random_network


def louder(network: Network, factor: float) -> Network:
    """The same network with its first weights so many times larger."""
    position = next(i for i, layer in enumerate(network.layers) if isinstance(layer, Dense))
    first = network.layers[position]
    louder = first.with_weights({name: a * factor for name, a in first.weights.items()})
    layers = (*network.layers[:position], louder, *network.layers[position + 1 :])
    return replace(network, layers=layers)


@pytest.fixture
def problem() -> Problem:
    return Problem(blots(250), np.arange(250) % 10)


@pytest.mark.parametrize("name", ["report", "report-tanh"])
def test_units_that_are_driven_far_out_are_flat_and_let_nothing_through(
    name: str, problem: Problem
) -> None:
    network = random_network(name)
    assert gradients(network, problem).zero == 0
    found = gradients(louder(network, 1e6), problem)
    assert found.saturated is not None
    assert found.saturated > 0.99
    assert found.zero > 0.9
    assert found.vanishing >= found.zero


def test_a_closed_relu_is_flat_at_any_size(problem: Problem) -> None:
    network = random_network("report-relu")
    quiet, loud = gradients(network, problem), gradients(louder(network, 1e3), problem)
    assert quiet.saturated == loud.saturated
    assert quiet.saturated is not None
    assert 0.2 < quiet.saturated < 0.8


def test_a_network_without_hidden_units_has_none_that_are_flat(problem: Problem) -> None:
    assert gradients(random_network("softmax"), problem).saturated is None


@pytest.mark.parametrize("factor", [1.0, 200.0, 1000.0])
def test_shares_are_those_of_the_gradients_one_by_one(factor: float, problem: Problem) -> None:
    network = louder(random_network(), factor)
    peaks = []
    for image, goal in zip(problem.originals, problem.goals, strict=True):
        floats = (image / 255.0).astype(np.float32)[None]
        cost = LOSSES["squared error"]
        peaks.append(np.abs(network.input_gradient(floats, np.array([goal]), cost)[1]).max())
    found = gradients(network, problem)
    assert found.zero == np.mean([peak == 0 for peak in peaks])
    assert found.vanishing == pytest.approx(np.mean([peak < VANISHING for peak in peaks]), abs=0.01)


def test_what_vanishes_is_not_seen_in_the_first_images_of_the_reports_attack() -> None:
    network = louder(random_network(), 300.0)
    images, goals = blots(60), np.arange(60) % 10
    each = [Problem(images[k : k + 1], goals[k : k + 1]) for k in range(60)]
    lost = [one for one in each if gradients(network, one).vanishing == 1]
    assert 5 < len(lost) < 60
    attack = make_attack("penalty", {"steps": 20, "start": "drawing"})
    for one in lost:
        steps, _ = finished(attack.run(network, one, seed=0))
        for step in steps:
            np.testing.assert_array_equal(quantise(step.images), one.originals)
