"""A network with one hidden layer, in float64."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.hidden_layer import HiddenLayer, Margins, Unit, largest
from advgui.core.images import Array, to_floats
from advgui.core.nn.layers import Dense
from advgui.core.nn.network import Network
from advgui.core.zoo import PLAIN, load_shipped
from tests.random_networks import blots
from tests.sharpened import saturated

SHALLOW = ("report", "report-tanh", "report-relu")


@pytest.mark.parametrize("name", SHALLOW)
def test_its_logits_are_the_networks(name: str) -> None:
    network = load_shipped(name)
    layer = HiddenLayer.of(network)
    assert layer is not None
    images = to_floats(blots(6))
    found = layer.logits(images.reshape(6, -1).astype(float))
    np.testing.assert_allclose(found, network.logits(images), atol=1e-4)


def test_networks_of_another_form_are_none() -> None:
    shallow = {name for name in PLAIN if HiddenLayer.of(load_shipped(name)) is not None}
    assert shallow == set(SHALLOW)


@pytest.mark.parametrize("unit", [Unit(), Unit(0.0), Unit(0.1)], ids=["sigmoid", "relu", "leaky"])
@given(seed=st.integers(0, 2**32 - 1))
def test_nothing_on_the_interval_is_less_than_the_least(unit: Unit, seed: int) -> None:
    random = np.random.default_rng(seed)
    weights, lines = random.normal(0, 3, 20), random.normal(0, 0.6, 20)
    low = random.normal(0, 4, 20)
    high = low + random.exponential(5, 20)

    def values(places: np.ndarray) -> np.ndarray:
        result: np.ndarray = weights * unit(places) - lines * places
        return result

    least = unit.least(weights, lines, low, high)
    assert ((low <= least) & (least <= high)).all()
    for share in np.linspace(0, 1, 201):
        assert (values(least) <= values(low + share * (high - low)) + 1e-9).all()


def steeper(name: str, factor: float) -> Network:
    """A shipped network whose hidden units are so many times as steep."""
    network = load_shipped(name)
    layers = list(network.layers)
    first = next(index for index, layer in enumerate(layers) if isinstance(layer, Dense))
    arrays = {key: array * np.float32(factor) for key, array in layers[first].weights.items()}
    layers[first] = layers[first].with_weights(arrays)
    return replace(network, layers=tuple(layers))


@pytest.mark.parametrize("factor", [1.0, 30.0, 1e3, 1e5])
@pytest.mark.parametrize("name", SHALLOW)
def test_float32_moves_no_margin_by_what_is_to_spare_however_steep_the_units(
    name: str, factor: float
) -> None:
    network = steeper(name, factor)
    layer = HiddenLayer.of(network)
    assert layer is not None
    for image in to_floats(blots(10)):
        pixels = image.reshape(-1).astype(float)
        exact, found = layer.logits(pixels), network.logits(image[None])[0]
        label = int(exact.argmax())
        moved = np.abs((found[label] - found) - (exact[label] - exact)).max()
        assert moved <= layer.spare(pixels) * largest(exact)


def made_of_large_terms(name: str, image: Array, size: float) -> Network:
    """A network with flat units, and logits of the usual size at an image, as terms cancel."""
    network = steeper(name, 1e-6)
    *layers, last = network.layers
    assert isinstance(last, Dense)
    more = size * np.random.default_rng(0).normal(size=last.matrix.shape)
    matrix = (last.matrix + more).astype(np.float32)
    units = replace(network, layers=tuple(layers)).astype(np.float64).logits(image[None])[0]
    bias = last.bias - units @ (matrix - last.matrix.astype(float))
    return replace(network, layers=(*layers, Dense(matrix, bias.astype(np.float32))))


@pytest.mark.parametrize("size", [1e3, 1e5, 1e7])
@pytest.mark.parametrize("name", SHALLOW)
def test_float32_moves_no_margin_by_what_is_to_spare_however_large_what_cancels(
    name: str, size: float
) -> None:
    for image in to_floats(blots(10)):
        network = made_of_large_terms(name, image, size)
        layer = HiddenLayer.of(network)
        assert layer is not None
        pixels = image.reshape(-1).astype(float)
        exact, found = layer.logits(pixels), network.logits(image[None])[0]
        label = int(exact.argmax())
        moved = np.abs((found[label] - found) - (exact[label] - exact)).max()
        assert moved <= layer.spare(pixels) * largest(exact)


def test_of_a_network_with_units_too_steep_for_float32_nothing_is_proven() -> None:
    network = saturated()
    found = list(islice(brackets(network, blots(1)[0], "linf"), 5))
    assert found[-1].proven == 0


def test_margins_are_the_labels_lead_over_each_other_label() -> None:
    layer = HiddenLayer.of(load_shipped("report"))
    assert layer is not None
    image = to_floats(blots(1)).reshape(-1).astype(float)
    margins = Margins.before_all(layer, image)
    logits = layer.logits(image)
    leads = np.sort(logits.max() - np.delete(logits, logits.argmax()))
    expected = leads / max(1, np.abs(logits).max()) - layer.spare(image)
    np.testing.assert_allclose(np.sort(margins.values(margins.layer.sums(margins.image))), expected)
