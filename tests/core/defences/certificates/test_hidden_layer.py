"""A network with one hidden layer, in float64."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.defences.certificates.hidden_layer import SAFETY, HiddenLayer, Margins, Unit
from advgui.core.images import to_floats
from advgui.core.zoo import PLAIN, load_shipped
from tests.random_networks import blots

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


def test_margins_are_the_labels_lead_over_each_other_label() -> None:
    layer = HiddenLayer.of(load_shipped("report"))
    assert layer is not None
    image = to_floats(blots(1)).reshape(-1).astype(float)
    margins = Margins.before_all(layer, image)
    logits = layer.logits(image)
    leads = np.sort(logits.max() - np.delete(logits, logits.argmax()))
    expected = leads / max(1, np.abs(logits).max()) - SAFETY
    np.testing.assert_allclose(np.sort(margins.values(margins.layer.sums(margins.image))), expected)
