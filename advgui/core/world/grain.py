"""Print noise: the grain of toner, paper and sensor, and where what is seen ends."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import Array
from advgui.core.world.transform import Transform


@dataclass(frozen=True, slots=True, eq=False)
class Grain(Transform):
    """Adds patterns (k, 28, 28), each draw its own, the same to every image."""

    patterns: Array

    def forward(self, images: Array) -> tuple[Array, None]:
        """What leaves [0, 1] is cut off later."""
        made: Array = images + self.patterns[:, None]
        return made, None

    def backward(self, cache: None, gradient: Array) -> Array:
        """As it is."""
        return gradient

    def of(self, part: slice) -> Self:
        """Some of the patterns."""
        return type(self)(self.patterns[part])


@dataclass(frozen=True, slots=True, eq=False)
class Clip(Transform):
    """Nothing is seen that is darker than ink or brighter than paper."""

    def forward(self, images: Array) -> tuple[Array, NDArray[np.bool_]]:
        """Cut off at 0 and 1."""
        return np.clip(images, 0, 1), (images >= 0) & (images <= 1)

    def backward(self, cache: NDArray[np.bool_], gradient: Array) -> Array:
        """Nothing from where it is cut off."""
        back: Array = gradient * cache
        return back

    def of(self, part: slice) -> Self:
        """The same for every draw."""
        return self
