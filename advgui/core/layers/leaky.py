"""The rectifier that never closes altogether."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import Array
from advgui.core.layers.base import Weightless


@dataclass(frozen=True, slots=True)
class LeakyReLU(Weightless):
    """a = z where z > 0, else ``slope`` z (Maas et al. 2013)."""

    kind: ClassVar[str] = "leakyrelu"
    slope: float

    def forward(self, inputs: Array) -> tuple[Array, NDArray[np.bool_]]:
        """The activations; the cache is which units are open."""
        opened = inputs > 0.0
        return np.where(opened, inputs, inputs * self.slope), opened

    def backward(self, cache: NDArray[np.bool_], gradient: Array, soften: float = 0.0) -> Array:
        """g where the unit is open, else ``slope`` or ``soften`` of it, whichever is more."""
        return np.where(cache, gradient, gradient * max(self.slope, soften))
