"""The slope is what a small change of each pixel does to the lead, measured without it."""

import numpy as np
import pytest

from advgui.core.explanation.slope import lead_of, slope_at
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.lab.requests import image

EPS = 1e-6


@pytest.mark.parametrize("name", ["report", "convolutional"])
def test_it_is_what_finite_differences_measure(name: str) -> None:
    drawn: Bytes = np.random.default_rng(1).integers(0, 255, (28, 28), np.uint8, endpoint=True)
    network = load_shipped(name)  # without pixels that are equal, between which a maximum bends
    slope = slope_at(network, drawn, 3, 5)
    pixels = np.random.default_rng(0).choice(784, 12, replace=False)
    exact = network.astype(np.float64)
    for row, column in zip(*np.unravel_index(pixels, (28, 28)), strict=True):
        measured = np.diff([_lead(exact, drawn, row, column, way) for way in (-EPS, EPS)])
        assert slope.weights[row, column] == pytest.approx(
            measured[0] / (2 * EPS), abs=1e-3, rel=1e-3
        )


def _lead(network: Network, drawn: Bytes, row: int, column: int, by: float) -> float:
    moved = to_floats(drawn).astype(np.float64)
    moved[row, column] += by
    return lead_of(network.logits(moved[None])[0], 3, 5)


def test_pixels_that_all_go_with_the_slope_add_up_to_its_sum() -> None:
    slope = slope_at(load_shipped("report"), image(1), 3, 5)
    along, most = slope.pushes(0.1 * np.sign(slope.weights))
    assert along == pytest.approx(0.1 * np.abs(slope.weights).sum())
    assert along == pytest.approx(most)
    back, same = slope.pushes(-0.1 * np.sign(slope.weights))
    assert (back, same) == pytest.approx((-most, most))


def test_a_network_without_a_slope_is_told() -> None:
    network, drawn = load_shipped("report"), image(1)
    assert not slope_at(network, drawn, 3, 5).flat
    assert slope_at(network, drawn, 5, 5).flat
