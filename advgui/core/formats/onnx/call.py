"""One node with its inputs at hand, asked for by their kinds."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.formats.onnx.graph import GraphError, Node
from advgui.core.formats.onnx.value import Operand, Value
from advgui.core.language import tr
from advgui.core.limits import WEIGHTS

_FEW: Final = 100


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """A node, its inputs (None where one is left out), and how many images a batch has."""

    node: Node
    inputs: tuple[Operand | None, ...]
    images: int

    def given(self, index: int) -> Operand | None:
        """An input that may be left out."""
        return self.inputs[index] if index < len(self.inputs) else None

    def value(self, index: int = 0) -> Value:
        """An input that the image flows through."""
        found = self.given(index)
        if not isinstance(found, Value):
            raise GraphError(
                tr("its input {number} is not computed from the image").format(number=index + 1)
            )
        return found

    def array(self, index: int) -> NDArray[Any]:
        """A constant input."""
        found = self.given(index)
        if not isinstance(found, np.ndarray):
            raise GraphError(tr("its input {number} is no constant").format(number=index + 1))
        return found

    def floats(self, index: int) -> NDArray[np.float64]:
        """A constant input, for exact arithmetic with weights."""
        return self.array(index).astype(np.float64)

    def whole(self, name: str, default: int) -> int:
        """An attribute that is a whole number."""
        found = self.node.attributes.get(name, default)
        if not isinstance(found, int):
            raise GraphError(tr("its {name} is no whole number").format(name=name))
        return found

    def number(self, name: str, default: float) -> float:
        """An attribute that is a number."""
        found = self.node.attributes.get(name, default)
        if not isinstance(found, int | float):
            raise GraphError(tr("its {name} is no number").format(name=name))
        return float(found)

    def text(self, name: str, default: str) -> str:
        """An attribute that is a word."""
        return str(self.node.attributes.get(name, default))

    def wholes(self, name: str, default: tuple[int, ...]) -> tuple[int, ...]:
        """An attribute that is a list of whole numbers."""
        found = self.node.attributes.get(name)
        if found is None:
            return default
        if not isinstance(found, list) or not all(isinstance(item, int) for item in found):
            raise GraphError(tr("its {name} are no whole numbers").format(name=name))
        return tuple(found)

    def numbers(self, name: str, index: int) -> tuple[int, ...] | None:
        """Whole numbers, as an attribute in old files and as an input in newer ones."""
        if name in self.node.attributes:
            return self.wholes(name, ())
        if self.given(index) is None:
            return None
        return self.few(index)

    def few(self, index: int) -> tuple[int, ...]:
        """A constant input of a few whole numbers, such as sides or axes."""
        found = self.array(index)
        if found.size > _FEW:
            raise GraphError(
                tr("its input {number} has {size:,} numbers, more than {few}").format(
                    number=index + 1, size=found.size, few=_FEW
                )
            )
        return tuple(int(number) for number in found.ravel())


def require_affordable(numbers: int, most: int = WEIGHTS) -> None:
    """Raise GraphError where a constant would have too many numbers, before it takes memory."""
    if numbers > most:
        raise GraphError(
            tr("it makes a constant of {numbers:,} numbers, more than {most:,}").format(
                numbers=numbers, most=most
            )
        )
