"""What every layer can do. A layer keeps no state between calls."""

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, Protocol, Self

import numpy as np

from advgui.core.images import Array

Cache = Any
Weights = Mapping[str, Array]
Sides = tuple[int, ...]
"""The shape of a batch without its first axis, that of the images."""


class Layer(Protocol):
    """One step of a network, from a batch (n, ...) to a batch (n, ...).

    ``forward`` returns its result and a cache; ``backward`` and ``weight_gradients``
    take that cache and the gradient of a scalar with respect to the result. Nothing is
    stored on the layer, so one network serves the live bars and a running attack at once.
    """

    kind: ClassVar[str]

    @property
    def weights(self) -> Weights:
        """The trainable arrays by name; empty for a layer that has none."""
        ...

    def with_weights(self, weights: Weights) -> Self:
        """The same layer with other arrays of the same shapes."""
        ...

    def forward(self, inputs: Array) -> tuple[Array, Cache]:
        """The layer's result for a batch, and what the backward pass needs."""
        ...

    def backward(self, cache: Cache, gradient: Array) -> Array:
        """The gradient with respect to the inputs."""
        ...

    def weight_gradients(self, cache: Cache, gradient: Array) -> Weights:
        """The gradient with respect to each array in ``weights``."""
        ...

    def room(self, sides: Sides) -> int:
        """About how many numbers ``forward`` computes of one image of these sides.

        It is told before they take memory; ValueError where the image does not fit.
        """
        ...


class Saturating(ABC):
    """The part of a layer whose units can be so far to one side that they pass nothing back.

    Attacks soften them, or they would not move.
    """

    __slots__ = ()

    @abstractmethod
    def softened_backward(self, cache: Cache, gradient: Array, soften: float) -> Array:
        """The gradient with respect to the inputs, had flat units ``soften`` as their slope."""

    def backward(self, cache: Cache, gradient: Array) -> Array:
        """The gradient with respect to the inputs."""
        return self.softened_backward(cache, gradient, 0.0)


class Weightless:
    """The part of a layer that has nothing to train."""

    __slots__ = ()

    @property
    def weights(self) -> Weights:
        """No arrays."""
        return {}

    def with_weights(self, weights: Weights) -> Self:
        """The layer itself: there is nothing to replace."""
        return self

    def weight_gradients(self, cache: Cache, gradient: Array) -> Weights:
        """No gradients."""
        return {}

    def room(self, sides: Sides) -> int:
        """No more numbers than come in."""
        return math.prod(sides)


def sum_of_rows(rows: Array) -> Array:
    """(n, columns) to (columns,): of many rows a product takes a tenth of the time of a sum."""
    result: Array = np.ones(len(rows), rows.dtype) @ rows
    return result
