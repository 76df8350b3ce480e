"""Operators whose inputs are all constants: they are computed while the file is read."""

import math
from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.formats.onnx.call import Call, require_affordable
from advgui.core.formats.onnx.errors import GraphError
from advgui.core.limits import CONSTANT

Numbers = NDArray[Any]

# ONNX's numbers for the types of a tensor.
TYPES: Final[Mapping[int, type[np.generic]]] = {
    1: np.float32,
    2: np.uint8,
    3: np.int8,
    5: np.int16,
    6: np.int32,
    7: np.int64,
    9: np.bool_,
    10: np.float16,
    11: np.float64,
}


def constant(call: Call) -> Numbers:
    """Constant: a tensor, a number or a list of them."""
    for name, content in call.node.attributes.items():
        match name, content:
            case "value", np.ndarray():
                return content
            case (("value_float" | "value_floats"), (float() | list())):
                return np.array(content, np.float32)
            case (("value_int" | "value_ints"), (int() | list())):
                return np.array(content, np.int64)
    raise GraphError("it holds no numbers")


def cast(call: Call) -> Numbers:
    """Cast: numbers of another type."""
    kind = TYPES.get(call.whole("to", 0))
    if kind is None:
        raise GraphError("it makes numbers of a type that is not supported")
    return call.array(0).astype(kind)


def concat(call: Call) -> Numbers:
    """Concat: one array behind the other."""
    parts = [call.array(index) for index in range(len(call.inputs))]
    require_affordable(sum(part.size for part in parts))
    return np.concatenate(parts, axis=call.whole("axis", 0))


def constant_of_shape(call: Call) -> Numbers:
    """ConstantOfShape: the same number everywhere."""
    shape = _affordable(call.few(0))
    filled = call.node.attributes.get("value")
    one = filled.ravel()[:1] if isinstance(filled, np.ndarray) else np.zeros(1, np.float32)
    return np.full(shape, one[0])


def expand(call: Call) -> Numbers:
    """Expand: repeated to a shape."""
    given = call.array(0)
    shape = np.broadcast_shapes(given.shape, _affordable(call.few(1)))
    return np.broadcast_to(given, shape)


def _affordable(shape: tuple[int, ...]) -> tuple[int, ...]:
    if min(shape, default=0) < 0:
        raise GraphError(f"it makes a constant of the impossible shape {shape}")
    require_affordable(math.prod(shape), CONSTANT)
    return shape


def _with_two(operation: Callable[[Numbers, Numbers], Numbers]) -> Callable[[Call], Numbers]:
    def computed(call: Call) -> Numbers:
        first, second = call.array(0), call.array(1)
        size = math.prod(np.broadcast_shapes(first.shape, second.shape))
        require_affordable(size, max(CONSTANT, first.size, second.size))
        return np.asarray(operation(first, second))

    return computed


def _divide(first: Numbers, second: Numbers) -> Numbers:
    """Whole numbers are rounded toward zero."""
    if first.dtype.kind == "f":
        return np.asarray(first / second)
    return np.asarray(np.trunc(first / second)).astype(first.dtype)


FOLDED: Final[Mapping[str, Callable[[Call], Numbers]]] = {
    "Add": _with_two(np.add),
    "Cast": cast,
    "Concat": concat,
    "Constant": constant,
    "ConstantOfShape": constant_of_shape,
    "Div": _with_two(_divide),
    "Expand": expand,
    "Identity": lambda call: call.array(0),
    "Mul": _with_two(np.multiply),
    "Neg": lambda call: np.negative(call.array(0)),
    "Sqrt": lambda call: np.sqrt(call.floats(0)).astype(call.array(0).dtype),
    "Sub": _with_two(np.subtract),
}
