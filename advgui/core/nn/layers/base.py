"""What every layer can do. A layer keeps no state between calls."""

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

import numpy as np

from advgui.core.images import Array
from advgui.core.language import tr
from advgui.core.nn.layers.fields import Axes, schema
from advgui.core.nn.layers.operators import Operator, Order

Cache = Any
Weights = Mapping[str, Array]
Sides = tuple[int, ...]
"""The shape of a batch without its first axis, that of the images."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer(ABC):
    """One step of a network, from a batch (n, ...) to a batch (n, ...).

    ``forward`` returns its result and a cache; ``backward`` and ``weight_gradients``
    take that cache and the gradient of a scalar with respect to the result. Nothing is
    stored on the layer, so one network serves the live bars and a running attack at once.

    ``kind`` is its name in files. Its fields say in their types what they may hold, those
    that are ``Axes`` are its weights: by that it is saved, checked and opened. ``rising`` says
    that no number of the result falls while one that goes in rises; ``factors`` are the weights
    that multiply what goes in, where that and what the others add is all. ``operators``
    is what it is in ONNX, ``from_onnx`` how it is read from one of the operators that
    ``reads`` names.
    """

    kind: ClassVar[str]
    order: ClassVar[Order] = "channels last"
    rising: ClassVar[bool] = False
    factors: ClassVar[tuple[str, ...]] = ()
    reads: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def forward(self, inputs: Array) -> tuple[Array, Cache]:
        """The layer's result for a batch, and what the backward pass needs."""

    @abstractmethod
    def backward(self, cache: Cache, gradient: Array) -> Array:
        """The gradient with respect to the inputs."""

    def weight_gradients(self, cache: Cache, gradient: Array) -> Weights:
        """The gradient with respect to each array in ``weights``."""
        return {}

    @property
    def weights(self) -> Weights:
        """The trainable arrays by name; empty for a layer that has none."""
        fields = schema(type(self)).items()
        return {name: getattr(self, name) for name, kind in fields if isinstance(kind, Axes)}

    def with_weights(self, weights: Weights) -> Self:
        """The same layer with other arrays of the same shapes."""
        return replace(self, **weights) if weights else self

    def bounds(self, low: Array, high: Array) -> tuple[Array, Array]:
        """What holds the results of all batches (n, ...) between two, number by number.

        The middle goes through a layer of factors, half the width through their magnitudes.
        Raises ValueError where nothing is known to (a certificate must not guess).
        """
        if self.factors:
            middle, _ = self.forward((low + high) / 2)
            spread, _ = self.magnitudes().forward((high - low) / 2)
            return middle - spread, middle + spread
        if not self.rising:
            raise ValueError(
                tr("nothing is proven of a layer of the kind {kind}").format(kind=self.kind)
            )
        return self.forward(low)[0], self.forward(high)[0]

    def magnitudes(self) -> Self:
        """The same with its factors without their signs, and with nothing added."""
        return self.with_weights(
            {
                name: np.abs(array) if name in self.factors else np.zeros_like(array)
                for name, array in self.weights.items()
            }
        )

    def misfit(self) -> str:
        """What is wrong with the sizes of its arrays that the names of their axes do not tell."""
        return ""

    def room(self, sides: Sides) -> int:
        """About how many numbers ``forward`` computes of one image of these sides.

        It is told before they take memory; ValueError where the image does not fit. As it
        stands here they are no more than come in.
        """
        return math.prod(sides)

    @property
    def copies(self) -> int:
        """How many rows it makes of one."""
        return 1

    def for_one_image(self) -> Self:
        """The same layer, laid out so that a single image takes little time."""
        return self

    @property
    def parts_at(self) -> float | None:
        """The threshold, where all that it sees of a number is whether it is above; else None."""
        return None

    @property
    def cuts(self) -> tuple[float, ...]:
        """The thresholds, where all that it sees of a number is which of a few it is above."""
        return () if self.parts_at is None else (self.parts_at,)

    def described(self) -> str:
        """The layer in the card of a network; empty where there is nothing to tell."""
        return self.kind

    def operators(self, sides: Sides) -> Sequence[Operator]:
        """One operator after the other, for images of these sides in front of it.

        Raises ValueError where it has no form in ONNX.
        """
        raise ValueError(
            tr("a layer of the kind {kind} has no form in ONNX").format(kind=self.kind)
        )

    @classmethod
    def from_onnx(cls, operator: Operator) -> Self:
        """The layer that an operator is; ValueError tells why it is none."""
        raise ValueError(
            tr("a layer of the kind {kind} is not read from ONNX").format(kind=cls.kind)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Saturating(Layer):
    """A layer whose units can be so far to one side that they pass nothing back.

    Attacks soften them, or they would not move. ``steepest`` is the largest slope of a unit,
    where every number of the result is one unit's.
    """

    steepest: ClassVar[float | None] = None

    @abstractmethod
    def softened_backward(self, cache: Cache, gradient: Array, soften: float) -> Array:
        """The gradient with respect to the inputs, had flat units ``soften`` as their slope."""

    def backward(self, cache: Cache, gradient: Array) -> Array:
        """The gradient with respect to the inputs."""
        return self.softened_backward(cache, gradient, 0.0)


def sum_of_rows(rows: Array) -> Array:
    """(n, columns) to (columns,): of many rows a product takes a tenth of the time of a sum."""
    result: Array = np.ones(len(rows), rows.dtype) @ rows
    return result
