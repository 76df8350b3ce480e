"""Every layer's backward pass is the derivative of its forward pass."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from advgui.core.nn.layers import (
    GRU,
    Affine,
    Chebyshev,
    Conv2d,
    Dense,
    Layer,
    LeakyReLU,
    MaxPool,
    MaxWindow,
    MeanPool,
    Pad,
    Recurrent,
    ReLU,
    Reshape,
    Saturating,
    Sigmoid,
    Stride,
    Tanh,
)
from tests.central_differences import away_from_kinks, central_differences

Floats = NDArray[np.float64]
Make = Callable[[np.random.Generator], tuple[Layer, tuple[int, ...]]]

WEIGHTED = (
    "dense",
    "dense of rows",
    "conv2d",
    "conv2d of larger steps",
    "one channel",
    "chebyshev",
    "recurrent",
    "gru",
    "affine",
    "affine per place",
)


def recurrent_weights(
    random: np.random.Generator, width: int, columns: int
) -> tuple[Floats, Floats, Floats]:
    """For four units with one gate or with three."""
    first, second = random.normal(size=(width, columns)), random.normal(size=(4, columns))
    return first, second, random.normal(size=columns)


LAYERS: dict[str, Make] = {
    "dense": lambda r: (Dense(r.normal(size=(5, 4)), r.normal(size=4)), (2, 5)),
    "dense of rows": lambda r: (Dense(r.normal(size=(5, 4)), r.normal(size=4)), (2, 3, 5)),
    "conv2d": lambda r: (Conv2d(r.normal(size=(3, 3, 2, 3)), r.normal(size=3)), (2, 6, 5, 2)),
    "conv2d of larger steps": lambda r: (
        Conv2d(r.normal(size=(3, 3, 2, 3)), r.normal(size=3), 2),
        (2, 6, 8, 2),
    ),
    "chebyshev": lambda r: (
        Chebyshev(r.normal(size=(4, 2, 3)), r.normal(size=3)),
        (2, 4, 5, 2),
    ),
    "recurrent": lambda r: (Recurrent(*recurrent_weights(r, 3, 4)), (2, 5, 3)),
    "gru": lambda r: (GRU(*recurrent_weights(r, 3, 12)), (2, 5, 3)),
    "affine": lambda r: (Affine(r.normal(size=3), r.normal(size=3)), (2, 4, 2, 3)),
    "affine per place": lambda r: (
        Affine(r.normal(size=(4, 3)), r.normal(size=(4, 3))),
        (2, 4, 3),
    ),
    "pad": lambda r: (Pad((1, 0, 2, 3), -0.5), (2, 4, 3, 2)),
    "crop": lambda r: (Pad((-1, 2, 0, -2)), (2, 4, 5, 2)),
    "stride": lambda r: (Stride(2), (2, 5, 6, 2)),
    "maxwindow": lambda r: (MaxWindow(3, 2), (2, 6, 5, 2)),
    "leakyrelu": lambda r: (LeakyReLU(0.2), (3, 7)),
    "leakyrelu that falls": lambda r: (LeakyReLU(-0.2), (3, 7)),
    "meanpool": lambda r: (MeanPool(3), (2, 6, 3, 2)),
    "one channel": lambda r: (Conv2d(r.normal(size=(3, 3, 1, 4)), r.normal(size=4)), (2, 6, 5, 1)),
    "maxpool": lambda r: (MaxPool(), (2, 4, 6, 3)),
    "maxpool of odd sides": lambda r: (MaxPool(), (2, 5, 7, 3)),
    "reshape": lambda r: (Reshape((2, 6)), (3, 3, 4)),
    "sigmoid": lambda r: (Sigmoid(), (3, 7)),
    "tanh": lambda r: (Tanh(), (3, 7)),
    "relu": lambda r: (ReLU(), (3, 7)),
}


def make(kind: str, seed: int) -> tuple[Layer, Floats, Floats, np.random.Generator]:
    """A random layer in float64, an input and the gradient of a scalar behind it."""
    random = np.random.default_rng(seed)
    layer, shape = LAYERS[kind](random)
    inputs = away_from_kinks(random.normal(size=shape))
    outputs, _ = layer.forward(inputs)
    return layer, inputs, random.normal(size=outputs.shape), random


@pytest.mark.parametrize("kind", LAYERS)
@given(seed=st.integers(0, 2**32 - 1))
def test_the_input_gradient_agrees_with_central_differences(kind: str, seed: int) -> None:
    layer, inputs, direction, _ = make(kind, seed)
    _, cache = layer.forward(inputs)
    expected = central_differences(lambda x: float((layer.forward(x)[0] * direction).sum()), inputs)
    np.testing.assert_allclose(layer.backward(cache, direction), expected, atol=2e-7, rtol=1e-5)


@pytest.mark.parametrize("kind", WEIGHTED)
@given(seed=st.integers(0, 2**32 - 1))
def test_weight_gradients_agree_with_central_differences(kind: str, seed: int) -> None:
    layer, inputs, direction, _ = make(kind, seed)
    found = layer.weight_gradients(layer.forward(inputs)[1], direction)
    assert found.keys() == layer.weights.keys()
    for name, array in layer.weights.items():

        def value(weights: Floats, name: str = name) -> float:
            other = layer.with_weights({**layer.weights, name: weights})
            return float((other.forward(inputs)[0] * direction).sum())

        expected = central_differences(value, np.asarray(array, dtype=np.float64))
        np.testing.assert_allclose(found[name], expected, atol=2e-7, rtol=1e-5)


@pytest.mark.parametrize("kind", LAYERS)
@given(seed=st.integers(0, 2**32 - 1), width=st.floats(0, 2))
def test_what_goes_in_between_two_comes_out_between_their_bounds(
    kind: str, seed: int, width: float
) -> None:
    layer, low, _, random = make(kind, seed)
    high = low + width * random.random(low.shape)
    below, above = layer.bounds(low, high)
    for share in (0.0, 1.0, *random.random((6, *low.shape)), random.integers(0, 2, low.shape)):
        inside, _ = layer.forward(low + share * (high - low))
        assert (below <= inside + 1e-9).all()
        assert (inside <= above + 1e-9).all()


@pytest.mark.parametrize("kind", LAYERS)
def test_a_layer_keeps_nothing_between_two_calls(kind: str) -> None:
    layer, inputs, direction, random = make(kind, 1)
    _, cache = layer.forward(inputs)
    alone = layer.backward(cache, direction)
    layer.forward(away_from_kinks(random.normal(size=inputs.shape)))
    np.testing.assert_array_equal(layer.backward(cache, direction), alone)


@pytest.mark.parametrize("kind", [kind for kind in LAYERS if kind != "reshape"])
def test_of_no_images_nothing_comes_out(kind: str) -> None:
    layer, inputs, direction, _ = make(kind, 1)
    none, cache = layer.forward(inputs[:0])
    assert none.shape == direction[:0].shape
    assert layer.backward(cache, none).shape == inputs[:0].shape


@pytest.mark.parametrize("kind", LAYERS)
def test_single_precision_stays_single_precision(kind: str) -> None:
    layer, inputs, direction, _ = make(kind, 2)
    layer = layer.with_weights({n: a.astype(np.float32) for n, a in layer.weights.items()})
    result, cache = layer.forward(inputs.astype(np.float32))
    assert result.dtype == np.float32
    single = direction.astype(np.float32)
    assert layer.backward(cache, single).dtype == np.float32
    if isinstance(layer, Saturating):
        assert layer.softened_backward(cache, single, 0.02).dtype == np.float32
