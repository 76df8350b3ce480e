"""Max pooling by windows of any size, which may lie across one another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np

from advgui.core.images import Array
from advgui.core.layers.base import Sides, Weightless


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

    def backward(self, cache: Peaks, gradient: Array, soften: float = 0.0) -> Array:
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
