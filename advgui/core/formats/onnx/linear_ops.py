"""Products, factors and shifts: what becomes dense layers, or is folded into the layer before."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.formats.onnx.call import Call, require_affordable
from advgui.core.formats.onnx.graph import GraphError
from advgui.core.formats.onnx.value import Value, natural
from advgui.core.language import tr
from advgui.core.nn.layers import Affine, Conv2d, Dense, Layer, Stride

Floats = NDArray[np.float64]


def single(numbers: NDArray[Any]) -> NDArray[np.float32]:
    """As our layers hold their weights."""
    return np.ascontiguousarray(numbers, np.float32)


def matmul(call: Call) -> Value:
    """MatMul of the image's numbers by a constant matrix."""
    if isinstance(call.given(0), np.ndarray):
        raise GraphError(tr("it multiplies a constant by what comes from the image"))
    return _times(call.value(), call.floats(1))


def gemm(call: Call) -> Value:
    """Gemm: alpha x W + beta b, with W as it stands or turned."""
    matrix, alpha = call.floats(1), call.number("alpha", 1.0)
    if alpha != 1.0:  # a matrix can be large
        matrix = matrix * alpha
    if call.whole("transA", 0):
        raise GraphError(tr("it turns the image's numbers"))
    value = _times(call.value(), matrix.T if call.whole("transB", 0) else matrix)
    if call.given(2) is None:
        return value
    return _shifted(value, 1.0, call.floats(2) * call.number("beta", 1.0))


def _times(value: Value, matrix: Floats) -> Value:
    """By a matrix along the last axis: a dense layer, or a 1 x 1 convolution of the others."""
    if value.batch or matrix.ndim != 2 or value.places.shape[-1:] != matrix.shape[:1]:
        raise GraphError(
            tr("a matrix of the shape {shape} does not fit what comes before it").format(
                shape=matrix.shape
            )
        )
    outputs = matrix.shape[1]
    bias = np.zeros(outputs, np.float32)
    if value.places.ndim == 1:
        ours = matrix
        if not np.array_equal(value.places, np.arange(value.size)):
            require_affordable(value.size * outputs)
            ours = np.zeros((value.size, outputs))
            ours[value.places] = matrix
        return value.flat().then(Dense(single(ours), bias), natural((outputs,)))
    *others, width = value.places.shape
    sides = (*others, width) if len(others) == 2 else (value.places.size // width, 1, width)
    kernel = single(matrix[None, None])
    ordered = value.ordered(natural(sides), value.places.reshape(sides))
    return ordered.then(Conv2d(kernel, bias), natural((*others, outputs)))


def normalisation(call: Call) -> Value:
    """BatchNormalization with the figures of its training: a factor and a shift by channel."""
    value = call.value()
    if call.whole("training_mode", 0):
        raise GraphError(tr("it is in training mode"))
    scale, shift, mean, variance = (call.floats(index) for index in range(1, 5))
    axes = value.places.ndim
    factor = scale / np.sqrt(variance + call.number("epsilon", 1e-5))
    shape = (-1, *[1] * (axes - 1))
    return _shifted(value, factor.reshape(shape), (shift - mean * factor).reshape(shape))


def _sum(call: Call) -> Value:
    value, other = _with_constant(call)
    return _shifted(value, 1.0, other)


def _difference(call: Call) -> Value:
    value, other = _with_constant(call)
    if value is call.given(0):
        return _shifted(value, 1.0, -other)
    return _shifted(value, -1.0, other)


def _product(call: Call) -> Value:
    value, other = _with_constant(call)
    return _shifted(value, other, 0.0)


def _quotient(call: Call) -> Value:
    value, other = _with_constant(call)
    if value is not call.given(0) or not other.all():
        raise GraphError(tr("it divides by 0, or by what comes from the image"))
    return _shifted(value, 1.0 / other, 0.0)


def _with_constant(call: Call) -> tuple[Value, Floats]:
    """The input that comes from the image, and the other one."""
    first, second = call.given(0), call.given(1)
    if isinstance(first, Value) and isinstance(second, Value):
        raise GraphError(tr("it joins two branches; a network here is one chain of layers"))
    index = int(isinstance(first, Value))
    return call.value(1 - index), call.floats(index)


def _shifted(value: Value, scale: Floats | float, shift: Floats | float) -> Value:
    """scale x + shift in the layer before where that is linear, else in one of its own."""
    factors, shifts = np.ones(value.size), np.zeros(value.size)
    factors[value.places] = _per_number(value, scale)
    shifts[value.places] = _per_number(value, shift)
    ours = factors.reshape(value.sides), shifts.reshape(value.sides)
    by_channel = tuple(numbers.reshape(-1, value.sides[-1])[0] for numbers in ours)
    if all((numbers == row).all() for numbers, row in zip(ours, by_channel, strict=True)):
        return _folded(value, *by_channel)
    return _folded(value, *ours)


def _per_number(value: Value, numbers: Floats | float) -> Floats:
    """A constant, repeated as the graph means it; GraphError where it makes more numbers."""
    constant = np.asarray(numbers, np.float64)
    shape = value.places.shape
    if constant.ndim == len(shape) + 1 and len(constant) == 1:
        constant = constant[0]
    fitting = zip(reversed(constant.shape), reversed(shape), strict=False)
    fits = constant.ndim <= len(shape) and all(mine in (1, side) for mine, side in fitting)
    if value.batch or not fits:
        raise GraphError(tr("its constant has another shape than what comes before it"))
    return np.broadcast_to(constant, shape)


def _folded(value: Value, scale: Floats, shift: Floats) -> Value:
    """Within the last layer that is linear; a choice of places behind it changes nothing."""
    layers = value.layers
    place = len(layers) - 1
    if layers and isinstance(layers[-1], Stride) and scale.ndim == 1:
        place -= 1
    merged = _merged(layers[place], scale, shift) if place >= 0 else None
    if merged is None or value.output:
        return value.then(Affine(single(scale), single(shift)))
    return replace(value, layers=(*layers[:place], merged, *layers[place + 1 :]))


def _merged(layer: Layer, scale: Floats, shift: Floats) -> Layer | None:
    match layer:
        case Dense(matrix, bias):
            return Dense(single(matrix * scale), single(bias * scale + shift))
        case Conv2d(kernel, bias, step) if scale.ndim == 1:
            return Conv2d(single(kernel * scale), single(bias * scale + shift), step)
        case Affine(first, before) if first.ndim == scale.ndim:
            return Affine(single(first * scale), single(before * scale + shift))
        case _:
            return None


LINEAR: Final[Mapping[str, Callable[[Call], Value]]] = {
    "Add": _sum,
    "BatchNormalization": normalisation,
    "Div": _quotient,
    "Gemm": gemm,
    "MatMul": matmul,
    "Mul": _product,
    "Neg": lambda call: _shifted(call.value(), -1.0, 0.0),
    "Sub": _difference,
}
