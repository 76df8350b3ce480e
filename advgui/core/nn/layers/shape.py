"""Layers that only rearrange: another shape, a frame around it, every so many pixels."""

import math
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

import numpy as np

from advgui.core.images import Array
from advgui.core.limits import ACTIVATIONS
from advgui.core.nn.layers.base import Layer, Sides
from advgui.core.nn.layers.fields import WIDEST, Number, Side, Wholes
from advgui.core.nn.layers.operators import Operator, Order

Amounts = tuple[int, int, int, int]

_AXES: Final = 8  # that one image may have: numpy's arrays have a limit, and ours need three
_END: Final = np.array([np.iinfo(np.int64).max] * 2)


@dataclass(frozen=True, slots=True)
class Reshape(Layer):
    """The same numbers in another shape; the batch axis stays."""

    kind: ClassVar[str] = "reshape"
    rising: ClassVar[bool] = True
    shape: Annotated[tuple[int, ...], Wholes(1, ACTIVATIONS, range(1, _AXES + 1))]

    def room(self, sides: Sides) -> int:
        """The same numbers; of several images no other ones are made."""
        if math.prod(sides) != math.prod(self.shape):
            raise ValueError(f"{self.shape} is no other shape of {sides}")
        return math.prod(sides)

    def forward(self, inputs: Array) -> tuple[Array, tuple[int, ...]]:
        """Batch (n, ...) to (n, *shape); the cache is the former shape."""
        return inputs.reshape(-1, *self.shape), inputs.shape

    def backward(self, cache: tuple[int, ...], gradient: Array) -> Array:
        """The gradient in the former shape."""
        return gradient.reshape(cache)

    def described(self) -> str:
        """Nothing: a card tells what is computed."""
        return ""

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """Reshape."""
        return (Operator("Reshape", (np.array([-1, *self.shape]),)),)


@dataclass(frozen=True, slots=True)
class Pad(Layer):
    """``value`` around a batch (n, height, width, channels).

    ``amounts`` are the rows or columns at the top, left, bottom and right; a negative one
    cuts as many off.
    """

    kind: ClassVar[str] = "pad"
    rising: ClassVar[bool] = True
    order: ClassVar[Order] = "channels first"
    amounts: Annotated[Amounts, Wholes(-WIDEST, WIDEST, range(4, 5))]
    value: Annotated[float, Number()] = 0.0

    def room(self, sides: Sides) -> int:
        """The image with its frame."""
        height, width, channels = sides
        top, left, bottom, right = self.amounts
        return max(height + top + bottom, 0) * max(width + left + right, 0) * channels

    def forward(self, inputs: Array) -> tuple[Array, None]:
        """Batch (n, h, w, c) to (n, top + h + bottom, left + w + right, c)."""
        return _framed(inputs, self.amounts, self.value), None

    def backward(self, cache: None, gradient: Array) -> Array:
        """What was added is cut off again; what was cut off has no influence."""
        top, left, bottom, right = self.amounts
        return _framed(gradient, (-top, -left, -bottom, -right), 0.0)

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """Pad, which tells first what is added in front of each axis, then behind."""
        top, left, bottom, right = self.amounts
        amounts = np.array([0, 0, top, left, 0, 0, bottom, right])
        return (Operator("Pad", (amounts, np.array(self.value))),)


def _framed(values: Array, amounts: Amounts, value: float) -> Array:
    """The part that is kept, within what is added."""
    count, height, width, channels = values.shape
    top, left, bottom, right = amounts
    shape = (count, height + top + bottom, width + left + right, channels)
    result: Array = np.full(shape, value, values.dtype)
    inner = result[:, _inside(top, bottom, shape[1]), _inside(left, right, shape[2])]
    inner[...] = values[:, _inside(-top, -bottom, height), _inside(-left, -right, width)]
    return result


def _inside(before: int, after: int, side: int) -> slice:
    """Without the frame, where there is one."""
    return slice(max(before, 0), side - max(after, 0))


@dataclass(frozen=True, slots=True)
class Stride(Layer):
    """Each ``step``-th row and column of a batch (n, height, width, channels), from the first."""

    kind: ClassVar[str] = "stride"
    rising: ClassVar[bool] = True
    order: ClassVar[Order] = "channels first"
    step: Side

    def forward(self, inputs: Array) -> tuple[Array, tuple[int, ...]]:
        """Batch (n, h, w, c) to (n, ceil(h / step), ceil(w / step), c); the cache is a shape."""
        return np.ascontiguousarray(inputs[:, :: self.step, :: self.step]), inputs.shape

    def backward(self, cache: tuple[int, ...], gradient: Array) -> Array:
        """What was left out has no influence."""
        result: Array = np.zeros(cache, gradient.dtype)
        result[:, :: self.step, :: self.step] = gradient
        return result

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """Slice, from the first row and column to the last."""
        axes, steps = np.array([2, 3]), np.array([self.step, self.step])
        return (Operator("Slice", (np.array([0, 0]), _END, axes, steps)),)
