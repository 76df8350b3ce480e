"""Two-dimensional convolution as one matrix product over image patches."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from advgui.core.images import Array
from advgui.core.nn.layers.base import Layer, Sides, Weights, sum_of_rows
from advgui.core.nn.layers.fields import Axes, Side
from advgui.core.nn.layers.operators import Operator, Order


class Patches(NamedTuple):
    """The cache: every patch as a row, and the shape of the batch they came from."""

    rows: Array
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Conv2d(Layer):
    """A valid convolution (no padding) of a batch (n, height, width, channels).

    ``kernel`` has the shape (side, side, channels, filters), ``bias`` (filters,). From one
    patch to the next it is ``step`` pixels.
    """

    kind: ClassVar[str] = "conv2d"
    factors: ClassVar[tuple[str, ...]] = ("kernel",)
    order: ClassVar[Order] = "channels first"
    kernel: Annotated[Array, Axes("side side channels filters")]
    bias: Annotated[Array, Axes("filters")]
    step: Side = 1

    def room(self, sides: Sides) -> int:
        """Every patch as a row, and what comes of it."""
        height, width, channels = sides
        side, filters = len(self.kernel), len(self.bias)
        down, across = (max(self._places(length), 0) for length in (height, width))
        return down * across * (side * side * channels + filters)

    def forward(self, inputs: Array) -> tuple[Array, Patches]:
        """Batch (n, h, w, channels) to (n, (h - side) // step + 1, ..., filters)."""
        count, height, width, _ = inputs.shape
        down, across = self._places(height), self._places(width)
        rows = _patches(inputs, len(self.kernel), self.step)
        result = rows @ self.kernel.reshape(-1, len(self.bias))
        add_to_pixels(result, self.bias, across)
        return result.reshape(count, down, across, len(self.bias)), Patches(rows, inputs.shape)

    def backward(self, cache: Patches, gradient: Array) -> Array:
        """Each output's gradient goes back to every pixel of its patch."""
        side, step = len(self.kernel), self.step
        down, across = (step * length for length in gradient.shape[1:3])
        result = np.zeros(cache.shape, dtype=gradient.dtype)
        for place, share in enumerate(self._shares(gradient)):
            row, column = divmod(place, side)
            window = result[:, row : row + down : step, column : column + across : step]
            window += share.reshape(window.shape)
        return result

    def _places(self, length: int) -> int:
        """How many patches lie along a side of so many pixels."""
        return (length - len(self.kernel)) // self.step + 1

    def _shares(self, gradient: Array) -> Iterable[Array]:
        """What each place of the kernel passes back to the pixels under it, (n, h, w, channels)."""
        _, _, channels, filters = self.kernel.shape
        flat = gradient.reshape(-1, filters)
        if channels == 1:
            return self.kernel.reshape(-1, filters) @ flat.T
        # One after the other, so that every one still is in the processor's cache when added.
        return (flat @ matrix.T for matrix in self.kernel.reshape(-1, channels, filters))

    def weight_gradients(self, cache: Patches, gradient: Array) -> Weights:
        """Patches^T g for the kernel, the sum over all places for the bias."""
        flat = gradient.reshape(-1, gradient.shape[-1])
        kernel = (cache.rows.T @ flat).reshape(self.kernel.shape)
        return {"kernel": kernel, "bias": sum_of_rows(flat)}

    def described(self) -> str:
        """Its side, its filters and its step."""
        side, _, _, filters = self.kernel.shape
        return f"conv {side}x{side}x{filters}" + (f" / {self.step}" if self.step > 1 else "")

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """Conv, whose kernels are (filters, channels, side, side)."""
        constants = self.kernel.transpose(3, 2, 0, 1), self.bias
        return (Operator("Conv", constants, {"strides": [self.step, self.step]}),)


def add_to_pixels(pixels: Array, bias: Array, width: int) -> None:
    """Add it to every pixel of (n, filters) in place, ``width`` of them at once."""
    rows = pixels.reshape(-1, width * len(bias))
    rows += np.tile(bias, width)


def _patches(inputs: Array, side: int, step: int) -> Array:
    """Each ``step``-th patch as a row, (n h w, side side channels), in a quick memory order.

    With one channel, runs of pixels are longer than rows of a patch, so the rows of the
    matrix lie side by side.
    """
    windows = sliding_window_view(inputs, (side, side), axis=(1, 2))[:, ::step, ::step]
    channels = inputs.shape[-1]
    if channels == 1:
        return windows.transpose(4, 5, 3, 0, 1, 2).reshape(side * side, -1).T
    return windows.transpose(0, 1, 2, 4, 5, 3).reshape(-1, side * side * channels)
