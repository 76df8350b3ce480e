"""Padding and cropping: what networks made elsewhere do around their convolutions."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.images import Array
from advgui.core.layers.base import Sides, Weightless

Amounts = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Pad(Weightless):
    """``value`` around a batch (n, height, width, channels).

    ``amounts`` are the rows or columns at the top, left, bottom and right; a negative one
    cuts as many off.
    """

    kind: ClassVar[str] = "pad"
    amounts: Amounts
    value: float = 0.0

    def room(self, sides: Sides) -> int:
        """The image with its frame."""
        height, width, channels = sides
        top, left, bottom, right = self.amounts
        return max(height + top + bottom, 0) * max(width + left + right, 0) * channels

    def forward(self, inputs: Array) -> tuple[Array, None]:
        """Batch (n, h, w, c) to (n, top + h + bottom, left + w + right, c)."""
        return _framed(inputs, self.amounts, self.value), None

    def backward(self, cache: None, gradient: Array, soften: float = 0.0) -> Array:
        """What was added is cut off again; what was cut off has no influence."""
        top, left, bottom, right = self.amounts
        return _framed(gradient, (-top, -left, -bottom, -right), 0.0)


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
