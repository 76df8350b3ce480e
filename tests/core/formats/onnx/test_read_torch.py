"""Graphs as PyTorch's two exporters write them read as the networks that they were."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advgui.core.formats.onnx_file import read_onnx
from advgui.core.images import to_floats
from tests.core.formats.onnx.foreign import (
    Arrays,
    Node,
    kinds,
    model,
    node,
    onnx,
    outputs,
    read_alike,
    saved,
    weights,
)
from tests.random_networks import blots

CONV = {"dilations": [1, 1], "group": 1, "strides": [1, 1]}
POOL = {"kernel_shape": [2, 2], "strides": [2, 2], "pads": [0, 0, 0, 0], "ceil_mode": 0}
GEMM = {"alpha": 1.0, "beta": 1.0, "transB": 1}


def conv(given: str, name: str, result: str, *, side: int = 3, pad: int = 0) -> Node:
    """Conv as both exporters write it, with the weights name.weight and name.bias."""
    inputs = [given, f"{name}.weight", f"{name}.bias"]
    return node("Conv", inputs, [result], kernel_shape=[side, side], pads=[pad] * 4, **CONV)


def linear(given: str, name: str, result: str) -> Node:
    return node("Gemm", [given, f"{name}.weight", f"{name}.bias"], [result], **GEMM)


def layer(name: str, *shape: int, seed: int = 0) -> Arrays:
    """Weights (outputs, ...) and a bias by PyTorch's names."""
    return weights(seed, **{f"{name}.weight": shape, f"{name}.bias": shape[:1]})


@pytest.mark.parametrize("ending", ["LogSoftmax", "Softmax"])
def test_the_convolutional_example_of_its_documentation(ending: str, tmp_path: Path) -> None:
    nodes = [
        conv("x", "c1", "a"),
        node("Relu", ["a"], ["b"]),
        conv("b", "c2", "c"),
        node("Relu", ["c"], ["d"]),
        node("MaxPool", ["d"], ["e"], **POOL),
        node("Flatten", ["e"], ["f"], axis=1),
        linear("f", "f1", "g"),
        node("Relu", ["g"], ["h"]),
        linear("h", "f2", "i"),
        node(ending, ["i"], ["y"], axis=1),
    ]
    constants = layer("c1", 4, 1, 3, 3) | layer("c2", 6, 4, 3, 3)
    constants |= layer("f1", 16, 864) | layer("f2", 10, 16)
    words = {"LogSoftmax": "logarithms", "Softmax": "confidences"}[ending]
    network = read_alike(model(nodes, constants), tmp_path, ending=words)
    assert network.output == "softmax"
    chain = "reshape conv2d relu conv2d relu maxpool reshape dense relu dense"
    assert kinds(network) == chain.split()
    card = network.card
    assert card.architecture == "conv 3x3x4, relu, conv 3x3x6, relu, maxpool, 16, relu, 10"
    assert (card.title, card.parameters) == ("foreign", network.parameters())
    assert card.training == "elsewhere; the file was made by pytorch"


def test_a_batch_normalisation_behind_a_convolution_is_folded_into_it(tmp_path: Path) -> None:
    nodes = [
        conv("x", "c", "a", pad=1),
        node("BatchNormalization", ["a", "s", "b", "m", "v"], ["n"], epsilon=1e-5),
        node("Relu", ["n"], ["r"]),
        node("BatchNormalization", ["r", "s", "b", "m", "v"], ["o"], epsilon=1e-3),
        node("MaxPool", ["o"], ["p"], **POOL),
        node("Reshape", ["p", "shape"], ["f"], allowzero=1),
        linear("f", "l", "y"),
    ]
    random = np.random.default_rng(3)
    statistics = {name: random.uniform(0.5, 2.0, 5).astype(np.float32) for name in "sbmv"}
    constants = layer("c", 5, 1, 3, 3) | layer("l", 10, 980) | statistics
    constants["shape"] = np.array([-1, 980])
    network = read_alike(model(nodes, constants), tmp_path)
    chain = "reshape pad conv2d relu affine maxpool reshape dense"
    assert kinds(network) == chain.split()


def test_inputs_that_are_normalised_in_the_graph(tmp_path: Path) -> None:
    nodes = [
        node("Constant", [], ["mean"], value_float=0.1307),
        node("Sub", ["x", "mean"], ["a"]),
        node("Constant", [], ["deviation"], value_float=0.3081),
        node("Div", ["a", "deviation"], ["b"]),
        conv("b", "c", "d", side=5, pad=2),
        node("Tanh", ["d"], ["e"]),
        node("Flatten", ["e"], ["f"]),
        linear("f", "l", "y"),
    ]
    constants = layer("c", 3, 1, 5, 5) | layer("l", 10, 2352)
    network = read_alike(model(nodes, constants), tmp_path)
    # Padding is zeros behind the normalisation, which are grays before it.
    assert kinds(network)[0] == "affine"
    assert kinds(network).count("affine") == 1


