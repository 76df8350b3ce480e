"""Mean pooling."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np

from advgui.core.images import Array
from advgui.core.nn.layers.base import Sides, Weightless


@dataclass(frozen=True, slots=True)
class MeanPool(Weightless):
    """The mean of each ``side`` x ``side`` block of a batch (n, height, width, channels).

    Height and width are multiples of ``side``.
    """

    kind: ClassVar[str] = "meanpool"
    side: int

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


class Peaks(NamedTuple):
    """The cache: what went in and what came out."""

    inputs: Array
    result: Array


@dataclass(frozen=True, slots=True)
class MaxWindow(Weightless):
    """The largest of each ``side`` x ``side`` window of a batch (n, height, width, channels).

    From one window to the next it is ``step`` pixels. MaxPool is faster for 2 x 2 by 2.
    """

    kind: ClassVar[str] = "maxwindow"
    side: int
    step: int

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

    def _places(self, shape: tuple[int, ...]) -> Iterator[tuple[slice, slice, slice]]:
        """For each pixel of a window, where it lies in all of them."""
        if self.side > min(shape[1:3]):
            raise ValueError(f"no window of {self.side} x {self.side} fits into {shape[1:3]}")
        ends = [(length - self.side) // self.step * self.step + 1 for length in shape[1:3]]
        for row in range(self.side):
            for column in range(self.side):
                rows = slice(row, row + ends[0], self.step)
                yield slice(None), rows, slice(column, column + ends[1], self.step)
