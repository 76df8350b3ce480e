"""Every kind of layer comes back from a file, and wrong shapes end in one sentence."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save

from advgui.core.errors import NetworkFileError
from advgui.core.formats.layer_schema import build_layer, describe_layer
from advgui.core.formats.safetensors_file import load_network, save_network
from advgui.core.formats.tensor_file import read_tensors
from advgui.core.images import PIXELS, to_floats
from advgui.core.nn import initialisers
from advgui.core.nn.layers import (
    KINDS,
    Affine,
    Bits,
    Layer,
    LeakyReLU,
    MaxPool,
    MaxWindow,
    MeanPool,
    Pad,
    ReLU,
    Reshape,
    Sigmoid,
    Stride,
    Tanh,
)
from advgui.core.nn.network import Network
from tests.random_networks import blots

RANDOM = np.random.default_rng(0)
GRID = Reshape((28, 28, 1))


def flat(count: int) -> tuple[Layer, ...]:
    return (Reshape((count,)), initialisers.dense(RANDOM, count, 10))


# The layer in question comes second.
NETWORKS: dict[str, tuple[Layer, ...]] = {
    "dense": flat(PIXELS),
    "conv2d": (GRID, initialisers.conv2d(RANDOM, 3, 1, 2), ReLU(), MaxPool(), *flat(13 * 13 * 2)),
    "chebyshev": (GRID, initialisers.chebyshev(RANDOM, 3, 1, 2), Tanh(), *flat(PIXELS * 2)),
    "recurrent": (
        Bits(),
        initialisers.recurrent(RANDOM, 28, 12),
        initialisers.dense(RANDOM, 12, 10),
    ),
    "gru": (Sigmoid(), initialisers.gru(RANDOM, 28, 12), initialisers.dense(RANDOM, 12, 10)),
}
NETWORKS["affine"] = (
    *(
        Bits(),
        Affine(initialisers.scaled(RANDOM, (28,), 1.0), initialisers.scaled(RANDOM, (28,), 1.0)),
    ),
    *flat(PIXELS),
)
NETWORKS["conv2d of larger steps"] = (
    GRID,
    replace(initialisers.conv2d(RANDOM, 5, 1, 3), step=2),
    *flat(12 * 12 * 3),
)
NETWORKS["maxwindow"] = (GRID, MaxWindow(3, 2), LeakyReLU(0.1), *flat(13 * 13))
NETWORKS["pad"] = (GRID, Pad((1, -2, 3, 2), -0.5), Stride(2), MeanPool(2), *flat(8 * 7))
# A filter may be of any order, so that axis alone can be cut without harm.
CUTS = [
    (kind, name, axis)
    for kind, layers in NETWORKS.items()
    for name, array in layers[1].weights.items()
    for axis in range(array.ndim)
    if (kind, name, axis) != ("chebyshev", "kernel", 0)
]


def network_of(layers: tuple[Layer, ...]) -> Network:
    return Network("made", layers, "softmax")


def refused(network: Network, folder: Path) -> str:
    """The sentence with which the network is refused once it is saved."""
    save_network(network, folder / "made.safetensors")
    with pytest.raises(NetworkFileError, match=r"^made\.safetensors: [^\n]*\.$") as caught:
        load_network(folder / "made.safetensors")
    return str(caught.value)


def test_every_kind_is_tested_here() -> None:
    assert {layer.kind for layers in NETWORKS.values() for layer in layers} == set(KINDS)


@pytest.mark.parametrize("kind", NETWORKS)
def test_a_network_with_such_a_layer_reads_the_same_after_loading(
    kind: str, tmp_path: Path
) -> None:
    network = network_of(NETWORKS[kind])
    save_network(network, tmp_path / "made.safetensors")
    images = to_floats(blots(4))
    again = load_network(tmp_path / "made.safetensors")
    assert [layer.kind for layer in again.layers] == [layer.kind for layer in network.layers]
    np.testing.assert_array_equal(again.logits(images), network.logits(images))


@pytest.mark.parametrize(("kind", "name", "axis"), CUTS)
def test_an_array_that_lacks_a_row_or_column_is_refused(
    kind: str, name: str, axis: int, tmp_path: Path
) -> None:
    first, layer, *rest = NETWORKS[kind]
    for kept in (0, 1, layer.weights[name].shape[axis] - 1):
        cut = layer.weights[name].take(range(kept), axis)
        if cut.shape != layer.weights[name].shape:
            made = (first, layer.with_weights({**layer.weights, name: cut}), *rest)
            refused(network_of(made), tmp_path)


@pytest.mark.parametrize("kind", ["dense", "conv2d", "chebyshev", "recurrent", "gru"])
def test_an_array_with_an_axis_too_many_is_named(kind: str, tmp_path: Path) -> None:
    first, layer, *rest = NETWORKS[kind]
    made = (first, layer.with_weights({**layer.weights, "bias": layer.weights["bias"][None]}))
    assert "1.bias has 2 axes, not 1" in refused(network_of((*made, *rest)), tmp_path)


def test_a_gru_that_has_not_three_gates_is_told_so(tmp_path: Path) -> None:
    first, _, *rest = NETWORKS["gru"]
    layer = initialisers.gru(RANDOM, 28, 12)
    cut = replace(
        layer, inputs=layer.inputs[:, :24], recurrent=layer.recurrent[:, :24], bias=layer.bias[:24]
    )
    sentence = refused(network_of((first, cut, *rest)), tmp_path)
    assert "1.recurrent has 24 columns for 12 units" in sentence


@pytest.mark.parametrize(
    "layer",
    [
        Pad((0, 0, 1000, 0)),
        Pad((1, 1, 1, 1), float("inf")),
        Pad((1, 1, 1, -29)),
        Stride(0),
        MeanPool(1000),
        MaxWindow(29, 1),
        MaxWindow(2, 0),
        LeakyReLU(float("nan")),
        MeanPool(3),
        Affine(np.ones(3, np.float32), np.ones(3, np.float32)),
    ],
)
def test_a_layer_that_no_image_fits_is_refused(layer: Layer, tmp_path: Path) -> None:
    refused(network_of((GRID, layer, *flat(PIXELS))), tmp_path)


@pytest.mark.parametrize("kind", ["chebyshev", "conv2d", "recurrent", "gru"])
def test_a_layer_in_the_wrong_place_is_refused(kind: str, tmp_path: Path) -> None:
    layer = NETWORKS[kind][1]
    sentence = refused(network_of((Reshape((PIXELS,)), layer)), tmp_path)
    assert "do not fit together" in sentence


def test_a_file_of_an_earlier_version_need_not_tell_a_field_that_has_a_default() -> None:
    layer = initialisers.conv2d(RANDOM, 3, 1, 2)
    told = {name: value for name, value in describe_layer(layer).items() if name != "step"}
    tensors = read_tensors(save({f"0.{name}": array for name, array in layer.weights.items()}))
    again = build_layer(0, told, tensors)
    assert describe_layer(again) == describe_layer(layer)
