"""What a pixel's bit is: whether it is ink."""

from dataclasses import dataclass
from typing import ClassVar, Final, Self

import numpy as np

from advgui.core.images import Array, binarise
from advgui.core.nn.layers.base import Layer, Sides
from advgui.core.nn.layers.operators import Operator, Order

THRESHOLD: Final = 0.5
_TO_FLOAT: Final = 1  # ONNX's number for the type


@dataclass(frozen=True, slots=True)
class Bits(Layer):
    """1 where a pixel is above .5, else 0.

    Its true derivative is zero wherever there is one: a small change of a pixel that does
    not cross .5 changes nothing. So the gradient is passed straight through, as if a pixel
    were its own bit (the backward pass differentiable approximation of Athalye et al. 2018,
    arXiv:1802.00420). Through a layer that is linear in the bits, the gradient at a pixel
    says what its bit is worth, not what a small step is.
    """

    kind: ClassVar[str] = "bits"
    rising: ClassVar[bool] = True
    order: ClassVar[Order] = "any"
    reads: ClassVar[tuple[str, ...]] = ("Greater",)

    def forward(self, inputs: Array) -> tuple[Array, None]:
        """A batch of any shape to one of the same shape, of zeros and ones."""
        return binarise(inputs, THRESHOLD), None

    def backward(self, cache: None, gradient: Array) -> Array:
        """The gradient as it is."""
        return gradient

    @property
    def parts_at(self) -> float:
        """The threshold."""
        return THRESHOLD

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """A comparison, whose flags become numbers."""
        return comparison(THRESHOLD)

    @classmethod
    def from_onnx(cls, operator: Operator) -> Self:
        """A comparison with the same threshold."""
        if (operator.constants[0] != THRESHOLD).any():
            raise ValueError(f"it compares with other numbers than {THRESHOLD}")
        return cls()


def comparison(cut: float) -> tuple[Operator, ...]:
    """1 where a number is above, else 0, as operators."""
    above = Operator("Greater", (np.array(cut),))
    return above, Operator("Cast", attributes={"to": _TO_FLOAT})
