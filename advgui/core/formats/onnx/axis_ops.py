"""Operators that choose, move and merge axes; constants and the image's numbers take them alike."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.formats.onnx.call import Call, require_affordable
from advgui.core.formats.onnx.graph import GraphError
from advgui.core.formats.onnx.padding_ops import cut_out
from advgui.core.formats.onnx.value import Operand, Value
from advgui.core.language import tr

_WHOLE: Final = slice(None)


def _shape_of(call: Call) -> tuple[int, ...]:
    given = call.given(0)
    if given is None:
        raise GraphError(tr("it has no input"))
    return given.shape(call.images) if isinstance(given, Value) else given.shape


def _axis(call: Call, default: int) -> int:
    return _counted(call.whole("axis", default), len(_shape_of(call)))


def _counted(axis: int, axes: int) -> int:
    if not -axes <= axis < axes:
        raise GraphError(tr("it has no axis {axis}").format(axis=axis))
    return axis % axes


def reshaped(call: Call, shape: tuple[int, ...]) -> Operand:
    """The input in another shape; what stands for the images stays one axis of its own."""
    given = call.inputs[0]
    if isinstance(given, np.ndarray):
        return given.reshape(shape)
    value = call.value()
    found = next((axis for axis, side in enumerate(shape) if side != 1 or call.images == 1), -1)
    leading = math.prod(value.places.shape[: value.batch])
    if found < 0 or shape[found] != call.images or leading != 1:
        raise GraphError(tr("it mixes the numbers of several images"))
    sides = (*shape[:found], *shape[found + 1 :])
    return replace(value, places=value.places.reshape(sides), batch=found)


def reshape(call: Call) -> Operand:
    """Reshape: 0 keeps a side, -1 is what remains."""
    before = _shape_of(call)
    wanted = list(call.few(1))
    if not call.whole("allowzero", 0):
        wanted = [before[n] if side == 0 else side for n, side in enumerate(wanted)]
    if wanted.count(-1) == 1:
        others = -math.prod(wanted)
        wanted[wanted.index(-1)] = math.prod(before) // others if others > 0 else 0
    if math.prod(wanted) != math.prod(before) or min(wanted, default=1) < 0:
        raise GraphError(
            tr("it cannot make the shape {shape} of {before}").format(
                shape=tuple(wanted), before=_words(call, before)
            )
        )
    return reshaped(call, tuple(wanted))


def _words(call: Call, shape: tuple[int, ...]) -> str:
    batched = isinstance(call.inputs[0], Value) and call.images > 1
    sides = ["n" if batched and side == call.images else str(side) for side in shape]
    return f"({', '.join(sides)})"


def flatten(call: Call) -> Operand:
    """Flatten: two axes remain."""
    before = _shape_of(call)
    axis = call.whole("axis", 1)
    axis += len(before) if axis < 0 else 0
    return reshaped(call, (math.prod(before[:axis]), math.prod(before[axis:])))


def squeeze(call: Call) -> Operand:
    """Squeeze: axes of one number vanish."""
    before = _shape_of(call)
    axes = call.numbers("axes", 1)
    if axes is None:
        gone = {axis for axis, side in enumerate(before) if side == 1}
    else:
        gone = {_counted(axis, len(before)) for axis in axes}
    if any(before[axis] != 1 for axis in gone):
        raise GraphError(tr("it drops an axis of more than one number"))
    return reshaped(call, tuple(side for axis, side in enumerate(before) if axis not in gone))


def unsqueeze(call: Call) -> Operand:
    """Unsqueeze: new axes of one number."""
    sides = list(_shape_of(call))
    axes = call.numbers("axes", 1) or ()
    for axis in sorted(_counted(axis, len(sides) + len(axes)) for axis in axes):
        sides.insert(axis, 1)
    return reshaped(call, tuple(sides))


def transpose(call: Call) -> Operand:
    """Transpose: the axes in another order."""
    given = call.inputs[0]
    axes = len(_shape_of(call))
    order = call.wholes("perm", tuple(reversed(range(axes))))
    if sorted(order) != list(range(axes)):
        raise GraphError(tr("its order of axes is none"))
    if isinstance(given, np.ndarray):
        return given.transpose(order)
    value = call.value()
    inner = [axis - (axis > value.batch) for axis in order if axis != value.batch]
    return replace(value, places=value.places.transpose(inner), batch=order.index(value.batch))


def gather(call: Call) -> Operand:
    """Gather: some places of an axis, or one of them without its axis."""
    axis, indices = _axis(call, 0), call.array(1).astype(np.intp)
    given = call.inputs[0]
    if isinstance(given, np.ndarray):
        require_affordable(indices.size * given.size // max(given.shape[axis], 1))
        return np.asarray(given.take(indices, axis))
    value = call.value()
    inner = _inner(value, axis)
    require_affordable(indices.size * value.places.size // max(value.places.shape[inner], 1))
    places = value.places.take(indices, inner)
    if indices.ndim > 1 or len(np.unique(places)) != places.size:
        raise GraphError(tr("it takes the same numbers more than once"))
    gone = indices.ndim == 0 and inner < value.batch
    return replace(value, places=places, batch=value.batch - gone)


def _inner(value: Value, axis: int) -> int:
    """The axis of one image that is this axis of the batch."""
    if axis == value.batch:
        raise GraphError(tr("it picks out single images"))
    return axis - (axis > value.batch)


def cut(call: Call) -> Operand:
    """Slice: from a start to before an end."""
    shape = _shape_of(call)
    starts, ends = call.numbers("starts", 1) or (), call.numbers("ends", 2) or ()
    axes = call.numbers("axes", 3) or tuple(range(len(starts)))
    steps = call.numbers("steps", 4) or (1,) * len(starts)
    slices = [_WHOLE] * len(shape)
    for axis, start, end, step in zip(axes, starts, ends, steps, strict=True):
        slices[_counted(axis, len(shape))] = slice(start, _end(end, step), step)
    given = call.inputs[0]
    if isinstance(given, np.ndarray):
        return given[tuple(slices)]
    value = call.value()
    kept = slices.pop(value.batch)
    if len(range(*kept.indices(call.images))) != call.images or kept.step == -1:
        raise GraphError(tr("it picks out single images"))
    return cut_out(replace(value, places=value.places[tuple(slices)]))


def _end(end: int, step: int) -> int | None:
    """A backward slice that takes the first one, too, has an end far below zero."""
    return None if step < 0 and end < -(2**31) else end


def shape(call: Call) -> NDArray[Any]:
    """Shape: how many numbers each axis has."""
    sides = _shape_of(call)
    end = call.node.attributes.get("end")
    return np.array(sides[call.whole("start", 0) : end], np.int64)


AXES: Final[Mapping[str, Callable[[Call], Operand]]] = {
    "Reshape": reshape,
    "Flatten": flatten,
    "Squeeze": squeeze,
    "Unsqueeze": unsqueeze,
    "Transpose": transpose,
    "Gather": gather,
    "Slice": cut,
    "Shape": shape,
}
