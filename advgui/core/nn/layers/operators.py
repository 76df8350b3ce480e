"""What a layer is in ONNX, as plain data: whoever writes and reads files makes nodes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from numpy.typing import NDArray

Order = Literal["any", "channels first", "channels last"]
"""How an operator takes the axes of what flows into it; a batch's first axis is the images'."""
Attributes = Mapping[str, Any]


class FunctionNode(NamedTuple):
    """One operator within a function, of named inputs."""

    operator: str
    inputs: tuple[str, ...]
    output: str
    attributes: Attributes = MappingProxyType({})


class Function(NamedTuple):
    """An operator of our own, made of ONNX's: its inputs, and nodes of which the last is it."""

    inputs: tuple[str, ...]
    nodes: tuple[FunctionNode, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Operator:
    """One operator of what flows in and of ``constants`` behind it.

    ``output`` is which of its results goes on, behind which ``unused`` others stand. Constants
    that are no whole numbers are written as float32. A ``function`` says what an operator of our
    own is made of.
    """

    name: str
    constants: tuple[NDArray[Any], ...] = ()
    attributes: Attributes = field(default_factory=dict)
    output: int = 0
    unused: int = 0
    function: Function | None = None

    def number(self, name: str, default: float) -> float:
        """An attribute that is a number; ValueError where it is something else."""
        found = self.attributes.get(name, default)
        if not isinstance(found, int | float):
            raise ValueError(f"its {name} is no number")
        return float(found)
