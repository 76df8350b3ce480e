"""Where a network sees a few levels, an attack chooses the pixels that cross to another."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.closest.crossings import Crossings
from advgui.core.attacks.closest.flips import Flips
from advgui.core.defences.bit_depth import BitDepth
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import l2, to_floats
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish
from tests.random_networks import blots

SEEDS = st.integers(0, 2**32 - 1)


@settings(max_examples=20)
@given(seed=SEEDS, threshold=st.sampled_from([0.0, 0.3, 0.5, 0.999, 1.0]))
def test_of_one_cut_it_takes_what_flips_take(seed: int, threshold: float) -> None:
    random = np.random.default_rng(seed)
    images, gains = blots(2, seed), random.normal(size=(2, 28, 28))
    norms = random.uniform(0.1, 3, (2, 1, 1))
    found = Crossings(images, (threshold,)).within(gains, norms)
    np.testing.assert_array_equal(found, Flips(images, threshold).within(gains, norms))


@settings(max_examples=20)
@given(seed=SEEDS, bits=st.sampled_from([2, 3]))
def test_no_image_is_farther_than_it_may_be_or_than_its_levels_need(seed: int, bits: int) -> None:
    random, depth = np.random.default_rng(seed), BitDepth(bits)
    images, gains = blots(2, seed), random.normal(size=(2, 28, 28))
    norms = random.uniform(0.1, 6, (2, 1, 1))
    found = Crossings(images, depth.cuts).within(gains, norms)
    change = to_floats(found) - to_floats(images)
    assert (l2(change) <= norms[:, 0, 0] + 1e-5).all()
    assert (np.sign(change) * np.sign(gains) >= 0).all()
    nearer = (found - np.sign(change)).astype(np.uint8)
    one, other = (depth(to_floats(each), random) for each in (found, nearer))
    assert (one != other)[found != images].all()
    assert (found != images).any()


@pytest.mark.parametrize("bits", [2, 3])
def test_a_network_that_sees_few_levels_is_fooled_by_less_than_straight_through(bits: int) -> None:
    bare, sevens = load_shipped("report"), render(read_gallery()[7].strokes)[None]
    network = defended(bare, [BitDepth(bits)])
    problem, attack = Problem(sevens, np.array([3])), make_attack("ddn", {"steps": 60})
    _, (levels,) = finish(attack, network, problem)
    _, (alone,) = finish(attack, bare, problem)
    assert levels.fooled
    assert levels.l2 < alone.l2
