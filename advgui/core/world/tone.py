"""Contrast and brightness: how dark the ink and how bright the paper of a photo are."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from advgui.core.images import Array
from advgui.core.world.transform import Transform


@dataclass(frozen=True, slots=True, eq=False)
class Tone(Transform):
    """Every pixel times ``factors`` (k,), plus ``offsets`` (k,)."""

    factors: Array
    offsets: Array

    @classmethod
    def by(cls, contrasts: Array, brightnesses: Array) -> Self:
        """Contrasts (k,) about the grey of .5, 1 being as it is; and what is added after it."""
        offsets = np.asarray(brightnesses) + (1 - np.asarray(contrasts)) / 2
        return cls(np.asarray(contrasts, np.float32), offsets.astype(np.float32))

    def forward(self, images: Array) -> tuple[Array, None]:
        """Pixel by pixel; what leaves [0, 1] is cut off later."""
        made: Array = images * _each(self.factors) + _each(self.offsets)
        return made, None

    def backward(self, cache: None, gradient: Array) -> Array:
        """Times the factors."""
        back: Array = gradient * _each(self.factors)
        return back

    def of(self, part: slice) -> Self:
        """Some of the draws."""
        return type(self)(self.factors[part], self.offsets[part])


def _each(numbers: Array) -> Array:
    """Numbers (k,) as images (k, n, 28, 28) are multiplied by them."""
    return numbers[:, None, None, None]
