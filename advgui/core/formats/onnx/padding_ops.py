"""What is added around an image and what is cut out of it, with channels first or last."""

import numpy as np

from advgui.core.formats.onnx.call import Call
from advgui.core.formats.onnx.graph import GraphError
from advgui.core.formats.onnx.value import Indices, Value, natural
from advgui.core.language import tr
from advgui.core.nn.layers import Pad, Stride
from advgui.core.nn.layers.fields import WIDEST
from advgui.core.nn.layers.shape import Amounts


def padded(value: Value, amounts: Amounts, number: float) -> Value:
    """With a number around, or less of it, where the amounts are not all 0."""
    return value.then(Pad(amounts, number)) if any(amounts) else value


def channels_first(value: Value) -> Value:
    """The graph's order of a result of ours that stands in our own."""
    return value.viewed(natural(value.sides).transpose(2, 0, 1))


def grid_of(value: Value, *, last: bool) -> Value:
    """Ours as (height, width, channels), from channels first or last."""
    return (value.viewed(value.places.transpose(2, 0, 1)) if last else value).grid()


def padding(call: Call) -> Value:
    """Pad with one number around height and width, wherever the channels stand."""
    value, (begin, end) = call.value(), _frame(call)
    if call.text("mode", "constant") != "constant":
        raise GraphError(
            tr("it pads by {mode}; supported is one number").format(mode=call.text("mode", ""))
        )
    last = bool(begin[1] or end[1])
    (high, wide), other = ((1, 2), 3) if last else ((2, 3), 1)
    if value.places.ndim != 3 or any((begin[0], end[0], begin[other], end[other])):
        raise GraphError(tr("it pads other axes than height and width"))
    amounts: Amounts = (begin[high], begin[wide], end[high], end[wide])
    if max(map(abs, amounts)) > WIDEST:
        raise GraphError(tr("its padding is {amounts}").format(amounts=amounts))
    given = call.given(2)
    number = call.number("value", 0.0) if given is None else float(call.floats(2).ravel()[0])
    framed = padded(grid_of(value, last=last), amounts, number)
    framed = framed.viewed(natural(framed.sides))
    return framed if last else channels_first(framed)


def _frame(call: Call) -> tuple[list[int], list[int]]:
    """How much is added before and after each of the four axes."""
    amounts = call.numbers("pads", 1) or ()
    axes = call.numbers("axes", 3) or tuple(range(len(amounts) // 2))
    begin, end = [0] * 4, [0] * 4
    for axis, before, after in zip(axes, amounts, amounts[len(axes) :], strict=False):
        begin[axis], end[axis] = before, after
    return begin, end


def cut_out(value: Value) -> Value:
    """The same, by layers of ours where what is left is a part of an image."""
    if value.batch or value.places.ndim != 3 or len(value.sides) != 3:
        return value
    for last in (False, True):
        left = _part(value, value.places if last else value.places.transpose(1, 2, 0))
        if left is not None:
            return left if last else channels_first(left)
    return value


def _part(value: Value, places: Indices) -> Value | None:
    """Every so many rows and columns of some, if these places are that, channels last."""
    height, width, channels = value.sides
    if not places.size or places.shape[2] != channels:
        return None
    rows, columns = places[:, 0, 0] // (width * channels), places[0, :, 0] // channels % width
    steps = {int(step) for step in (*np.diff(rows), *np.diff(columns))} or {1}
    step = min(steps)
    whole = natural(value.sides)[rows][:, columns]
    if len(steps) > 1 or step < 1 or not np.array_equal(whole, places):
        return None
    # What lies behind the last step and is shorter than a step is left out by it.
    bottom, right = (
        (rest // step) * step for rest in (height - 1 - rows[-1], width - 1 - columns[-1])
    )
    cut = (-int(rows[0]), -int(columns[0]), -int(bottom), -int(right))
    kept = padded(value, cut, 0.0)
    kept = kept.then(Stride(step)) if step > 1 else kept
    return kept.viewed(natural(kept.sides))
