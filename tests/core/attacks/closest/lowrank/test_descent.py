"""The short way of a descent against the plain one, and against the network itself."""

from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.core.attacks.closest.lowrank.descent import Descent
from advgui.core.attacks.closest.lowrank.patterns import Patterns
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.steps import Step, block_of
from advgui.core.images import Array, l2
from advgui.core.nn.losses import squared_error_slope
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped

NARROW_ONES = ("report", "report-tanh", "report-relu", "softmax", "svm")


def descent(count: int, seed: int, *, noise: bool = True, pull: float = 0.05) -> Descent:
    random = np.random.default_rng(seed)
    reference = random.random((count, 28, 28)).astype(np.float32)
    start = random.normal(0.5, 0.3, reference.shape).astype(np.float32) if noise else reference
    return Descent(reference, start, 1.3, pull, squared_error_slope(np.arange(count) % 10))


def over_pixels(one: Descent, network: Network, steps: int) -> list[Step]:
    return list(islice(one._over_pixels(Oracle(network, len(one.reference))), steps))


def taken(one: Descent, network: Network, steps: int) -> list[Step]:
    return list(islice(one.steps(Oracle(network, len(one.reference))), steps))


@pytest.mark.parametrize("name", NARROW_ONES)
@pytest.mark.parametrize("noise", [True, False])
def test_the_short_way_makes_the_images_of_the_plain_one(name: str, noise: bool) -> None:
    network, one = load_shipped(name), descent(3, 1, noise=noise)
    for short, plain in zip(taken(one, network, 30), over_pixels(one, network, 30), strict=True):
        assert isinstance(short.encoding, Patterns)
        assert plain.encoding is None
        assert short.number == plain.number
        np.testing.assert_allclose(short.images, plain.images, atol=2e-3)
        np.testing.assert_allclose(short.logits, plain.logits, atol=2e-2)


@given(count=some.integers(1, 4), seed=some.integers(0, 99), pull=some.sampled_from([0, 0.05, 1]))
def test_a_steps_logits_are_those_of_its_images(count: int, seed: int, pull: float) -> None:
    network = load_shipped("report")
    for step in taken(descent(count, seed, pull=pull), network, 200)[::20]:
        np.testing.assert_allclose(step.logits, network.logits(step.images), atol=1e-3)


@pytest.mark.parametrize("pull", [0.05, 0.3, 1.7])
def test_a_start_that_has_faded_is_gone_and_no_image_shows_it(pull: float) -> None:
    network = load_shipped("report")
    units, steps = 20, taken(descent(2, 3, pull=pull), network, 2500)
    for step in steps:
        starts = np.abs(step.content[:, units:])
        assert ((starts == 0) | (starts >= np.finfo(np.float32).tiny)).all()
    assert not starts.any()
    for step in steps[::100]:
        np.testing.assert_allclose(step.logits, network.logits(step.images), atol=1e-3)


@given(seed=some.integers(0, 99), count=some.integers(1, 5))
def test_distances_by_the_patterns_are_those_of_the_pixels(seed: int, count: int) -> None:
    one = descent(count, seed)
    block = block_of(taken(one, load_shipped("report"), 12), one.reference)
    away = block.images.astype(np.float64) - one.reference
    np.testing.assert_allclose(np.sqrt(block.squares), l2(away), rtol=1e-4, atol=1e-4)


def test_an_image_is_the_same_bit_for_bit_whatever_is_made_beside_it() -> None:
    one = descent(9, 4)
    steps = taken(one, load_shipped("report"), 40)
    block = block_of(steps, one.reference)
    whole: Array = block.images
    numbers, lanes = [3, 39, 11], [7, 2, 2]
    picked = block.picked(np.array(numbers), np.array(lanes))
    for image, number, lane in zip(picked, numbers, lanes, strict=True):
        np.testing.assert_array_equal(image, whole[number, lane])
        np.testing.assert_array_equal(image, steps[number].images[lane])


def test_networks_that_see_pixels_otherwise_go_the_plain_way() -> None:
    for name in ("convolutional", "recurrent", "graph", "dense", "bayes"):
        step = taken(descent(2, 0), load_shipped(name), 1)[0]
        assert step.encoding is None, name
