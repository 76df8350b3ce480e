"""Layers that only rearrange or select: reshape and max pooling."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np

from advgui.core.images import Array
from advgui.core.layers.base import Weightless


@dataclass(frozen=True, slots=True)
class Reshape(Weightless):
    """The same numbers in another shape; the batch axis stays."""

    kind: ClassVar[str] = "reshape"
    shape: tuple[int, ...]

    def forward(self, inputs: Array) -> tuple[Array, tuple[int, ...]]:
        """Batch (n, ...) to (n, *shape); the cache is the former shape."""
        return inputs.reshape(len(inputs), *self.shape), inputs.shape

    def backward(self, cache: tuple[int, ...], gradient: Array, soften: float = 0.0) -> Array:
        """The gradient in the former shape."""
        return gradient.reshape(cache)


class Pooled(NamedTuple):
    """The cache of a pooling layer: what went in and what came out."""

    inputs: Array
    result: Array


@dataclass(frozen=True, slots=True)
class MaxPool(Weightless):
    """The largest of each 2 x 2 block of a batch (n, even height, even width, channels)."""

    kind: ClassVar[str] = "maxpool"

    def forward(self, inputs: Array) -> tuple[Array, Pooled]:
        """Batch (n, h, w, c) to (n, h / 2, w / 2, c)."""
        top = np.maximum(inputs[:, 0::2, 0::2], inputs[:, 0::2, 1::2])
        bottom = np.maximum(inputs[:, 1::2, 0::2], inputs[:, 1::2, 1::2])
        result = np.maximum(top, bottom, out=top)
        return result, Pooled(inputs, result)

    def backward(self, cache: Pooled, gradient: Array, soften: float = 0.0) -> Array:
        """The gradient goes to the first of the largest pixels of its block."""
        result = np.zeros_like(cache.inputs, dtype=gradient.dtype)
        waiting = gradient
        for row in (0, 1):
            for column in (0, 1):
                here = cache.inputs[:, row::2, column::2] == cache.result
                result[:, row::2, column::2] = waiting * here
                waiting = np.where(here, 0.0, waiting).astype(gradient.dtype, copy=False)
        return result
