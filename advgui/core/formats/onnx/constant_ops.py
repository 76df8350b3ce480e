"""Operators whose inputs are all constants: onnx's own reference computes them, within limits.

How large a result becomes is known before it is computed, from the shapes; so no file takes
more memory than it may, whatever it asks for.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, helper, numpy_helper

from advgui.core.formats.onnx.call import Call, require_affordable
from advgui.core.formats.onnx.functions import OPSET
from advgui.core.formats.onnx.graph import GraphError
from advgui.core.language import tr
from advgui.core.limits import CONSTANT

Numbers = NDArray[Any]

# ONNX's numbers for the types that are computed with: floats of 16 to 64 bits, whole numbers
# and flags. What becomes a text would take any memory.
_TYPES: Final = (1, 2, 3, 5, 6, 7, 9, 10, 11)
_NUMBER_BY_NUMBER: Final = (
    *("Add", "Cast", "Ceil", "Div", "Equal", "Floor", "Greater", "Less", "Max", "Min", "Mod"),
    *("Mul", "Neg", "Not", "Pow", "Sqrt", "Sub", "Where"),
)


def _constant(call: Call) -> Numbers:
    """A tensor, a number or a list of them."""
    for name, content in call.node.attributes.items():
        match name, content:
            case "value", np.ndarray():
                return content
            case (("value_float" | "value_floats"), (float() | list())):
                return np.array(content, np.float32)
            case (("value_int" | "value_ints"), (int() | list())):
                return np.array(content, np.int64)
    raise GraphError(tr("it holds no numbers"))


def _number_by_number(call: Call) -> Numbers:
    if call.node.operator == "Cast" and call.whole("to", 0) not in _TYPES:
        raise GraphError(tr("it makes numbers of a type that is not supported"))
    given = _arrays(call)
    size = math.prod(np.broadcast_shapes(*(array.shape for array in given)))
    # Weights may be large. Whole numbers are shapes; to divide them takes five times their room.
    floats = all(array.dtype.kind == "f" for array in given)
    require_affordable(size, max(CONSTANT, *(array.size if floats else 0 for array in given)))
    return _computed(call)


def _concat(call: Call) -> Numbers:
    require_affordable(sum(array.size for array in _arrays(call)))
    return _computed(call)


def _of_shape(call: Call) -> Numbers:
    _require_affordable_shape(call.few(0))
    return _computed(call)


def _expand(call: Call) -> Numbers:
    _require_affordable_shape(call.few(1))
    _require_affordable_shape(np.broadcast_shapes(call.array(0).shape, call.few(1)))
    return _computed(call)


def _require_affordable_shape(shape: tuple[int, ...]) -> None:
    if min(shape, default=0) < 0:
        raise GraphError(
            tr("it makes a constant of the impossible shape {shape}").format(shape=shape)
        )
    require_affordable(math.prod(shape), CONSTANT)


def _arrays(call: Call) -> list[Numbers]:
    return [call.array(index) for index in range(len(call.inputs))]


def _computed(call: Call) -> Numbers:
    """What onnx's reference makes of it; ValueError where the operator does not take it."""
    from onnx.reference import ReferenceEvaluator  # 20 ms, and few files need it

    given = _arrays(call)
    names = [f"input_{index}" for index in range(len(given))]
    graph = helper.make_graph(
        [_node(call, names)],
        "constant",
        [helper.make_empty_tensor_value_info(name) for name in names],
        [helper.make_empty_tensor_value_info("result")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
    try:
        (result,) = ReferenceEvaluator(model).run(None, dict(zip(names, given, strict=True)))
    except (ArithmeticError, AssertionError, RuntimeError) as error:
        raise ValueError(str(error)) from error
    return np.asarray(result)


def _node(call: Call, names: list[str]) -> NodeProto:
    attributes = {
        name: numpy_helper.from_array(content) if isinstance(content, np.ndarray) else content
        for name, content in call.node.attributes.items()
    }
    return helper.make_node(call.node.operator, names, ["result"], **attributes)


FOLDED: Final[Mapping[str, Callable[[Call], Numbers]]] = {
    **dict.fromkeys(_NUMBER_BY_NUMBER, _number_by_number),
    "Concat": _concat,
    "Constant": _constant,
    "ConstantOfShape": _of_shape,
    "Expand": _expand,
    "Identity": lambda call: call.array(0),
}
