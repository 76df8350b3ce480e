"""Blur: a lens that is a little out of focus."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from advgui.core.images import SIZE, Array
from advgui.core.world.transform import Transform


@dataclass(frozen=True, slots=True, eq=False)
class Blur(Transform):
    """Smoothing by k Gaussians, along rows and columns; beyond the edge there is paper.

    ``matrices`` (k, 28, 28) are symmetric, so the gradient goes back through themselves.
    """

    matrices: Array

    @classmethod
    def by(cls, sigmas: Array) -> Self:
        """Gaussians of these widths (k,) in pixels; 0 leaves an image as it is."""
        away = np.arange(SIZE)[:, None] - np.arange(SIZE)
        everywhere = np.arange(-SIZE, SIZE + 1)
        # Where the width is 0 the exponent is -inf, but for the pixel itself.
        squares = 2 * np.maximum(np.asarray(sigmas, np.float64), 1e-9)[:, None, None] ** 2
        sums = np.exp(-(everywhere**2) / squares).sum(axis=-1, keepdims=True)
        return cls((np.exp(-(away**2) / squares) / sums).astype(np.float32))

    def forward(self, images: Array) -> tuple[Array, None]:
        """Rows and columns smoothed."""
        weights = self.matrices[:, None].astype(images.dtype, copy=False)
        return weights @ images @ weights, None

    def backward(self, cache: None, gradient: Array) -> Array:
        """The same."""
        return self.forward(gradient)[0]

    def of(self, part: slice) -> Self:
        """Some of the Gaussians."""
        return type(self)(self.matrices[part])
