"""What a caller gives besides images is used as it was meant, or told in a sentence."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import advgui

SEVEN = 7


@pytest.fixture(scope="module")
def network() -> advgui.Network:
    return advgui.load_network("softmax")


@pytest.fixture(scope="module")
def digits() -> advgui.Digits:
    return advgui.load_gallery()


@pytest.mark.parametrize("seed", [-1, 1.5, "1", None, True])
def test_a_seed_that_is_none_is_told_wherever_one_is_taken(
    seed: Any,  # noqa: ANN401
    network: advgui.Network,
    digits: advgui.Digits,
) -> None:
    image = digits.images[SEVEN]
    calls: list[Callable[[], object]] = [
        lambda: advgui.attack(network, image, seed=seed),
        lambda: advgui.attack_batch(network, image[None], seed=seed),
        lambda: advgui.evaluate(network, digits.images, digits.labels, seed=seed),
        lambda: advgui.explain(network, image, image, seed=seed),
        lambda: advgui.train("softmax", seed=seed),
        lambda: advgui.poison("softmax", seed=seed),
    ]
    for call in calls:
        with pytest.raises(advgui.BadInput, match="seed is a whole number of at least 0"):
            call()


def test_numbers_of_numpy_are_taken_as_those_of_python(
    network: advgui.Network, digits: advgui.Digits
) -> None:
    image = digits.images[SEVEN]
    given: Any = {"goal": np.int64(3), "steps": np.int64(5), "seed": np.uint8(3)}
    outcome = advgui.attack(network, image, **given)
    wanted = advgui.attack(network, image, 3, steps=5, seed=3)
    assert np.array_equal(outcome.adversarial, wanted.adversarial)
    assert outcome.parameters == wanted.parameters
    assert type(outcome.seed) is type(outcome.parameters["steps"]) is int
    budget: Any = np.float32(0.5)
    made = advgui.make_attack("pgd", budget=budget)
    assert type(made.settings["budget"]) is float


def test_a_networks_name_is_no_network(digits: advgui.Digits) -> None:
    name: Any = "report"
    image = digits.images[SEVEN]
    calls: list[Callable[[], object]] = [
        lambda: advgui.recognise(name, image),
        lambda: advgui.attack(name, image),
        lambda: advgui.evaluate(name, digits.images, digits.labels),
        lambda: advgui.survival(name, image, image),
        lambda: advgui.explain(name, image, image),
        lambda: advgui.defend(name, "threshold"),
        lambda: advgui.fit(name),
        lambda: advgui.save_network(name, "report.safetensors"),
    ]
    for call in calls:
        with pytest.raises(advgui.BadInput, match="load_network"):
            call()


@pytest.mark.parametrize("goal", [10, -1, 3.0, "3", True])
def test_a_goal_that_is_none_is_told(
    goal: Any,  # noqa: ANN401
    network: advgui.Network,
    digits: advgui.Digits,
) -> None:
    image = digits.images[SEVEN]
    with pytest.raises(advgui.BadInput):
        advgui.attack(network, image, goal)
    with pytest.raises(advgui.BadInput):
        advgui.explain(network, image, image, goal)
    with pytest.raises(advgui.BadInput):
        advgui.poison("softmax", goal=goal)
