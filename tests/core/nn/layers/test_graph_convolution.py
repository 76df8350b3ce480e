"""Graph convolution, beside dense matrices and eigenvectors of the whole graph."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.polynomial import chebyshev

from advgui.core.images import Array
from advgui.core.nn.layers import Chebyshev
from advgui.core.nn.layers.graph_convolution import laplacian

sides = st.integers(1, 6)


def dense_laplacian(height: int, width: int) -> Array:
    """L - I of the grid's graph, (pixels, pixels), edge by edge."""
    places = list(np.ndindex(height, width))
    edges = np.array(
        [[max(abs(a - c), abs(b - d)) == 1 for c, d in places] for a, b in places], dtype=float
    )
    degrees = edges.sum(axis=1)
    roots = np.sqrt(np.where(degrees > 0, degrees, 1.0))
    found: Array = -edges / np.outer(roots, roots)
    return found


def filtered(layer: Chebyshev, inputs: Array) -> Array:
    """The same filter as a function of the graph's frequencies."""
    count, height, width, channels = inputs.shape
    frequencies, modes = np.linalg.eigh(dense_laplacian(height, width))
    spectrum = modes.T @ inputs.reshape(count, -1, channels)
    filters = layer.kernel.shape[-1]
    passed = np.zeros((count, height * width, filters))
    for c, f in np.ndindex(channels, filters):
        response = chebyshev.chebval(frequencies, layer.kernel[:, c, f])
        passed[..., f] += response * spectrum[..., c]
    result: Array = modes @ passed + layer.bias
    return result.reshape(count, height, width, filters)


def layer_of(random: np.random.Generator, order: int) -> Chebyshev:
    return Chebyshev(random.normal(size=(order, 2, 3)), random.normal(size=3))


@given(height=sides, width=sides, seed=st.integers(0, 2**32 - 1))
def test_the_laplacian_is_that_of_the_graph_of_eight_neighbours(
    height: int, width: int, seed: int
) -> None:
    values = np.random.default_rng(seed).normal(size=(2, height, width, 3))
    expected = dense_laplacian(height, width) @ values.reshape(2, -1, 3)
    np.testing.assert_allclose(laplacian(values).reshape(2, -1, 3), expected, atol=1e-12)


@pytest.mark.parametrize("side", [7, 14, 28])
def test_the_rescaled_frequencies_stay_where_chebyshev_polynomials_are_bounded(side: int) -> None:
    frequencies = np.linalg.eigvalsh(dense_laplacian(side, side))
    assert frequencies.min() == pytest.approx(-1.0)  # the constant, up to the degrees
    assert frequencies.max() < 1.0


@given(height=sides, width=sides, order=st.integers(1, 7), seed=st.integers(0, 2**32 - 1))
def test_a_filter_is_a_chebyshev_series_of_the_frequencies(
    height: int, width: int, order: int, seed: int
) -> None:
    random = np.random.default_rng(seed)
    layer = layer_of(random, order)
    inputs = random.normal(size=(2, height, width, 2))
    np.testing.assert_allclose(layer.forward(inputs)[0], filtered(layer, inputs), atol=1e-9)


def test_a_filter_of_order_k_sees_no_farther_than_k_less_one_pixels() -> None:
    random = np.random.default_rng(0)
    layer = layer_of(random, order=4)
    inputs = np.zeros((1, 15, 15, 2))
    without, _ = layer.forward(inputs)
    inputs[0, 7, 7] = 1.0
    changed = (layer.forward(inputs)[0] != without).any(axis=-1)[0]
    assert changed[4:11, 4:11].all()
    assert changed.sum() == 7 * 7


def test_torch_differentiates_the_dense_series_to_the_same_gradients() -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    random = np.random.default_rng(1)
    layer = layer_of(random, order=4)
    inputs, direction = random.normal(size=(3, 5, 6, 2)), random.normal(size=(3, 5, 6, 3))
    x, w, b = (torch.tensor(a, requires_grad=True) for a in (inputs, layer.kernel, layer.bias))
    operator = torch.tensor(dense_laplacian(5, 6))
    series = [x.reshape(3, -1, 2), operator @ x.reshape(3, -1, 2)]
    while len(series) < 4:
        series.append(2 * operator @ series[-1] - series[-2])
    result = sum(base @ w[k] for k, base in enumerate(series)) + b
    (result * torch.tensor(direction).reshape(3, -1, 3)).sum().backward()
    _, cache = layer.forward(inputs)
    found = layer.weight_gradients(cache, direction)
    np.testing.assert_allclose(layer.backward(cache, direction), x.grad.numpy(), atol=1e-11)
    np.testing.assert_allclose(found["kernel"], w.grad.numpy(), atol=1e-10)
    np.testing.assert_allclose(found["bias"], b.grad.numpy(), atol=1e-10)