def test_a_view_that_asks_for_the_number_of_images(tmp_path: Path) -> None:
    nodes = [
        node("Shape", ["x"], ["shape"]),
        node("Gather", ["shape", "first"], ["images"], axis=0),
        node("Unsqueeze", ["images", "axes"], ["row"]),
        node("Concat", ["row", "rest"], ["target"], axis=0),
        node("Reshape", ["x", "target"], ["a"]),
        linear("a", "l", "b"),
        node("Sigmoid", ["b"], ["c"]),
        linear("c", "m", "d"),
        node("Sigmoid", ["d"], ["y"]),
    ]
    constants = layer("l", 12, 784) | layer("m", 10, 12)
    constants |= {"first": np.array(0), "axes": np.array([0]), "rest": np.array([-1])}
    network = read_alike(model(nodes, constants), tmp_path, ending="confidences")
    assert network.output == "sigmoid"
    assert kinds(network) == ["reshape", "dense", "sigmoid", "dense"]


@pytest.mark.parametrize("images", [1, 3])
def test_a_file_for_one_number_of_images_serves_any(images: int, tmp_path: Path) -> None:
    nodes = [
        node("Reshape", ["x", "target"], ["a"]),
        node("MatMul", ["a", "matrix"], ["b"]),
        node("Add", ["b", "bias"], ["y"]),
    ]
    constants = weights(0, matrix=(784, 10), bias=(10,)) | {"target": np.array([images, -1])}
    content = model(nodes, constants, (images, 28, 28))
    path = tmp_path / "fixed.onnx"
    path.write_bytes(content.SerializeToString())
    pictures = np.random.default_rng(0).random((5, 28, 28)).astype(np.float32)
    expected = pictures.reshape(5, 784) @ constants["matrix"] + constants["bias"]
    np.testing.assert_allclose(read_onnx(path).logits(pictures), expected, atol=1e-5)


def test_larger_steps_groups_and_a_mean_over_all_places(tmp_path: Path) -> None:
    strided = {"dilations": [1, 1], "strides": [2, 2], "pads": [1, 1, 1, 1]}
    nodes = [
        node("Conv", ["x", "c.weight", "c.bias"], ["a"], kernel_shape=[3, 3], group=1, **strided),
        node("Relu", ["a"], ["b"]),
        node("Conv", ["b", "d.weight", "d.bias"], ["e"], kernel_shape=[3, 3], group=2, **strided),
        node("ReduceMean", ["e"], ["f"], axes=[2, 3], keepdims=0),
        linear("f", "l", "y"),
    ]
    constants = layer("c", 4, 1, 3, 3) | layer("d", 6, 2, 3, 3) | layer("l", 10, 6)
    network = read_alike(model(nodes, constants), tmp_path)
    chain = "reshape pad conv2d relu pad conv2d meanpool reshape dense"
    assert kinds(network) == chain.split()


def test_a_network_that_ends_in_a_mean_over_all_places(tmp_path: Path) -> None:
    nodes = [
        conv("x", "c", "a", pad=1),
        node("AveragePool", ["a"], ["b"], kernel_shape=[4, 4], strides=[4, 4]),
        node("GlobalAveragePool", ["b"], ["d"]),
        node("Squeeze", ["d", "last"], ["e"]),
        node("Squeeze", ["e", "last"], ["y"]),
    ]
    constants = layer("c", 10, 1, 3, 3) | {"last": np.array([-1])}
    assert kinds(read_alike(model(nodes, constants), tmp_path))[-1] == "reshape"


def test_pooling_leaves_out_an_odd_row_as_pytorch_does(tmp_path: Path) -> None:
    nodes = [
        node("Unsqueeze", ["x", "axis"], ["i"]),
        conv("i", "c", "a"),
        node("MaxPool", ["a"], ["b"], **POOL),
        node("MaxPool", ["b"], ["e"], **{**POOL, "pads": [1, 1, 1, 1]}),
        node("MaxPool", ["e"], ["f"], **{**POOL, "ceil_mode": 1}),
        node("MaxPool", ["f"], ["g"], **POOL),
        node("Flatten", ["g"], ["h"]),
        linear("h", "l", "y"),
    ]
    constants = layer("c", 3, 1, 3, 3) | layer("l", 10, 12) | {"axis": np.array([1])}
    read_alike(model(nodes, constants, ("n", 28, 28)), tmp_path)


def test_windows_across_one_another_and_a_leaky_rectifier(tmp_path: Path) -> None:
    nodes = [
        conv("x", "c", "a"),
        node("LeakyRelu", ["a"], ["b"], alpha=0.1),
        node("MaxPool", ["b"], ["d"], kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1]),
        node("MaxPool", ["d"], ["e"], kernel_shape=[4, 4], strides=[3, 3], ceil_mode=1),
        node("AveragePool", ["e"], ["f"], kernel_shape=[3, 3], strides=[3, 3]),
        node("Flatten", ["f"], ["g"]),
        linear("g", "l", "y"),
    ]
    constants = layer("c", 6, 1, 3, 3) | layer("l", 10, 6)
    network = read_alike(model(nodes, constants), tmp_path)
    chain = "reshape conv2d leakyrelu pad maxwindow maxwindow pad meanpool reshape dense"
    assert kinds(network) == chain.split()


