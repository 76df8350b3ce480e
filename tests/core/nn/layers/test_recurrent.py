"""The layers that read row by row, beside plain loops over their papers' equations."""

from math import exp, tanh

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.images import Array
from advgui.core.nn.layers import GRU, Cache, Layer, Recurrent

WIDTH, UNITS = 3, 4


def squashed(value: float) -> float:
    return 1 / (1 + exp(-value))


def weighed(row: Array, matrix: Array, unit: int) -> float:
    """One unit's sum, term by term."""
    return sum(
        float(value) * float(weight) for value, weight in zip(row, matrix[:, unit], strict=True)
    )


def simple(layer: Recurrent, image: Array) -> Array:
    """h' = tanh(x W + h U + b), one unit of one step after the other."""
    state = np.zeros(UNITS)
    for row in image:
        state = np.array(
            [
                tanh(
                    weighed(row, layer.inputs, u)
                    + weighed(state, layer.recurrent, u)
                    + layer.bias[u]
                )
                for u in range(UNITS)
            ]
        )
    return state


def gated(layer: GRU, image: Array) -> Array:
    """Equations 5 to 8 of Cho et al. 2014, one unit of one step after the other."""

    def summed(row: Array, state: Array, column: int) -> float:
        inputs, recurrent = (
            weighed(row, layer.inputs, column),
            weighed(state, layer.recurrent, column),
        )
        return inputs + recurrent + float(layer.bias[column])

    state = np.zeros(UNITS)
    for row in image:
        keep = [squashed(summed(row, state, u)) for u in range(UNITS)]
        reset = np.array([squashed(summed(row, state, UNITS + u)) for u in range(UNITS)])
        proposed = [tanh(summed(row, reset * state, 2 * UNITS + u)) for u in range(UNITS)]
        state = np.array([keep[u] * state[u] + (1 - keep[u]) * proposed[u] for u in range(UNITS)])
    return state


def weights(random: np.random.Generator, gates: int) -> tuple[Array, Array, Array]:
    columns = gates * UNITS
    shapes = ((WIDTH, columns), (UNITS, columns), (columns,))
    first, second, third = (random.normal(size=shape) for shape in shapes)
    return first, second, third


@given(seed=st.integers(0, 2**32 - 1), rows=st.integers(1, 6))
def test_a_recurrent_layer_is_what_its_equation_says(seed: int, rows: int) -> None:
    random = np.random.default_rng(seed)
    layer = Recurrent(*weights(random, 1))
    images = random.normal(size=(2, rows, WIDTH))
    expected = [simple(layer, image) for image in images]
    np.testing.assert_allclose(layer.forward(images)[0], expected, atol=1e-12)


@given(seed=st.integers(0, 2**32 - 1), rows=st.integers(1, 6))
def test_a_gru_is_what_its_paper_says(seed: int, rows: int) -> None:
    random = np.random.default_rng(seed)
    layer = GRU(*weights(random, 3))
    images = random.normal(size=(2, rows, WIDTH))
    expected = [gated(layer, image) for image in images]
    np.testing.assert_allclose(layer.forward(images)[0], expected, atol=1e-12)


def test_an_image_is_read_alike_alone_and_among_others() -> None:
    random = np.random.default_rng(0)
    layer = GRU(*weights(random, 3))
    images = random.normal(size=(5, 6, WIDTH))
    together = layer.forward(images)[0]
    alone = [layer.forward(image[None])[0][0] for image in images]
    np.testing.assert_allclose(together, alone, atol=1e-12)


@pytest.mark.parametrize("made", [Recurrent, GRU])
def test_softening_passes_gradient_through_saturated_units(made: type[Recurrent | GRU]) -> None:
    random = np.random.default_rng(1)
    first, second, bias = weights(random, 3 if made is GRU else 1)
    bias[:] = 400.0
    if made is GRU:  # nothing of the state is kept: what is kept would pass unhindered
        bias[:UNITS] = -400.0
    layer = made(first, second, bias)
    cache: Cache = layer.forward(random.normal(size=(2, 5, WIDTH)))[1]
    gradient = random.normal(size=(2, UNITS))
    np.testing.assert_allclose(layer.backward(cache, gradient), 0.0, atol=1e-100)
    assert np.abs(layer.softened_backward(cache, gradient, 0.02)).max() > 1e-3


@pytest.mark.parametrize("gates", [1, 3])
def test_torch_differentiates_the_same_equations_to_the_same_gradients(gates: int) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    random = np.random.default_rng(2)
    arrays = weights(random, gates)
    layer: Layer = GRU(*arrays) if gates == 3 else Recurrent(*arrays)
    images = random.normal(size=(3, 28, WIDTH))
    direction = random.normal(size=(3, UNITS))
    x, w, u, b = (torch.tensor(a, requires_grad=True) for a in (images, *arrays))
    state = torch.zeros(3, UNITS, dtype=torch.float64)
    for step in range(28):
        driven = x[:, step] @ w + b
        if gates == 1:
            state = torch.tanh(driven + state @ u)
            continue
        keep = torch.sigmoid(driven[:, :UNITS] + state @ u[:, :UNITS])
        reset = torch.sigmoid(driven[:, UNITS : 2 * UNITS] + state @ u[:, UNITS : 2 * UNITS])
        proposed = torch.tanh(driven[:, 2 * UNITS :] + (reset * state) @ u[:, 2 * UNITS :])
        state = keep * state + (1 - keep) * proposed
    (state * torch.tensor(direction)).sum().backward()
    result, cache = layer.forward(images)
    found = layer.weight_gradients(cache, direction)
    np.testing.assert_allclose(result, state.detach().numpy(), atol=1e-12)
    np.testing.assert_allclose(layer.backward(cache, direction), x.grad.numpy(), atol=1e-11)
    for name, tensor in {"inputs": w, "recurrent": u, "bias": b}.items():
        np.testing.assert_allclose(found[name], tensor.grad.numpy(), atol=1e-10)
