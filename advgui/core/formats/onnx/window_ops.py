"""Convolution and pooling of images: ONNX has channels first, our layers have them last."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.formats.onnx.call import Call
from advgui.core.formats.onnx.graph import GraphError
from advgui.core.formats.onnx.linear_ops import single
from advgui.core.formats.onnx.padding_ops import channels_first, grid_of, padded
from advgui.core.formats.onnx.value import Value, natural
from advgui.core.language import tr
from advgui.core.limits import ACTIVATIONS
from advgui.core.nn.layers import Conv2d, MaxPool, MaxWindow, MeanPool
from advgui.core.nn.layers.fields import WIDEST
from advgui.core.nn.layers.shape import Amounts

_LOWEST: Final = float(np.finfo(np.float32).min)
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Windows:
    """Where the windows lie: their size, their steps, and what is added around the image."""

    size: Pair
    step: int
    top_left: Pair
    bottom_right: Pair

    @property
    def added(self) -> Amounts:
        """Rows and columns as our Pad has them."""
        return (*self.top_left, *self.bottom_right)


def _windows(call: Call, size: tuple[int, ...], sides: tuple[int, ...]) -> Windows:
    """What the attributes of a convolution or pooling say for an image of these sides."""
    if len(size) != 2:
        raise GraphError(tr("it is not two-dimensional"))
    strides, dilations = call.wholes("strides", (1, 1)), call.wholes("dilations", (1, 1))
    if set(dilations) != {1}:
        raise GraphError(tr("its kernel is dilated"))
    if len(strides) != 2 or strides[0] != strides[1] or min(*strides, *size) < 1:
        raise GraphError(
            tr("its steps are {strides}; supported is the same step both ways").format(
                strides=strides
            )
        )
    step = strides[0]
    pads = _pads(call, (size[0], size[1]), step, sides)
    if len(pads) != 4 or min(pads) < 0 or max(pads) > WIDEST:
        raise GraphError(tr("its padding is {pads}").format(pads=pads))
    return Windows((size[0], size[1]), step, (pads[0], pads[1]), (pads[2], pads[3]))


def _pads(call: Call, size: Pair, step: int, sides: tuple[int, ...]) -> tuple[int, ...]:
    """Top, left, bottom and right."""
    rule = call.text("auto_pad", "NOTSET")
    if rule in ("NOTSET", "VALID"):
        return call.wholes("pads", (0, 0, 0, 0)) if rule == "NOTSET" else (0, 0, 0, 0)
    if rule not in ("SAME_UPPER", "SAME_LOWER"):
        raise GraphError(tr("its padding is {rule}").format(rule=rule))
    whole = [max((-(-s // step) - 1) * step + k - s, 0) for s, k in zip(sides, size, strict=False)]
    less, more = [total // 2 for total in whole], [total - total // 2 for total in whole]
    return (*less, *more) if rule == "SAME_UPPER" else (*more, *less)


def convolution(call: Call) -> Value:
    """Conv: padding, and our valid convolution."""
    value, kernel = call.value().grid(), call.floats(1)
    windows = _windows(call, kernel.shape[2:], value.sides)
    kernel = _one_group(kernel, call.whole("group", 1))
    high, wide = windows.size
    side = max(high, wide)
    # A kernel that is no square becomes one by zeros, under which any number may lie.
    kernel = np.pad(kernel, ((0, 0), (0, 0), (0, side - high), (0, side - wide)))
    top, left, bottom, right = windows.added
    value = padded(value, (top, left, bottom + side - high, right + side - wide), 0.0)
    bias = np.zeros(len(kernel)) if call.given(2) is None else call.floats(2)
    if bias.shape != (len(kernel),):
        raise GraphError(tr("its bias does not fit its kernel"))
    layer = Conv2d(single(kernel.transpose(2, 3, 1, 0)), single(bias), windows.step)
    return channels_first(value.then(layer))


def _one_group(kernel: NDArray[np.float64], groups: int) -> NDArray[np.float64]:
    """Filters that see some of the channels, as filters with zeros for the others."""
    filters, channels, *size = kernel.shape
    if groups < 1 or filters % groups or groups * kernel.size > ACTIVATIONS:
        raise GraphError(
            tr("its {filters} filters are not in {groups} groups").format(
                filters=filters, groups=groups
            )
        )
    whole = np.zeros((filters, groups * channels, *size))
    for index, filter_ in enumerate(kernel):
        start = index // (filters // groups) * channels
        whole[index, start : start + channels] = filter_
    return whole


def max_pool(call: Call) -> Value:
    """MaxPool by squares; what is added at the edges is below all numbers."""
    value = call.value().grid()
    windows = _squares(call, value.sides)
    side, step, ceil = windows.size[0], windows.step, call.whole("ceil_mode", 0)
    if max(windows.added) >= side or (ceil and any(windows.added)):
        raise GraphError(
            tr("its padding is {added}, more than its window can have").format(added=windows.added)
        )
    value = padded(value, windows.added, _LOWEST)
    if ceil:
        more = [(side - length) % step for length in value.sides[:2]]
        bottom, right = (count if count < side else 0 for count in more)
        value = padded(value, (0, 0, bottom, right), _LOWEST)
    return channels_first(value.then(MaxPool() if side == step == 2 else MaxWindow(side, step)))


def mean_pool(call: Call) -> Value:
    """AveragePool by squares beside each other; the last places may be in none."""
    value = call.value().grid()
    windows = _squares(call, value.sides)
    side = windows.size[0]
    if windows.step != side or any(windows.added) or call.whole("ceil_mode", 0):
        raise GraphError(tr("it pools beyond the edge, or by windows that lie across one another"))
    bottom, right = (-(length % side) for length in value.sides[:2])
    return channels_first(padded(value, (0, 0, bottom, right), 0.0).then(MeanPool(side)))


def _squares(call: Call, sides: tuple[int, ...]) -> Windows:
    windows = _windows(call, call.wholes("kernel_shape", ()), sides)
    high, wide = windows.size
    if high != wide:
        raise GraphError(
            tr("it pools by {high} x {wide}; supported are squares").format(high=high, wide=wide)
        )
    return windows


def global_mean(call: Call) -> Value:
    """GlobalAveragePool: one mean for each channel, as an image of one pixel."""
    return channels_first(_mean(call.value().grid()))


def reduce_mean(call: Call) -> Value:
    """ReduceMean over height and width, wherever the channels stand."""
    value, axes = call.value(), call.numbers("axes", 1) or ()
    gone = {axis % 4 for axis in axes}
    if value.places.ndim != 3 or gone not in ({1, 2}, {2, 3}):
        raise GraphError(tr("it takes a mean over other axes than height and width"))
    last = 1 in gone
    mean = _mean(grid_of(value, last=last))
    if not call.whole("keepdims", 1):
        return mean.viewed(natural(mean.sides[2:]))
    return mean if last else channels_first(mean)


def _mean(grid: Value) -> Value:
    if grid.sides[0] != grid.sides[1]:
        raise GraphError(tr("it takes the mean of an image that is no square"))
    mean = grid.then(MeanPool(grid.sides[0]))
    return mean.viewed(natural(mean.sides))


WINDOWS: Final[Mapping[str, Callable[[Call], Value]]] = {
    "AveragePool": mean_pool,
    "Conv": convolution,
    "GlobalAveragePool": global_mean,
    "MaxPool": max_pool,
    "ReduceMean": reduce_mean,
}
