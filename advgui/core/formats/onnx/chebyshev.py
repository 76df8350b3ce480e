"""The graph convolution as a function within an ONNX file: standard operators under one name."""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import onnx
from onnx import helper

from advgui.core.formats.onnx.call import Call
from advgui.core.formats.onnx.errors import GraphError
from advgui.core.formats.onnx.linear_ops import single
from advgui.core.formats.onnx.value import Value, natural
from advgui.core.nn.layers import Chebyshev
from advgui.core.nn.layers.graph_convolution import scales

DOMAIN: Final = "advgui"
OPSET: Final = 17
HIGHEST: Final = 100
_NEIGHBOURHOOD: Final[dict[str, Any]] = {
    "kernel_shape": [3, 3],
    "pads": [1, 1, 1, 1],
    "count_include_pad": 1,
}


def function(order: int) -> onnx.FunctionProto:
    """y = sum_k T_k(L) x W_k + b for channels first; ``scales`` are 1 / sqrt(degree)."""
    nodes = [
        helper.make_node("Constant", [], ["nine"], value_float=9.0),
        helper.make_node("Constant", [], ["two"], value_float=2.0),
    ]
    polynomials = ["x"]
    for k in range(1, order):
        nodes += _laplacian(polynomials[-1], f"l{k}")
        if k > 1:
            nodes += [
                helper.make_node("Mul", [f"l{k}", "two"], [f"d{k}"]),
                helper.make_node("Sub", [f"d{k}", polynomials[-2]], [f"t{k}"]),
            ]
        polynomials.append(f"t{k}" if k > 1 else f"l{k}")
    nodes += [
        helper.make_node("Concat", polynomials, ["bases"], axis=1),
        helper.make_node("Conv", ["bases", "kernel", "bias"], ["y"]),
    ]
    inputs, opsets = ["x", "scales", "kernel", "bias"], [helper.make_opsetid("", OPSET)]
    return helper.make_function(DOMAIN, f"Chebyshev{order}", inputs, ["y"], nodes, opsets)


def _laplacian(given: str, result: str) -> list[onnx.NodeProto]:
    """``layers.grid.laplacian``: nine times a mean over 3 x 3 is the sum over neighbours."""
    scaled, mean, around, less = (f"{result}_{part}" for part in ("x", "mean", "sum", "less"))
    return [
        helper.make_node("Mul", [given, "scales"], [scaled]),
        helper.make_node("AveragePool", [scaled], [mean], **_NEIGHBOURHOOD),
        helper.make_node("Mul", [mean, "nine"], [around]),
        helper.make_node("Sub", [scaled, around], [less]),
        helper.make_node("Mul", [less, "scales"], [result]),
    ]


def orders(functions: Iterable[onnx.FunctionProto]) -> dict[str, int]:
    """The orders of those functions that are just what is written here, by operator."""
    found = {}
    for given in functions:
        joined = next((len(node.input) for node in given.node if node.op_type == "Concat"), 0)
        if 0 < joined <= HIGHEST and given == function(joined):
            found[f"{given.domain}.{given.name}"] = joined
    return found


def read(call: Call, order: int) -> Value:
    """The layer of a node that calls such a function on the pixel grid."""
    value = call.value().grid()
    height, width, channels = value.sides
    if not np.allclose(call.array(1), scales(height, width, np.float32)[:, :, 0]):
        raise GraphError("its graph is not the grid of the pixels")
    kernel = call.floats(2)
    if kernel.shape[1:] != (order * channels, 1, 1):
        raise GraphError("its kernel does not fit what comes before it")
    ours = kernel[:, :, 0, 0].T.reshape(order, channels, -1)
    result = value.then(Chebyshev(single(ours), single(call.floats(3))))
    return result.seen(natural(result.sides).transpose(2, 0, 1))
