"""Activations at their ends: no overflow, and a way through what is saturated."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.nn.layers import Cache, LeakyReLU, ReLU, Sigmoid, Tanh, sigmoid


@given(z=st.floats(-(2.0**99), 2.0**99, width=32))
def test_a_sigmoid_never_overflows_and_stays_between_zero_and_one(z: float) -> None:
    value = sigmoid(np.array([z], dtype=np.float32))[0]
    assert 0.0 <= value <= 1.0
    assert value == pytest.approx(1 - sigmoid(np.array([-z], dtype=np.float32))[0], abs=1e-6)


@pytest.mark.parametrize("layer", [Sigmoid(), Tanh(), ReLU()], ids=lambda layer: layer.kind)
def test_a_softened_slope_lets_a_saturated_unit_pass_some_gradient(
    layer: Sigmoid | Tanh | ReLU,
) -> None:
    cache: Cache = layer.forward(np.full((1, 3), -200.0))[1]
    ones = np.ones((1, 3))
    np.testing.assert_allclose(layer.backward(cache, ones), 0.0, atol=1e-30)
    np.testing.assert_allclose(layer.softened_backward(cache, ones, 0.02), 0.02)


def test_a_leaky_unit_passes_its_slope_or_what_softens_it_whichever_is_steeper() -> None:
    _, cache = LeakyReLU(0.1).forward(np.full((1, 2), -3.0))
    for own, soften, slope in ((0.1, 0.02, 0.1), (0.1, 0.3, 0.3), (-0.1, 0.02, -0.1)):
        found = LeakyReLU(own).softened_backward(cache, np.ones((1, 2)), soften)
        np.testing.assert_allclose(found, slope)


@pytest.mark.parametrize("layer", [Sigmoid(), Tanh(), ReLU()], ids=lambda layer: layer.kind)
def test_the_steepest_slope_is_what_it_says(layer: Sigmoid | Tanh | ReLU) -> None:
    inputs = np.linspace(-4.0, 4.0, 801)[None]
    cache: Cache = layer.forward(inputs)[1]
    assert layer.backward(cache, np.ones_like(inputs)).max() == pytest.approx(layer.steepest)
