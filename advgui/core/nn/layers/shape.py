"""Layers that only rearrange or select: reshape and max pooling."""

import math
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

import numpy as np

from advgui.core.images import Array
from advgui.core.nn.layers.base import Sides, Weightless


@dataclass(frozen=True, slots=True)
class Reshape(Weightless):
    """The same numbers in another shape; the batch axis stays."""

    kind: ClassVar[str] = "reshape"
    shape: tuple[int, ...]

    def room(self, sides: Sides) -> int:
        """The same numbers; of several images no other ones are made."""
        if math.prod(sides) != math.prod(self.shape):
            raise ValueError(f"{self.shape} is no other shape of {sides}")
        return math.prod(sides)

    def forward(self, inputs: Array) -> tuple[Array, tuple[int, ...]]:
        """Batch (n, ...) to (n, *shape); the cache is the former shape."""
        return inputs.reshape(-1, *self.shape), inputs.shape

    def backward(self, cache: tuple[int, ...], gradient: Array) -> Array:
        """The gradient in the former shape."""
        return gradient.reshape(cache)


class Pooled(NamedTuple):
    """The cache of a pooling layer: what went in, the larger of each two rows, what came out."""

    inputs: Array
    taller: Array
    result: Array


@dataclass(frozen=True, slots=True)
class MaxPool(Weightless):
    """The largest of each 2 x 2 block of a batch (n, height, width, channels).

    The last row or column of an odd side is in no block.
    """

    kind: ClassVar[str] = "maxpool"

    def forward(self, inputs: Array) -> tuple[Array, Pooled]:
        """Batch (n, h, w, c) to (n, h // 2, w // 2, c)."""
        taller = np.maximum(*_pairs(inputs, 1))
        result = np.maximum(*_pairs(taller, 2))
        return result, Pooled(inputs, taller, result)

    def backward(self, cache: Pooled, gradient: Array) -> Array:
        """The gradient goes to the first of the largest pixels of its block."""
        gradient = _shared(gradient, cache.result, cache.taller, 2)
        return _shared(gradient, cache.taller, cache.inputs, 1)


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
    np.multiply(gradient, _pairs(values, axis)[0] == larger, out=first)
    np.subtract(gradient, first, out=second)
    return result


Amounts = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Pad(Weightless):
    """``value`` around a batch (n, height, width, channels).

    ``amounts`` are the rows or columns at the top, left, bottom and right; a negative one
    cuts as many off.
    """

    kind: ClassVar[str] = "pad"
    amounts: Amounts
    value: float = 0.0

    def room(self, sides: Sides) -> int:
        """The image with its frame."""
        height, width, channels = sides
        top, left, bottom, right = self.amounts
        return max(height + top + bottom, 0) * max(width + left + right, 0) * channels

    def forward(self, inputs: Array) -> tuple[Array, None]:
        """Batch (n, h, w, c) to (n, top + h + bottom, left + w + right, c)."""
        return _framed(inputs, self.amounts, self.value), None

    def backward(self, cache: None, gradient: Array) -> Array:
        """What was added is cut off again; what was cut off has no influence."""
        top, left, bottom, right = self.amounts
        return _framed(gradient, (-top, -left, -bottom, -right), 0.0)


def _framed(values: Array, amounts: Amounts, value: float) -> Array:
    """The part that is kept, within what is added."""
    count, height, width, channels = values.shape
    top, left, bottom, right = amounts
    shape = (count, height + top + bottom, width + left + right, channels)
    result: Array = np.full(shape, value, values.dtype)
    inner = result[:, _inside(top, bottom, shape[1]), _inside(left, right, shape[2])]
    inner[...] = values[:, _inside(-top, -bottom, height), _inside(-left, -right, width)]
    return result


def _inside(before: int, after: int, side: int) -> slice:
    """Without the frame, where there is one."""
    return slice(max(before, 0), side - max(after, 0))


@dataclass(frozen=True, slots=True)
class Stride(Weightless):
    """Each ``step``-th row and column of a batch (n, height, width, channels), from the first."""

    kind: ClassVar[str] = "stride"
    step: int

    def forward(self, inputs: Array) -> tuple[Array, tuple[int, ...]]:
        """Batch (n, h, w, c) to (n, ceil(h / step), ceil(w / step), c); the cache is a shape."""
        return np.ascontiguousarray(inputs[:, :: self.step, :: self.step]), inputs.shape

    def backward(self, cache: tuple[int, ...], gradient: Array) -> Array:
        """What was left out has no influence."""
        result: Array = np.zeros(cache, gradient.dtype)
        result[:, :: self.step, :: self.step] = gradient
        return result
