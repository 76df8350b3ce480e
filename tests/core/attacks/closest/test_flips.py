"""Where a network sees bits, an attack chooses the pixels that cross the threshold."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.closest.flips import Flips
from advgui.core.datasets.readers import read_mnist
from advgui.core.defences.binarise import BinaryThreshold
from advgui.core.defences.defended import defended
from advgui.core.evaluation.robustness import random_goals
from advgui.core.images import Array, Bytes, to_floats
from advgui.core.nn.layers import Bits
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish
from tests.linear_networks import two_labels
from tests.random_networks import blots


def by_hand(image: Bytes, gains: Array, norm: float, threshold: float) -> Bytes:
    """One flip after the other, the one that is worth most for its price first."""
    offers, levels = [], np.arange(256)
    for place in np.ndindex(28, 28):
        ink = bool(image[place] > threshold * 255)
        across = levels[(levels > threshold * 255) != ink]
        if len(across):
            level = int(across[np.abs(across - int(image[place])).argmin()])
            price = (level / 255 - int(image[place]) / 255) ** 2
            worth = float(-gains[place] if ink else gains[place])
            offers.append((worth / price, price, place, level))
    found, left = image.copy(), norm**2
    for worth, price, place, level in sorted(offers, reverse=True):
        left -= price
        if worth <= 0 or left < 0:
            break
        found[place] = level
    return found


@settings(max_examples=20)
@given(seed=st.integers(0, 2**32 - 1), threshold=st.sampled_from([0.0, 0.3, 0.5, 0.999, 1.0]))
def test_it_takes_those_that_are_worth_most_for_their_price(seed: int, threshold: float) -> None:
    random = np.random.default_rng(seed)
    images, gains = blots(2, seed), random.normal(size=(2, 28, 28))
    norms = random.uniform(0.1, 3, (2, 1, 1))
    found = Flips(images, threshold).within(gains, norms)
    for row in range(2):
        expected = by_hand(images[row], gains[row], float(norms[row, 0, 0]), threshold)
        np.testing.assert_array_equal(found[row], expected)


def behind_bits(network: Network) -> Network:
    return replace(network, layers=(Bits(), *network.layers))


@pytest.mark.parametrize("seed", range(3))
def test_behind_one_plane_it_takes_no_more_flips_than_reach_the_goal(seed: int) -> None:
    random = np.random.default_rng(seed)
    weights, image = np.zeros(784, np.float32), random.integers(0, 128, (1, 28, 28), np.uint8)
    weights[:12] = random.uniform(0.2, 1, 12)
    gap = 0.4 * float(weights.sum())
    problem = Problem(image, np.array([1]))
    _, (outcome,) = finish(make_attack("ddn"), behind_bits(two_labels(weights, gap)), problem)
    prices = ((128 - image.reshape(-1)[:12].astype(float)) / 255) ** 2
    order = np.argsort(-weights[:12] / prices)
    needed = 1 + int(np.argmax(weights[order].cumsum() > gap + problem.wanted_lead))
    assert outcome.fooled
    assert outcome.l2 == pytest.approx(np.sqrt(prices[order[:needed]].sum()), rel=1e-5)


@pytest.mark.parametrize(
    ("network", "most"),
    [
        (load_shipped("bayes"), 1.8),
        (defended(load_shipped("report"), [BinaryThreshold()]), 1.1),
    ],
    ids=["bayes", "report behind the threshold"],
)
def test_real_digits_are_changed_little_where_bits_are_read(
    network: Network, most: float, mnist: Path
) -> None:
    problem = random_goals(network, read_mnist(mnist, "test"), 40, seed=0)
    steps, outcomes = finish(make_attack("ddn"), network, problem)
    assert all(outcome.fooled for outcome in outcomes)
    assert np.mean([outcome.l2 for outcome in outcomes]) < most
    away = np.abs(steps[50].images - to_floats(problem.originals))
    assert ((away == 0) | (np.abs(steps[50].images - 0.5) < 1 / 255)).all()
