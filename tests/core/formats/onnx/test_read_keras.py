"""Graphs as tf2onnx makes them of Keras's networks read as the networks that they were."""

from pathlib import Path

import numpy as np

from tests.core.formats.onnx.foreign import Node, kinds, model, node, read_alike, weights

LAST = ("n", 28, 28, 1)
CONV = {"dilations": [1, 1], "group": 1, "strides": [1, 1]}


def dense(given: str, name: str, result: str) -> list[Node]:
    """A product and a sum."""
    return [
        node("MatMul", [given, f"{name}.matrix"], [f"{name}.product"]),
        node("Add", [f"{name}.product", f"{name}.bias"], [result]),
    ]


def test_its_example_with_channels_last_around_channels_first(tmp_path: Path) -> None:
    nodes = [
        node("Reshape", ["x", "first"], ["a"]),
        node("Conv", ["a", "k", "b"], ["c"], kernel_shape=[3, 3], **CONV),
        node("Relu", ["c"], ["d"]),
        node("MaxPool", ["d"], ["e"], strides=[2, 2], kernel_shape=[2, 2]),
        node("Transpose", ["e"], ["last"], perm=[0, 2, 3, 1]),
        node("Shape", ["e"], ["sides"]),
        node("Gather", ["sides", "order"], ["turned"]),
        node("Cast", ["turned"], ["numbers"], to=6),
        node("Slice", ["numbers", "zero", "one", "zero"], ["images"]),
        node("Concat", ["images", "rest"], ["joined"], axis=0),
        node("Cast", ["joined"], ["target"], to=7),
        node("Reshape", ["last", "target"], ["f"]),
        *dense("f", "l", "g"),
        node("Softmax", ["g"], ["y"]),
    ]
    constants = weights(1, k=(4, 1, 3, 3), b=(4,), **{"l.matrix": (676, 10), "l.bias": (10,)}) | {
        "first": np.array([-1, 1, 28, 28]),
        "order": np.array([0, 2, 3, 1]),
        "zero": np.array([0]),
        "one": np.array([1]),
        "rest": np.array([676], np.int32),
    }
    network = read_alike(model(nodes, constants, LAST, opset=15), tmp_path, ending="confidences")
    assert kinds(network) == ["reshape", "conv2d", "relu", "maxpool", "reshape", "dense"]


def test_the_same_padding_and_normalisations_left_in_the_graph(tmp_path: Path) -> None:
    nodes = [
        node("Mul", ["x", "two"], ["a"]),
        node("Add", ["a", "minus"], ["b"]),
        node("Transpose", ["b"], ["c"], perm=[0, 3, 1, 2]),
        node(
            "Conv",
            ["c", "k", "b1"],
            ["d"],
            kernel_shape=[3, 3],
            **CONV | {"strides": [2, 2], "pads": [0, 0, 1, 1]},
        ),
        node("Mul", ["d", "factor"], ["e"]),
        node("Add", ["e", "shift"], ["f"]),
        node("Relu", ["f"], ["g"]),
        node("Conv", ["g", "k2", "b2"], ["h"], auto_pad="SAME_UPPER", **CONV),
        node("Tanh", ["h"], ["i"]),
        node("AveragePool", ["i"], ["j"], strides=[2, 2], kernel_shape=[2, 2]),
        node("GlobalAveragePool", ["j"], ["m"]),
        node("Squeeze", ["m", "axes"], ["o"]),
        *dense("o", "l", "p"),
        node("Sigmoid", ["p"], ["y"]),
    ]
    constants = weights(
        2,
        k=(5, 1, 3, 3),
        b1=(5,),
        k2=(6, 5, 4, 4),
        b2=(6,),
        **{"factor": (1, 5, 1, 1), "shift": (1, 5, 1, 1), "l.matrix": (6, 10), "l.bias": (10,)},
    ) | {
        "two": np.array(2.0, np.float32),
        "minus": np.array(-1.0, np.float32),
        "axes": np.array([2, 3]),
    }
    constants["l.matrix"] *= 3
    network = read_alike(model(nodes, constants, LAST, opset=15), tmp_path, ending="confidences")
    assert network.output == "sigmoid"
    assert kinds(network).count("affine") == 1


def test_means_padding_and_products_with_channels_last(tmp_path: Path) -> None:
    nodes = [
        node("Pad", ["x", "pads"], ["a"]),
        node("MatMul", ["a", "mix"], ["b"]),
        node("Add", ["b", "bias"], ["c"]),
        node("Sigmoid", ["c"], ["d"]),
        node("Mul", ["d", "places"], ["e"]),
        node("ReduceMean", ["e"], ["f"], axes=[1, 2], keepdims=0),
        *dense("f", "l", "y"),
    ]
    constants = weights(
        3,
        mix=(1, 4),
        bias=(4,),
        places=(31, 31, 1),
        **{"l.matrix": (4, 10), "l.bias": (10,)},
    ) | {"pads": np.array([0, 1, 2, 0, 0, 2, 1, 0])}
    constants["places"] *= 10
    network = read_alike(model(nodes, constants, LAST), tmp_path)
    chain = "reshape pad conv2d sigmoid affine meanpool reshape dense"
    assert kinds(network) == chain.split()


def test_a_row_of_pixels_that_becomes_an_image(tmp_path: Path) -> None:
    nodes = [
        node("Reshape", ["x", "image"], ["a"]),
        node("Conv", ["a", "k"], ["b"], kernel_shape=[3, 2], auto_pad="SAME_LOWER", **CONV),
        node("Transpose", ["b"], ["c"], perm=[0, 2, 3, 1]),
        node("Slice", ["c", "from", "to", "axes", "steps"], ["d"]),
        node("Flatten", ["d"], ["e"]),
        *dense("e", "l", "y"),
    ]
    constants = weights(4, k=(3, 1, 3, 2), **{"l.matrix": (9 * 9 * 3, 10), "l.bias": (10,)}) | {
        "image": np.array([-1, 1, 28, 28]),
        "from": np.array([1, 2]),
        "to": np.array([28, 2**62]),
        "axes": np.array([1, -2]),
        "steps": np.array([3, 3]),
    }
    read_alike(model(nodes, constants, ("n", 784)), tmp_path)
