"""Operators of our own within an ONNX file: functions, made of standard operators."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import onnx
from onnx import helper

from advgui.core.formats.onnx.call import Call
from advgui.core.formats.onnx.graph import GraphError
from advgui.core.formats.onnx.linear_ops import single
from advgui.core.formats.onnx.value import Value, natural
from advgui.core.language import tr
from advgui.core.nn.layers import Chebyshev
from advgui.core.nn.layers.graph_convolution import chebyshev_function, scales
from advgui.core.nn.layers.operators import Function

DOMAIN: Final = "advgui"
OPSET: Final = 17
HIGHEST: Final = 100


def function_of(name: str, function: Function) -> onnx.FunctionProto:
    """An operator of ours within a file: ONNX's operators under one name."""
    nodes = [
        helper.make_node(node.operator, node.inputs, [node.output], **node.attributes)
        for node in function.nodes
    ]
    result, opsets = function.nodes[-1].output, [helper.make_opsetid("", OPSET)]
    return helper.make_function(DOMAIN, name, function.inputs, [result], nodes, opsets)


def orders(functions: Iterable[onnx.FunctionProto]) -> dict[str, int]:
    """The orders of those functions that are our graph convolution to the letter, by operator."""
    found = {}
    for given in functions:
        joined = next((len(node.input) for node in given.node if node.op_type == "Concat"), 0)
        if 0 < joined <= HIGHEST and given == _chebyshev(joined):
            found[f"{given.domain}.{given.name}"] = joined
    return found


def _chebyshev(order: int) -> onnx.FunctionProto:
    return function_of(f"Chebyshev{order}", chebyshev_function(order))


def read_chebyshev(call: Call, order: int) -> Value:
    """The layer of a node that calls such a function on the pixel grid."""
    value = call.value().grid()
    height, width, channels = value.sides
    if not np.allclose(call.array(1), scales(height, width, np.float32)[:, :, 0]):
        raise GraphError(tr("its graph is not the grid of the pixels"))
    kernel = call.floats(2)
    if kernel.shape[1:] != (order * channels, 1, 1):
        raise GraphError(tr("its kernel does not fit what comes before it"))
    ours = kernel[:, :, 0, 0].T.reshape(order, channels, -1)
    result = value.then(Chebyshev(single(ours), single(call.floats(3))))
    return result.viewed(natural(result.sides).transpose(2, 0, 1))
