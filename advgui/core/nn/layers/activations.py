"""Sigmoid, tanh, ReLU and leaky ReLU, element by element."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, Self

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import Array
from advgui.core.nn.layers.base import Saturating, Sides
from advgui.core.nn.layers.fields import Number
from advgui.core.nn.layers.operators import Operator, Order

# For one image numpy's arithmetic is all overhead, and numbers of Python's cost twice as much.
_ONE: Final = np.array(1.0, np.float32)
_HIGHEST: Final = np.array(80.0, np.float32)
_NONE: Final = np.array(0.0, np.float32)


def sigmoid(z: Array) -> Array:
    """exp(z) / (1 + exp(z)), without overflow and exact in both tails."""
    # exp(80) is still finite in float32; beyond it the result is 1 to any precision.
    powers: Array = np.minimum(z, _HIGHEST)
    np.exp(powers, out=powers)
    powers /= powers + _ONE
    return powers


@dataclass(frozen=True, slots=True)
class _Plain(Saturating):
    """One without a setting, that is the operator of ONNX which it reads."""

    order: ClassVar[Order] = "any"
    rising: ClassVar[bool] = True

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """By its name alone."""
        return (Operator(self.reads[0]),)

    @classmethod
    def from_onnx(cls, operator: Operator) -> Self:
        """Whatever it is given, as there is nothing to be told."""
        return cls()


@dataclass(frozen=True, slots=True)
class Sigmoid(_Plain):
    """a = 1 / (1 + exp(-z)), the report's activation."""

    kind: ClassVar[str] = "sigmoid"
    reads: ClassVar[tuple[str, ...]] = ("Sigmoid",)
    steepest: ClassVar[float | None] = 0.25

    def forward(self, inputs: Array) -> tuple[Array, Array]:
        """The activations, which are also the cache."""
        result = sigmoid(inputs)
        return result, result

    def softened_backward(self, cache: Array, gradient: Array, soften: float) -> Array:
        """g a (1 - a); ``soften`` keeps saturated units from stopping an attack."""
        slope = cache * cache
        np.subtract(cache, slope, out=slope)
        if soften:
            slope += soften
        slope *= gradient
        return slope


@dataclass(frozen=True, slots=True)
class Tanh(_Plain):
    """a = tanh(z)."""

    kind: ClassVar[str] = "tanh"
    reads: ClassVar[tuple[str, ...]] = ("Tanh",)
    steepest: ClassVar[float | None] = 1.0

    def forward(self, inputs: Array) -> tuple[Array, Array]:
        """The activations, which are also the cache."""
        result = np.tanh(inputs)
        return result, result

    def softened_backward(self, cache: Array, gradient: Array, soften: float) -> Array:
        """g (1 - a^2); ``soften`` keeps saturated units from stopping an attack."""
        slope = 1.0 - cache * cache
        if soften:
            slope += soften
        return gradient * slope


@dataclass(frozen=True, slots=True)
class ReLU(_Plain):
    """a = max(z, 0)."""

    kind: ClassVar[str] = "relu"
    reads: ClassVar[tuple[str, ...]] = ("Relu",)
    steepest: ClassVar[float | None] = 1.0

    def forward(self, inputs: Array) -> tuple[Array, NDArray[np.bool_]]:
        """The activations; the cache is which of them are open."""
        result = np.maximum(inputs, _NONE)
        return result, result > _NONE

    def softened_backward(self, cache: NDArray[Any], gradient: Array, soften: float) -> Array:
        """g where the unit is open; a closed unit passes ``soften`` of it."""
        slope: Array = cache.astype(gradient.dtype)
        if soften:
            np.maximum(slope, soften, out=slope)
        slope *= gradient
        return slope


@dataclass(frozen=True, slots=True)
class LeakyReLU(Saturating):
    """a = z where z > 0, else ``slope`` z (Maas et al. 2013)."""

    kind: ClassVar[str] = "leakyrelu"
    order: ClassVar[Order] = "any"
    reads: ClassVar[tuple[str, ...]] = ("LeakyRelu",)
    slope: Annotated[float, Number()]

    def forward(self, inputs: Array) -> tuple[Array, NDArray[np.bool_]]:
        """The activations; the cache is which units are open."""
        opened = inputs > 0.0
        return np.where(opened, inputs, inputs * self.slope), opened

    def bounds(self, low: Array, high: Array) -> tuple[Array, Array]:
        """Of its ends and of 0, where it bends: a slope below 0 makes it rise on both sides."""
        ends = self.forward(low)[0], self.forward(high)[0]
        bend = np.where((low < 0) & (high > 0), 0.0, ends[0]).astype(low.dtype)
        return np.minimum(np.minimum(*ends), bend), np.maximum(*ends)

    def softened_backward(self, cache: NDArray[np.bool_], gradient: Array, soften: float) -> Array:
        """g where the unit is open, else ``slope`` or ``soften`` of it, whichever is steeper."""
        slope = self.slope if abs(self.slope) >= soften else soften
        return np.where(cache, gradient, gradient * slope)

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """LeakyRelu."""
        return (Operator("LeakyRelu", attributes={"alpha": self.slope}),)

    @classmethod
    def from_onnx(cls, operator: Operator) -> Self:
        """LeakyRelu."""
        return cls(operator.number("alpha", 0.01))
