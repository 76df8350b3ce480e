"""Every so many places: with it a convolution takes larger steps."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.images import Array
from advgui.core.layers.base import Weightless


@dataclass(frozen=True, slots=True)
class Stride(Weightless):
    """Each ``step``-th row and column of a batch (n, height, width, channels), from the first."""

    kind: ClassVar[str] = "stride"
    step: int

    def forward(self, inputs: Array) -> tuple[Array, tuple[int, ...]]:
        """Batch (n, h, w, c) to (n, ceil(h / step), ceil(w / step), c); the cache is a shape."""
        return np.ascontiguousarray(inputs[:, :: self.step, :: self.step]), inputs.shape

    def backward(self, cache: tuple[int, ...], gradient: Array, soften: float = 0.0) -> Array:
        """What was left out has no influence."""
        result: Array = np.zeros(cache, gradient.dtype)
        result[:, :: self.step, :: self.step] = gradient
        return result
