"""Fewer levels of gray."""

import numpy as np
import pytest

from advgui.core.defences import make_defence
from advgui.core.defences.bit_depth import BitDepth
from advgui.core.defences.defended import defended
from advgui.core.images import Bytes, to_floats
from tests.attack_runs import finish, quick, wrong_goals
from tests.random_networks import blots, random_network

ALL: Bytes = np.resize(np.arange(256, dtype=np.uint8), (1, 28, 28))
RANDOM = np.random.default_rng(0)


def test_eight_bits_change_nothing() -> None:
    np.testing.assert_array_equal(BitDepth(8).applied(ALL, RANDOM), ALL)


def test_one_bit_is_the_threshold_at_one_half() -> None:
    one, threshold = BitDepth(1), make_defence("threshold")
    np.testing.assert_array_equal(one.applied(ALL, RANDOM), threshold.applied(ALL, RANDOM))
    assert one.parts_at == threshold.parts_at


def test_one_bit_is_attacked_by_flips_as_that_threshold_is() -> None:
    bare, images = random_network(), blots(4)
    found = []
    for defence in (BitDepth(1), make_defence("threshold")):
        network = defended(bare, [defence])
        problem = wrong_goals(network, images)
        found.append(finish(quick("ddn", 40), network, problem)[1])
    for one, other in zip(*found, strict=True):
        np.testing.assert_array_equal(one.adversarial, other.adversarial)


@pytest.mark.parametrize("bits", range(1, 9))
def test_there_are_as_many_levels_as_the_bits_say_and_each_pixel_gets_the_nearest(
    bits: int,
) -> None:
    levels = np.linspace(0, 1, 2**bits)
    made = BitDepth(bits)(to_floats(ALL), RANDOM)
    nearest = np.abs(to_floats(ALL)[..., None] - levels).argmin(axis=-1)
    np.testing.assert_allclose(made, levels[nearest], atol=1e-6)
    assert len(np.unique(made)) == 2**bits
