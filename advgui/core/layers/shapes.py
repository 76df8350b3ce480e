"""Layers that only rearrange or select: reshape and max pooling."""

import math
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

import numpy as np

from advgui.core.images import Array
from advgui.core.layers.base import Sides, Weightless


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

    def backward(self, cache: tuple[int, ...], gradient: Array, soften: float = 0.0) -> Array:
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

    def backward(self, cache: Pooled, gradient: Array, soften: float = 0.0) -> Array:
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
