"""Two-dimensional convolution as one matrix product over image patches."""

from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple, Self

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from advgui.core.images import Array
from advgui.core.layers.base import Weights


class Patches(NamedTuple):
    """The cache: every patch as a row, and the shape of the batch they came from."""

    rows: Array
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Conv2d:
    """A valid convolution (no padding, stride 1) of a batch (n, height, width, channels).

    ``kernel`` has the shape (side, side, channels, filters), ``bias`` (filters,).
    """

    kind: ClassVar[str] = "conv2d"
    kernel: Array
    bias: Array

    @property
    def weights(self) -> Weights:
        """The kernel and the bias."""
        return {"kernel": self.kernel, "bias": self.bias}

    def with_weights(self, weights: Weights) -> Self:
        """The same layer with another kernel and bias."""
        return replace(self, **weights)

    def forward(self, inputs: Array) -> tuple[Array, Patches]:
        """Batch (n, h, w, channels) to (n, h - side + 1, w - side + 1, filters)."""
        side, _, channels, filters = self.kernel.shape
        windows = sliding_window_view(inputs, (side, side), axis=(1, 2))
        count, height, width = windows.shape[:3]
        rows = windows.transpose(0, 1, 2, 4, 5, 3).reshape(-1, side * side * channels)
        result = rows @ self.kernel.reshape(-1, filters)
        result += self.bias
        return result.reshape(count, height, width, filters), Patches(rows, inputs.shape)

    def backward(self, cache: Patches, gradient: Array, soften: float = 0.0) -> Array:
        """Each output's gradient goes back to every pixel of its patch."""
        side, _, channels, filters = self.kernel.shape
        count, height, width, _ = gradient.shape
        flat = gradient.reshape(-1, filters) @ self.kernel.reshape(-1, filters).T
        shares = flat.reshape(count, height, width, side, side, channels)
        result = np.zeros(cache.shape, dtype=gradient.dtype)
        for row in range(side):
            for column in range(side):
                window = result[:, row : row + height, column : column + width]
                window += shares[:, :, :, row, column]
        return result

    def weight_gradients(self, cache: Patches, gradient: Array) -> Weights:
        """Patches^T g for the kernel, the sum over all places for the bias."""
        flat = gradient.reshape(-1, gradient.shape[-1])
        kernel = (cache.rows.T @ flat).reshape(self.kernel.shape)
        return {"kernel": kernel, "bias": flat.sum(axis=0)}
