"""Pooling: the largest or the mean of each block or window of pixels."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

import numpy as np

from advgui.core.images import Array
from advgui.core.nn.layers.base import Layer, Sides
from advgui.core.nn.layers.fields import Side
from advgui.core.nn.layers.operators import Operator, Order


@dataclass(frozen=True, slots=True)
class MeanPool(Layer):
    """The mean of each ``side`` x ``side`` block of a batch (n, height, width, channels).

    Height and width are multiples of ``side``.
    """

    kind: ClassVar[str] = "meanpool"
    rising: ClassVar[bool] = True
    order: ClassVar[Order] = "channels first"
    side: Side

    def forward(self, inputs: Array) -> tuple[Array, None]:
        """Batch (n, h, w, c) to (n, h / side, w / side, c)."""
        count, height, width, channels = inputs.shape
        side = self.side
        blocks = inputs.reshape(count, height // side, side, width // side, side, channels)
        means: Array = blocks.mean(axis=(2, 4))
        return means, None

    def backward(self, cache: None, gradient: Array) -> Array:
        """Every pixel of a block has the same share in its mean."""
        shares = gradient / gradient.dtype.type(self.side**2)
        rows: Array = np.repeat(shares, self.side, axis=1)
        return np.repeat(rows, self.side, axis=2)

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """AveragePool."""
        return (Operator("AveragePool", attributes=_windows(self.side, self.side)),)


class Pooled(NamedTuple):
    """The cache of a pooling layer: what went in, the larger of each two rows, what came out."""

    inputs: Array
    taller: Array
    result: Array


@dataclass(frozen=True, slots=True)
class MaxPool(Layer):
    """The largest of each 2 x 2 block of a batch (n, height, width, channels).

    The last row or column of an odd side is in no block.
    """

    kind: ClassVar[str] = "maxpool"
    rising: ClassVar[bool] = True
    order: ClassVar[Order] = "channels first"

    def forward(self, inputs: Array) -> tuple[Array, Pooled]:
        """Batch (n, h, w, c) to (n, h // 2, w // 2, c)."""
        taller = np.maximum(*_pairs(inputs, 1))
        result = np.maximum(*_pairs(taller, 2))
        return result, Pooled(inputs, taller, result)

    def backward(self, cache: Pooled, gradient: Array) -> Array:
        """The gradient goes to the first of the largest pixels of its block."""
        gradient = _shared(gradient, cache.result, cache.taller, 2)
        return _shared(gradient, cache.taller, cache.inputs, 1)

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """MaxPool."""
        return (Operator("MaxPool", attributes=_windows(2, 2)),)


def _pairs(values: Array, axis: Literal[1, 2]) -> tuple[Array, Array]:
    """The first and the second of each two neighbours along an axis."""
    whole = values.shape[axis] // 2 * 2
    if axis == 1:
        return values[:, 0:whole:2], values[:, 1:whole:2]
    return values[:, :, 0:whole:2], values[:, :, 1:whole:2]


def _shared(gradient: Array, larger: Array, values: Array, axis: Literal[1, 2]) -> Array:
    """The gradient of the larger of each two, given to the one that it was."""
    make = np.zeros_like if values.shape[axis] % 2 else np.empty_like
    result: Array = make(values, dtype=gradient.dtype)
    first, second = _pairs(result, axis)
    share = (_pairs(values, axis)[0] == larger).astype(gradient.dtype)
    share *= gradient
    first[...] = share
    np.subtract(gradient, share, out=second)
    return result


class Peaks(NamedTuple):
    """The cache: what went in and what came out."""

    inputs: Array
    result: Array


@dataclass(frozen=True, slots=True)
class MaxWindow(Layer):
    """The largest of each ``side`` x ``side`` window of a batch (n, height, width, channels).

    From one window to the next it is ``step`` pixels. MaxPool is faster for 2 x 2 by 2.
    """

    kind: ClassVar[str] = "maxwindow"
    rising: ClassVar[bool] = True
    order: ClassVar[Order] = "channels first"
    side: Side
    step: Side

    def room(self, sides: Sides) -> int:
        """Every pixel of every window: all of them are compared."""
        height, width, channels = sides
        down, across = (max(side - self.side, 0) // self.step + 1 for side in (height, width))
        return down * across * channels * self.side**2

    def forward(self, inputs: Array) -> tuple[Array, Peaks]:
        """Batch (n, h, w, c) to (n, (h - side) // step + 1, (w - side) // step + 1, c)."""
        first, *others = (inputs[place] for place in self._places(inputs.shape))
        result = first.copy()
        for values in others:
            np.maximum(result, values, out=result)
        return result, Peaks(inputs, result)

    def backward(self, cache: Peaks, gradient: Array) -> Array:
        """The gradient goes to the first of the largest pixels of its window."""
        result = np.zeros_like(cache.inputs, dtype=gradient.dtype)
        waiting = gradient.copy()
        for place in self._places(cache.inputs.shape):
            here = cache.inputs[place] == cache.result
            result[place] += waiting * here
            waiting[here] = 0.0
        return result

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """MaxPool."""
        return (Operator("MaxPool", attributes=_windows(self.side, self.step)),)

    def _places(self, shape: tuple[int, ...]) -> Iterator[tuple[slice, slice, slice]]:
        """For each pixel of a window, where it lies in all of them."""
        if self.side > min(shape[1:3]):
            raise ValueError(f"no window of {self.side} x {self.side} fits into {shape[1:3]}")
        ends = [(length - self.side) // self.step * self.step + 1 for length in shape[1:3]]
        for row in range(self.side):
            for column in range(self.side):
                rows = slice(row, row + ends[0], self.step)
                yield slice(None), rows, slice(column, column + ends[1], self.step)


def _windows(side: int, step: int) -> dict[str, list[int]]:
    """ONNX's attributes of such windows."""
    return {"kernel_shape": [side, side], "strides": [step, step]}
