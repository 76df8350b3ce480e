"""Carlini and Wagner's attack finds the smallest change by a search for its weight."""

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.closest.cw import GROWTH, CarliniWagner, Search
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Form
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, wrong_goals
from tests.linear_networks import gray, two_labels
from tests.sharpened import louder


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_on_one_hyperplane_it_ends_as_close_as_there_is(form: Form) -> None:
    weights = np.random.default_rng(0).normal(0, 0.1, 784).astype(np.float32)
    image = gray()
    lead = 2.0 + float(weights.sum()) * 128 / 255
    closest = 2.0 / float(np.linalg.norm(weights))
    goal = np.array([1 if form == "targeted" else 0])
    _, (outcome,) = finish(
        make_attack("cw", {"searches": 8}), two_labels(weights, lead), Problem(image, goal, form)
    )
    assert outcome.fooled
    assert closest <= outcome.l2 <= 1.01 * closest


def test_the_weight_is_bisected_as_for_one_image_alone() -> None:
    random, search = np.random.default_rng(1), Search(3, 1.0)
    low, high, weight = [0.0] * 3, [np.inf] * 3, [1.0] * 3
    for _ in range(12):
        fooled = random.random(3) < 0.4
        search.learn(fooled)
        for row in range(3):
            if fooled[row]:
                high[row] = min(high[row], weight[row])
            else:
                low[row] = max(low[row], weight[row])
            found = high[row] < np.inf
            weight[row] = (low[row] + high[row]) / 2 if found else weight[row] * GROWTH
        np.testing.assert_allclose(search.weights, weight)
    search.repeat_smallest()
    np.testing.assert_allclose(
        search.weights, [h if h < np.inf else w for h, w in zip(high, weight, strict=True)]
    )


def test_every_search_begins_anew_at_the_drawing(network: Network, digits: Bytes) -> None:
    attack = make_attack("cw", {"searches": 3, "steps": 20})
    steps, _ = finish(attack, network, wrong_goals(network, digits[:3]))
    assert len(steps) == 60
    for first in (0, 20, 40):
        np.testing.assert_array_equal(steps[first].content, digits[:3])
        assert (steps[first + 5].content != digits[:3]).any()


def test_it_is_as_close_as_the_default_attack_and_rounding_loses_nothing(digits: Bytes) -> None:
    network = load_shipped("convolutional")
    problem = wrong_goals(network, digits[:2])
    _, found = finish(make_attack("cw"), network, problem)
    _, default = finish(make_attack("ddn"), network, problem)
    assert all(outcome.fooled for outcome in found)
    assert np.mean([o.l2 for o in found]) <= 1.01 * np.mean([o.l2 for o in default])


@pytest.mark.parametrize("factor", [1e-3, 1e3])
def test_a_network_of_other_logits_that_decides_the_same_is_fooled_as_closely(
    factor: float, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:5])
    attack = make_attack("cw", {"searches": 4, "steps": 100})
    _, plain = finish(attack, network, problem)
    _, other = finish(attack, louder("report", factor), problem)
    assert all(outcome.fooled for outcome in other)
    assert np.mean([o.l2 for o in other]) == pytest.approx(np.mean([o.l2 for o in plain]), rel=0.03)


def test_a_goal_that_the_image_has_by_the_confidence_pulls_no_more(network: Network) -> None:
    attack = CarliniWagner()
    label = network.read(gray()[0]).label
    problem = Problem(gray(), np.array([label]))
    images = gray().astype(np.float32) / 255
    assert not attack.gradient(Oracle(network, 1), problem, images).any()
    surely = Problem(gray(), np.array([label]), confidence=1e3)
    assert attack.gradient(Oracle(network, 1), surely, images).any()
