"""A step over draws follows the mean of what each of them asks for."""

import numpy as np
import pytest

from advgui.core.attacks import Problem
from advgui.core.attacks.budget.gains import gain
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.world.over_draws import WIDE, OverDraws, every, held
from advgui.core.images import to_floats
from advgui.core.world.draws import Ranges, drawn
from advgui.core.zoo import load_shipped
from tests.random_networks import blots, random_network
from tests.sharpened import louder


def test_the_gradient_is_the_sum_over_draws_and_the_logits_are_of_the_images_themselves() -> None:
    network, images = random_network(seed=1), to_floats(blots(3))
    climbed = gain("cross-entropy", Problem(blots(3), np.array([1, 2, 3])))
    oracle = Oracle(network, 3)
    look = OverDraws(4, Ranges(), np.random.default_rng(5), 9)(oracle, climbed, np.arange(3), 0.0)
    logits, gradient = look(images)
    np.testing.assert_allclose(logits, network.logits(images), rtol=1e-5)
    draws = drawn(4, np.random.default_rng(5), Ranges())
    expected = np.zeros_like(images)
    unseen = network.logits(images)
    slope = climbed.counted(np.float32(WIDE) * (unseen.max(axis=1) - unseen.mean(axis=1)))
    for number in range(4):
        one = draws.of(slice(number, number + 1))
        seen, caches = one.forward(images)
        expected += one.backward(caches, oracle.gradient(seen[0], slope)[1][None])
    np.testing.assert_allclose(gradient, expected, rtol=1e-4, atol=1e-6)
    assert oracle.gradients.tolist() == [8, 8, 8]


def test_every_step_looks_through_new_draws_and_is_judged_by_the_same() -> None:
    network, images = random_network(seed=1), to_floats(blots(1))
    climbed = gain("cross-entropy", Problem(blots(1), np.array([1])))
    look = OverDraws(2, Ranges(), np.random.default_rng(0), 9)(
        Oracle(network, 1), climbed, np.arange(1), 0.0
    )
    assert (look(images)[1] != look(images)[1]).any()
    np.testing.assert_array_equal(held(Ranges())(images), held(Ranges())(images))


def test_a_network_of_ten_times_the_logits_which_decides_the_same_is_followed_the_same() -> None:
    images = to_floats(blots(2))
    climbed = gain("cross-entropy", Problem(blots(2), np.array([1, 2])))
    ways = []
    for one in (load_shipped("report"), louder("report", 10)):
        over = OverDraws(3, Ranges(), np.random.default_rng(0), 9)
        look = over(Oracle(one, 2), climbed, np.arange(2), 0.0)
        ways.append(look(images)[1])
    flat = [
        way.reshape(2, -1) / np.linalg.norm(way.reshape(2, -1), axis=1)[:, None] for way in ways
    ]
    assert ((flat[0] * flat[1]).sum(axis=1) > 0.9).all()


@pytest.mark.parametrize("steps", [1, 3, 7, 60, 100, 5000])
def test_few_steps_are_judged_and_the_last_or_one_near_it_is(steps: int) -> None:
    judged = [number for number in range(1, steps + 1) if number % every(steps) == 0]
    assert 1 <= len(judged) <= 7
    assert judged[-1] > steps - every(steps)
