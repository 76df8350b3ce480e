"""Two-dimensional convolution as one matrix product over image patches."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from advgui.core.images import Array
from advgui.core.nn.layers.base import Layer, Sides, Weights, linear_bounds, sum_of_rows
from advgui.core.nn.layers.fields import Axes
from advgui.core.nn.layers.operators import Operator, Order


class Patches(NamedTuple):
    """The cache: every patch as a row, and the shape of the batch they came from."""

    rows: Array
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Conv2d(Layer):
    """A valid convolution (no padding, stride 1) of a batch (n, height, width, channels).

    ``kernel`` has the shape (side, side, channels, filters), ``bias`` (filters,).
    """

    kind: ClassVar[str] = "conv2d"
    order: ClassVar[Order] = "channels first"
    kernel: Annotated[Array, Axes("side side channels filters")]
    bias: Annotated[Array, Axes("filters")]

    def room(self, sides: Sides) -> int:
        """Every patch as a row, and what comes of it."""
        height, width, channels = sides
        side, filters = len(self.kernel), len(self.bias)
        places = max(height - side + 1, 0) * max(width - side + 1, 0)
        return places * (side * side * channels + filters)

    def forward(self, inputs: Array) -> tuple[Array, Patches]:
        """Batch (n, h, w, channels) to (n, h - side + 1, w - side + 1, filters)."""
        count, height, width, _ = inputs.shape
        side, filters = len(self.kernel), len(self.bias)
        rows = _patches(inputs, side)
        result = rows @ self.kernel.reshape(-1, filters)
        add_to_pixels(result, self.bias, width - side + 1)
        result = result.reshape(count, height - side + 1, width - side + 1, filters)
        return result, Patches(rows, inputs.shape)

    def backward(self, cache: Patches, gradient: Array) -> Array:
        """Each output's gradient goes back to every pixel of its patch."""
        side = len(self.kernel)
        _, height, width, _ = gradient.shape
        result = np.zeros(cache.shape, dtype=gradient.dtype)
        for place, share in enumerate(self._shares(gradient)):
            row, column = divmod(place, side)
            window = result[:, row : row + height, column : column + width]
            window += share.reshape(window.shape)
        return result

    def bounds(self, low: Array, high: Array) -> tuple[Array, Array]:
        """The middle goes through the kernel, half the width through it without its signs."""
        sizes = replace(self, kernel=np.abs(self.kernel), bias=np.zeros_like(self.bias))
        return linear_bounds(self, sizes, low, high)

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
        """Its side and its filters."""
        side, _, _, filters = self.kernel.shape
        return f"conv {side}x{side}x{filters}"

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """Conv, whose kernels are (filters, channels, side, side)."""
        return (Operator("Conv", (self.kernel.transpose(3, 2, 0, 1), self.bias)),)


def add_to_pixels(pixels: Array, bias: Array, width: int) -> None:
    """Add it to every pixel of (n, filters) in place, ``width`` of them at once."""
    rows = pixels.reshape(-1, width * len(bias))
    rows += np.tile(bias, width)


def _patches(inputs: Array, side: int) -> Array:
    """Every patch as a row, (n h w, side side channels), in the memory order that is quick.

    With one channel, runs of pixels are longer than rows of a patch, so the rows of the
    matrix lie side by side.
    """
    windows = sliding_window_view(inputs, (side, side), axis=(1, 2))
    channels = inputs.shape[-1]
    if channels == 1:
        return windows.transpose(4, 5, 3, 0, 1, 2).reshape(side * side, -1).T
    return windows.transpose(0, 1, 2, 4, 5, 3).reshape(-1, side * side * channels)
