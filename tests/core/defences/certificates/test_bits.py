"""Networks that see bits: which pixels can flip, and whether any choice of them is enough."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.defences import make_defence
from advgui.core.defences.certificates.bits import Bitwise, bits_bracket, chosen, flippable
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped

ALL: Bytes = np.resize(np.arange(256, dtype=np.uint8), (28, 28))


def drawing(number: int) -> Bytes:
    return render(read_gallery()[number].strokes)


def behind(name: str, threshold: float = 0.5) -> Network:
    return defended(load_shipped(name), [make_defence("threshold", {"threshold": threshold})])


@given(threshold=st.floats(0, 1), levels=st.integers(0, 255))
def test_a_pixel_can_flip_if_a_level_within_the_budget_is_on_the_other_side(
    threshold: float, levels: int
) -> None:
    found = flippable(ALL, levels / 255, threshold)
    ink = np.floor(threshold * 255) < ALL
    low, high = ALL.astype(int) - levels, ALL.astype(int) + levels
    lowest, highest = low.clip(0, 255), high.clip(0, 255)
    across = np.where(ink, lowest <= np.floor(threshold * 255), highest > np.floor(threshold * 255))
    np.testing.assert_array_equal(found, across)


@settings(max_examples=20)
@given(seed=st.integers(0, 2**32 - 1))
@pytest.mark.parametrize("name", ["report", "report-relu", "report-tanh", "softmax"])
def test_what_is_decided_is_what_trying_every_choice_says(name: str, seed: int) -> None:
    network, image = behind(name), drawing(seed % 10)
    bitwise = Bitwise.of(network)
    assert bitwise is not None
    random = np.random.default_rng(seed)
    slopes = np.abs(bitwise.layer.matrix).sum(axis=0)
    some = random.choice(np.argsort(-slopes)[:60], 8, replace=False)
    free = np.zeros(784, np.bool_)
    free[some] = True
    (*_, last) = chosen(bitwise, image, free.reshape(28, 28))
    every = np.array(list(product([False, True], repeat=8)))
    flips = np.zeros((len(every), 784), np.bool_)
    flips[:, some] = every
    images = np.stack([bitwise.flipped(image, one) for one in flips])
    label = network.read(image).label
    altered = network.logits(to_floats(images)).argmax(axis=-1) != label
    assert last.alters == altered.any()
    if last.alters:
        assert not last.flips[~free].any()
        assert network.read(bitwise.flipped(image, last.flips)).label != label


@pytest.mark.parametrize(("name", "threshold"), [("report", 0.5), ("softmax", 0.4)])
def test_the_smallest_budget_is_exact(name: str, threshold: float) -> None:
    network, image = behind(name, threshold), drawing(4)
    bitwise = Bitwise.of(network)
    assert bitwise is not None
    found = list(bits_bracket(bitwise, image))
    last = found[-1]
    assert last.proven == last.attacked
    assert [one.proven for one in found] == sorted(one.proven for one in found)
    there = np.rint(255 * (to_floats(image).reshape(-1) + last.change)).astype(np.uint8)
    assert network.read(there.reshape(28, 28)).label != network.read(image).label
    assert np.abs(last.change).max() == pytest.approx(last.attacked + 0.5 / 255)
    below = np.nextafter(last.proven, 0) - 1e-6
    (*_, choice) = chosen(bitwise, image, flippable(image, below, threshold))
    assert choice.alters is False


def test_bayes_sees_bits_and_a_network_that_sees_pixels_does_not() -> None:
    assert Bitwise.of(load_shipped("bayes")) is not None
    assert Bitwise.of(load_shipped("report")) is None
    assert Bitwise.of(behind("dense")) is None
