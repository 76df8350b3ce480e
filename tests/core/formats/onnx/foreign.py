"""Graphs as other programs write them, and what onnxruntime makes of the same file."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("onnx", reason="the package onnx is not installed")
import onnx as onnx  # used through this module, which skips without it
from onnx import TensorProto, helper, numpy_helper

from advgui.core.formats.onnx_file import read_onnx
from advgui.core.images import Array, to_floats
from advgui.core.nn.network import Network
from tests.random_networks import blots

Model = onnx.ModelProto
Node = onnx.NodeProto

Arrays = dict[str, NDArray[Any]]
Side = int | str


def weights(seed: int, **shapes: tuple[int, ...]) -> Arrays:
    """Random float32 arrays by name, small enough that activations stay of the order of one."""
    random = np.random.default_rng(seed)
    return {
        name: (random.normal(size=shape) / np.sqrt(math.prod(shape[1:]))).astype(np.float32)
        for name, shape in shapes.items()
    }


def node(operator: str, inputs: Sequence[str], outputs: Sequence[str], **attributes: Any) -> Node:
    """One operator."""
    return helper.make_node(operator, inputs, outputs, **attributes)


def model(
    nodes: Sequence[Node],
    constants: Arrays,
    sides: Sequence[Side] = ("n", 1, 28, 28),
    *,
    kind: int = TensorProto.FLOAT,
    opset: int = 17,
) -> Model:
    """A graph from ``x`` to ``y``."""
    image = helper.make_tensor_value_info("x", kind, sides)
    result = helper.make_tensor_value_info("y", TensorProto.FLOAT, [sides[0], 10])
    tensors = [numpy_helper.from_array(array, name) for name, array in constants.items()]
    graph = helper.make_graph(list(nodes), "main_graph", [image], [result], tensors)
    opsets = [helper.make_opsetid("", opset)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="pytorch")


def saved(content: Model, folder: Path) -> Path:
    """The file of a graph that is valid by ONNX's own rules."""
    onnx.checker.check_model(content)
    path = folder / "foreign.onnx"
    path.write_bytes(content.SerializeToString())
    return path


def outputs(path: Path, images: Array) -> list[NDArray[Any]]:
    """What onnxruntime computes of images (n, 28, 28), in the shape that the file wants."""
    runtime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    image = onnx.load(path).graph.input[0]
    sides = [side.dim_value for side in image.type.tensor_type.shape.dim]
    kind = helper.tensor_dtype_to_np_dtype(image.type.tensor_type.elem_type)
    given = images.reshape(len(images), *sides[1:]).astype(kind)
    session = runtime.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])
    results: list[NDArray[Any]] = session.run(None, {image.name: given})
    return results


def read_alike(content: Model, folder: Path, *, ending: str = "logits") -> Network:
    """The network of a graph, which gives what onnxruntime gives."""
    path = saved(content, folder)
    network, images = read_onnx(path), to_floats(blots(3))
    ours = network.logits(images) if ending == "logits" else network.confidences(images)
    if ending == "logarithms":
        ours = np.log(ours)
    (expected,) = outputs(path, images)
    assert np.ptp(expected) > 0.01  # of an image that says nothing, everything says the same
    np.testing.assert_allclose(ours, expected, atol=1e-5 * max(1.0, float(np.abs(expected).max())))
    return network


def kinds(network: Network) -> list[str]:
    """The layers by their kinds."""
    return [layer.kind for layer in network.layers]
