"""Intervals go through layers as their bounds say, and a slope goes back from both ends."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.images import Array
from advgui.core.nn import interval_pass
from advgui.core.nn.layers import Conv2d, Dense, Layer, LeakyReLU, ReLU, Reshape, Tanh

STEP = 1e-6


def some_layers(random: np.random.Generator) -> tuple[Layer, ...]:
    return (
        Reshape((5, 5, 1)),
        Conv2d(random.normal(size=(3, 3, 1, 2)), random.normal(size=2), 2),
        ReLU(),
        Reshape((8,)),
        Dense(random.normal(size=(8, 3)), random.normal(size=3)),
        Tanh(),
    )


@given(seed=st.integers(0, 2**32 - 1))
def test_the_ends_are_those_of_the_layers_bounds(seed: int) -> None:
    random = np.random.default_rng(seed)
    layers, low = some_layers(random), random.random((4, 25))
    high = low + 0.2 * random.random(low.shape)
    found = interval_pass.forward(layers, low, high)[:2]
    ends: tuple[Array, Array] = low, high
    for layer in layers:
        ends = layer.bounds(*ends)
    np.testing.assert_allclose(found, ends)


@given(seed=st.integers(0, 2**32 - 1))
def test_the_slope_of_the_weights_agrees_with_central_differences(seed: int) -> None:
    random = np.random.default_rng(seed)
    layers, low = some_layers(random), random.random((4, 25))
    high = low + 0.2 * random.random(low.shape)
    ways = random.normal(size=(2, 4, 3))
    caches = interval_pass.forward(layers, low, high)[2]
    slopes = interval_pass.weight_gradients(layers, caches, *ways)
    moves = [random.choice([-STEP, STEP], slope.shape) for slope in slopes]

    def value(sign: float) -> float:
        left = iter(moves)
        moved = [
            one.with_weights({k: a + sign * next(left) for k, a in one.weights.items()})
            for one in layers
        ]
        return float((ways * np.stack(interval_pass.forward(moved, low, high)[:2])).sum())

    expected = sum(float((slope * move).sum()) for slope, move in zip(slopes, moves, strict=True))
    assert (value(1) - value(-1)) / 2 == pytest.approx(expected, rel=1e-3, abs=1e-4 * STEP)


def test_a_layer_without_such_a_slope_is_named() -> None:
    with pytest.raises(ValueError, match="kind leakyrelu"):
        interval_pass.forward((LeakyReLU(0.1),), np.zeros((1, 3)), np.ones((1, 3)))
