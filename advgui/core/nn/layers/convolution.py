"""Two-dimensional convolution as one matrix product over image patches."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final, NamedTuple

import numpy as np

from advgui.core.images import Array
from advgui.core.nn.layers.base import Layer, Sides, Weights, sum_of_rows
from advgui.core.nn.layers.fields import Axes, Side
from advgui.core.nn.layers.operators import Operator, Order

#: So many numbers stay in a processor's cache while they are added up.
_AT_ONCE: Final = 2**17
#: To so many pixels a bias is added in less time than it is repeated.
_FEW: Final = 1024


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
        if len(self.kernel) ** 2 * math.prod(cache.shape) <= _AT_ONCE:
            return self._added_at_once(cache.shape, gradient)
        return self._added_in_turn(cache.shape, gradient)

    def _added_in_turn(self, shape: tuple[int, ...], gradient: Array) -> Array:
        """One place of the kernel after the other, so that each is still in the cache."""
        side, step = len(self.kernel), self.step
        down, across = (step * length for length in gradient.shape[1:3])
        result = np.zeros(shape, dtype=gradient.dtype)
        for place, share in enumerate(self._shares(gradient)):
            row, column = divmod(place, side)
            window = result[:, row : row + down : step, column : column + across : step]
            window += share.reshape(window.shape)
        return result

    def _added_at_once(self, shape: tuple[int, ...], gradient: Array) -> Array:
        """The same to the bit, of few images in a third of the time: a page for each place."""
        side, step = len(self.kernel), self.step
        pages = np.zeros((side * side, *shape), gradient.dtype)
        page, image, row, column, channel = pages.strides
        windows: Array = np.ndarray(
            (side, side, *gradient.shape[:3], shape[3]),
            pages.dtype,
            pages,
            0,
            (side * page + row, page + column, image, step * row, step * column, channel),
        )
        windows[...] = self._shares_at_once(gradient).reshape(windows.shape)
        result: Array = np.add.reduce(pages.reshape(side * side, -1), axis=0)
        return result.reshape(shape)

    def _places(self, length: int) -> int:
        """How many patches lie along a side of so many pixels."""
        return (length - len(self.kernel)) // self.step + 1

    def _shares(self, gradient: Array) -> Iterable[Array]:
        """What each place of the kernel passes back to the pixels under it, (n, h, w, channels)."""
        _, _, channels, filters = self.kernel.shape
        if channels == 1:
            return self._shares_at_once(gradient)
        flat = gradient.reshape(-1, filters)
        return (flat @ matrix.T for matrix in self.kernel.reshape(-1, channels, filters))

    def _shares_at_once(self, gradient: Array) -> Array:
        """The same of all places, one behind the other."""
        _, _, channels, filters = self.kernel.shape
        flat = gradient.reshape(-1, filters)
        if channels == 1:
            return self.kernel.reshape(-1, filters) @ flat.T
        backwards = self.kernel.reshape(-1, channels, filters).transpose(0, 2, 1)
        shares: Array = np.matmul(flat, backwards)
        return shares

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
    """Add it to every pixel of (n, filters) in place, to ``width`` of many at once."""
    if len(pixels) <= _FEW:
        pixels += bias
        return
    rows = pixels.reshape(-1, width * len(bias))
    rows += np.tile(bias, width)


def _patches(inputs: Array, side: int, step: int) -> Array:
    """Each ``step``-th patch as a row, (n h w, side side channels), in a quick memory order.

    With one channel, runs of pixels are longer than rows of a patch, so the rows of the
    matrix lie side by side. Raises ValueError where an image is smaller than a patch.
    """
    count, height, width, channels = inputs.shape
    if side > min(height, width):
        raise ValueError(f"no patch of {side} x {side} fits into {height} x {width}")
    places = tuple((length - side) // step + 1 for length in (height, width))
    packed = np.ascontiguousarray(inputs)
    image, row, column, channel = packed.strides
    apart = image, step * row, step * column
    # By hand, as numpy's own views of windows take longer than a small image's product.
    if channels == 1:
        shape, strides = (side, side, count, *places), (row, column, *apart)
        columns: Array = np.ndarray(shape, packed.dtype, packed, 0, strides)
        return columns.reshape(side * side, -1).T
    shape, strides = (count, *places, side, side * channels), (*apart, row, channel)
    rows: Array = np.ndarray(shape, packed.dtype, packed, 0, strides)
    return rows.reshape(-1, side * side * channels)
