"""A network averaged over draws: its images are repeated in front of it, its logits averaged."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.images import Array
from advgui.core.nn.layers import Layer, Sides, Weights


@dataclass(frozen=True, slots=True, eq=False)
class Repeated(Layer):
    """Every image as often as there are draws: (n, ...) to (n * times, ...), its own together."""

    kind: ClassVar[str] = "repeated"
    rising: ClassVar[bool] = True
    times: int

    def forward(self, inputs: Array) -> tuple[Array, None]:
        """The images, each ``times`` times."""
        return np.repeat(inputs, self.times, axis=0), None

    def backward(self, cache: None, gradient: Array) -> Array:
        """The sum over each image's."""
        sums: Array = _by_image(gradient, self.times).sum(axis=1)
        return sums

    @property
    def copies(self) -> int:
        """As often as it repeats."""
        return self.times

    def room(self, sides: Sides) -> int:
        """All of them."""
        return self.times * Layer.room(self, sides)

    @property
    def weights(self) -> Weights:
        """None."""
        return {}


@dataclass(frozen=True, slots=True, eq=False)
class Mean(Layer):
    """The mean over the draws of every image: (n * times, ...) to (n, ...)."""

    kind: ClassVar[str] = "mean"
    rising: ClassVar[bool] = True
    times: int

    def forward(self, inputs: Array) -> tuple[Array, None]:
        """Means, of logits: a saturated confidence would hide how sure a draw is."""
        means: Array = _by_image(inputs, self.times).mean(axis=1)
        return means, None

    def backward(self, cache: None, gradient: Array) -> Array:
        """Each draw's share."""
        return np.repeat(gradient / np.float32(self.times), self.times, axis=0)

    @property
    def weights(self) -> Weights:
        """None."""
        return {}


def _by_image(rows: Array, times: int) -> Array:
    """(n * times, ...) to (n, times, ...)."""
    return rows.reshape(-1, times, *rows.shape[1:])
