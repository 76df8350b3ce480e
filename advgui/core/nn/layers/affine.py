"""A factor and a shift for every value, as where inputs or channels are normalised."""

import math
from dataclasses import dataclass
from typing import Annotated, ClassVar

import numpy as np

from advgui.core.images import Array
from advgui.core.nn.layers.base import Layer, Sides, Weights
from advgui.core.nn.layers.fields import Axes
from advgui.core.nn.layers.operators import Operator


@dataclass(frozen=True, slots=True, eq=False)
class Affine(Layer):
    """y = scale x + shift for a batch (n, ...).

    ``scale`` and ``shift`` have one shape, that of the last axes of the inputs: such as
    (channels,), or (height, width, channels).
    """

    kind: ClassVar[str] = "affine"
    factors: ClassVar[tuple[str, ...]] = ("scale",)
    scale: Annotated[Array, Axes("...")]
    shift: Annotated[Array, Axes("...")]

    def room(self, sides: Sides) -> int:
        """As many numbers as come in: no more can have a factor of their own."""
        if self.scale.ndim > len(sides):
            raise ValueError("more axes of factors than of what they multiply")
        return math.prod(np.broadcast_shapes(sides, self.scale.shape))

    def forward(self, inputs: Array) -> tuple[Array, Array]:
        """A batch of the same shape; the cache is the batch itself."""
        result: Array = inputs * self.scale
        result += self.shift
        return result, inputs

    def backward(self, cache: Array, gradient: Array) -> Array:
        """Each gradient times its factor."""
        result: Array = gradient * self.scale
        return result

    def weight_gradients(self, cache: Array, gradient: Array) -> Weights:
        """Sums over the batch and over the axes that share a factor."""
        others = tuple(range(gradient.ndim - self.scale.ndim))
        return {"scale": (gradient * cache).sum(axis=others), "shift": gradient.sum(axis=others)}

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """A product and a sum."""
        return Operator("Mul", (self.scale,)), Operator("Add", (self.shift,))