def test_a_simple_recurrent_layer_that_reads_the_rows(tmp_path: Path) -> None:
    units = 6
    nodes = [
        node("Gather", ["x", "zero"], ["rows"], axis=1),
        node("Shape", ["rows"], ["shape"]),
        node("Gather", ["shape", "zero"], ["images"], axis=0),
        node("Unsqueeze", ["images", "axes"], ["n"]),
        node("Concat", ["one", "n", "units"], ["size"], axis=0),
        node("ConstantOfShape", ["size"], ["state"]),
        node("Transpose", ["rows"], ["steps"], perm=[1, 0, 2]),
        node("RNN", ["steps", "w", "r", "b", "", "state"], ["all", "last"], hidden_size=units),
        node("Gather", ["last", "end"], ["h"], axis=0),
        linear("h", "l", "y"),
    ]
    constants = weights(0, w=(1, units, 28), r=(1, units, units), b=(1, 2 * units))
    constants |= layer("l", 10, units) | {"zero": np.array(0), "end": np.array(-1)}
    constants |= {"axes": np.array([0]), "one": np.array([1]), "units": np.array([units])}
    assert kinds(read_alike(model(nodes, constants), tmp_path)) == ["recurrent", "dense"]


def test_padding_that_its_exporter_computes_in_the_graph(tmp_path: Path) -> None:
    nodes = [
        node("ConstantOfShape", ["four"], ["zeros"]),
        node("Cast", ["zeros"], ["none"], to=7),
        node("Concat", ["given", "none"], ["all"], axis=0),
        node("Reshape", ["all", "pairs"], ["table"]),
        node("Slice", ["table", "last", "first", "axis", "back"], ["turned"]),
        node("Transpose", ["turned"], ["columns"], perm=[1, 0]),
        node("Reshape", ["columns", "flat"], ["row"]),
        node("Cast", ["row"], ["amounts"], to=7),
        node("Pad", ["x", "amounts", "grey"], ["a"], mode="constant"),
        conv("a", "c", "b"),
        node("Flatten", ["b"], ["d"]),
        linear("d", "l", "y"),
    ]
    constants = layer("c", 2, 1, 3, 3) | layer("l", 10, 2 * 29 * 29)
    constants |= {name: np.array([n]) for name, n in {"four": 4, "axis": 0, "back": -1}.items()}
    constants |= {"last": np.array([-1]), "first": np.array([-(2**63) + 1])}
    constants |= {"given": np.array([1, 2, 3, 0]), "pairs": np.array([-1, 2])}
    constants |= {"flat": np.array([-1]), "grey": np.array(0.25, np.float32)}
    read_alike(model(nodes, constants), tmp_path)


def test_operators_of_years_ago_have_their_axes_as_attributes(tmp_path: Path) -> None:
    nodes = [
        node("Unsqueeze", ["x"], ["a"], axes=[1]),
        node("Pad", ["a"], ["b"], mode="constant", pads=[0, 0, 1, 2, 0, 0, 1, 0], value=0.5),
        conv("b", "c", "d"),
        node("Slice", ["d"], ["e"], axes=[2, 3], starts=[1, 1], ends=[-1, 27]),
        node("Dropout", ["e"], ["f", ""], ratio=0.5),
        node("ReduceMean", ["f"], ["g"], axes=[-2, -1], keepdims=1),
        node("Squeeze", ["g"], ["h"], axes=[2, 3]),
        linear("h", "l", "i"),
        node("Softmax", ["i"], ["y"], axis=1),
    ]
    constants = layer("c", 3, 1, 3, 3) | layer("l", 10, 3)
    constants["l.weight"] *= 3
    content = model(nodes, constants, ("n", 28, 28), opset=9)
    network = read_alike(content, tmp_path, ending="confidences")
    assert kinds(network) == ["reshape", "pad", "conv2d", "pad", "meanpool", "reshape", "dense"]


@pytest.mark.parametrize("kind", [np.float64, np.float16])
def test_weights_of_another_precision(kind: type[np.floating[Any]], tmp_path: Path) -> None:
    nodes = [node("Flatten", ["x"], ["a"]), linear("a", "l", "b"), node("Relu", ["b"], ["y"])]
    constants = {name: array.astype(kind) for name, array in layer("l", 10, 784).items()}
    tensor = onnx.helper.np_dtype_to_tensor_dtype(np.dtype(kind))
    content = model(nodes, constants, kind=tensor)
    content.graph.output[0].type.tensor_type.elem_type = tensor
    path = saved(content, tmp_path)
    images = to_floats(blots(3))
    (expected,) = outputs(path, images)
    found = read_onnx(path).logits(images)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, expected, atol=5e-3 if kind is np.float16 else 1e-5)
