"""A smoothed network is judged by its vote, against who knows of the noise and who does not."""

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.defences.certificates.votes.smoothing import Smoothing
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.evaluation.smoothed_robustness import (
    SmoothedRobustness,
    smoothed_robustness,
)
from advgui.core.generators import drive
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.linear_networks import constant, gray, two_labels

FEW = Smoothing(0.25, 400)
PLANE = np.full(784, 1 / 28, np.float32)


def measured(network: Network, digits: Digits, *budgets: float) -> SmoothedRobustness:
    """The same, and on its way to the end it never goes back."""
    shares: list[float] = []
    found = drive(smoothed_robustness(network, digits, FEW, budgets, draws=4), shares.append)
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] <= 1
    return found


def plane(lead: float) -> Network:
    """Reads ``gray`` as 0, and as 1 so far away, whatever the noise."""
    return two_labels(PLANE, float(28 * 128 / 255 + lead))


def test_who_knows_does_at_least_as_well_and_nobody_better_than_is_proven() -> None:
    drawn = read_gallery()[:6]
    images = np.stack([render(digit.strokes) for digit in drawn])
    digits = Digits(images, np.array([digit.label for digit in drawn]))
    found = measured(load_shipped("report"), digits, 0.3, 2.0)
    assert found.budgets == (0.0, 0.3, 2.0)
    assert found.aware.stuck == (0.0, 0.0, 0.0)
    for unaware, aware, proven in zip(
        found.unaware.right, found.aware.right, found.proven, strict=True
    ):
        assert unaware >= aware >= proven
    assert list(found.aware.right) == sorted(found.aware.right, reverse=True)
    assert found.aware.right[0] > 0.5
    assert found.aware.right[-1] == 0.0


def test_of_a_plane_the_vote_holds_up_to_its_distance_and_no_farther() -> None:
    found = measured(plane(1.0), Digits(gray(2), np.array([0, 0])), 0.5, 2.0)
    for shares in (found.unaware, found.aware):
        assert shares.right == (1.0, 1.0, 0.0)
        assert shares.abstained == (0.0, 0.0, 0.0)
    assert found.proven[0] == 1.0


def test_what_makes_the_vote_abstain_is_neither_right_nor_fooled() -> None:
    found = measured(plane(1.0), Digits(gray(1), np.array([0])), 1.0)
    assert (found.aware.right, found.aware.abstained) == ((1.0, 0.0), (0.0, 1.0))
    assert found.curves.aware == (1.0, 0.0)
    assert (found.curves.clean, found.curves.proven) == (1.0, found.proven)


def test_what_nothing_can_change_is_right_within_every_budget() -> None:
    found = measured(constant(), Digits(gray(2), np.array([3, 5])), 0.5, 28.0)
    assert found.aware.right == found.unaware.right == (0.5, 0.5, 0.5)
    assert found.aware.abstained == (0.0, 0.0, 0.0)
    assert found.aware.stuck == (0.0, 0.5, 0.5)  # there is no slope to follow
    assert found.proven == (0.5, 0.5, 0.0)
