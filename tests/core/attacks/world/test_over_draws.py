"""A step over draws follows the mean of what each of them asks for."""

import numpy as np

from advgui.core.attacks import Problem
from advgui.core.attacks.budget.gains import gain
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.world.over_draws import OverDraws, held
from advgui.core.images import to_floats
from advgui.core.world.draws import Ranges, drawn
from tests.random_networks import blots, random_network


def test_the_gradient_is_the_sum_over_draws_and_the_logits_are_of_the_images_themselves() -> None:
    network, images = random_network(seed=1), to_floats(blots(3))
    climbed = gain("cross-entropy", Problem(blots(3), np.array([1, 2, 3])))
    oracle = Oracle(network, 3)
    look = OverDraws(4, Ranges(), np.random.default_rng(5))(oracle, climbed, np.arange(3), 0.0)
    logits, gradient = look(images)
    np.testing.assert_allclose(logits, network.logits(images), rtol=1e-5)
    draws = drawn(4, np.random.default_rng(5), Ranges())
    expected = np.zeros_like(images)
    for number in range(4):
        one = draws.of(slice(number, number + 1))
        seen, caches = one.forward(images)
        expected += one.backward(caches, oracle.gradient(seen[0], climbed.saturating)[1][None])
    np.testing.assert_allclose(gradient, expected, rtol=1e-4, atol=1e-6)
    assert oracle.gradients.tolist() == [8, 8, 8]


def test_every_step_looks_through_new_draws_and_is_judged_by_the_same() -> None:
    network, images = random_network(seed=1), to_floats(blots(1))
    climbed = gain("cross-entropy", Problem(blots(1), np.array([1])))
    look = OverDraws(2, Ranges(), np.random.default_rng(0))(
        Oracle(network, 1), climbed, np.arange(1), 0.0
    )
    assert (look(images)[1] != look(images)[1]).any()
    np.testing.assert_array_equal(held(Ranges())(images), held(Ranges())(images))
