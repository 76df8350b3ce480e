"""The kinds of layers that a file can hold: how each is described, and built again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeGuard

import numpy as np

from advgui.core.errors import listed
from advgui.core.formats.tensor_file import WIDENED, Floats, Tensor
from advgui.core.json_text import shown
from advgui.core.limits import ACTIVATIONS
from advgui.core.nn.layers import (
    GRU,
    Affine,
    Bits,
    Chebyshev,
    Conv2d,
    Dense,
    Layer,
    LeakyReLU,
    MaxPool,
    MaxWindow,
    MeanPool,
    Pad,
    Recurrent,
    ReLU,
    Reshape,
    Sigmoid,
    Stride,
    Tanh,
)

Tensors = Mapping[str, Tensor]

WIDEST: Final = 256
"""Rows or columns that a padding may have, or a step may take."""
_GREATEST: Final = float(np.finfo(np.float32).max)
_AXES: Final = 8  # that one image may have: numpy's arrays have a limit, and ours need three


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """A layer as it stands in a file: its number, its fields, and the file's arrays.

    What is asked for and is not there, or not right, is noted among the ``problems``, and
    something of the same type given instead: so all of them are told at once.
    """

    number: int
    fields: Mapping[str, Any]
    tensors: Tensors
    problems: list[str] = field(default_factory=list)

    def whole(self, name: str, least: int, most: int) -> int:
        """A field that is a whole number in this range."""
        if _is_whole(value := self.fields.get(name), least, most):
            return value
        self._note(name, f"no whole number from {least} to {most}")
        return least

    def wholes(self, name: str, least: int, most: int, many: range) -> tuple[int, ...]:
        """A field that is a list of so many such numbers."""
        values = self.fields.get(name)
        if (
            isinstance(values, list)
            and len(values) in many
            and all(_is_whole(value, least, most) for value in values)
        ):
            return tuple(values)
        count = f"{many[0]}" if len(many) == 1 else f"{many[0]} to {many[-1]}"
        self._note(name, f"no list of {count} whole numbers from {least} to {most}")
        return (least,) * many[0]

    def finite(self, name: str) -> float:
        """A field that is a number which our layers can compute with."""
        value: Any = self.fields.get(name)
        if type(value) in (int, float) and abs(value) <= _GREATEST:
            return float(value)
        self._note(name, "no number of 32 bits")
        return 0.0

    def arrays(self, **axes: str) -> tuple[Floats, ...]:
        """The layer's arrays; ``axes`` names the axes of each, as in ``matrix="inputs outputs"``.

        Axes of the same name have the same size.
        """
        sizes: dict[str, int] = {}
        return tuple(self._array(name, words.split(), sizes) for name, words in axes.items())

    def axes(self, name: str) -> int:
        """How many axes one of its arrays has."""
        tensor = self.tensors.get(f"{self.number}.{name}")
        return len(tensor.shape) if tensor else 1

    def _array(self, name: str, axes: list[str], sizes: dict[str, int]) -> Floats:
        where = f"{self.number}.{name}"
        problem, array = _floats(self.tensors.get(where), len(axes))
        if problem:
            self.problems.append(f"{where} {problem}")
            return array
        for axis, size in zip(axes, array.shape, strict=True):
            expected = sizes.setdefault(axis, size)
            if size != expected or size < 1:
                wrong = f"{where} has the size {size} for {axis}, not {expected or 1}"
                self.problems.append(wrong)
        return array

    def _note(self, name: str, problem: str) -> None:
        found = f"{shown(self.fields[name])} is {problem}" if name in self.fields else "is missing"
        self.problems.append(f"{name} {found}")


def _is_whole(value: object, least: int, most: int) -> TypeGuard[int]:
    return type(value) is int and least <= value <= most


def _floats(tensor: Tensor | None, axes: int) -> tuple[str, Floats]:
    """What is wrong with an array, if anything, and its numbers, or others with as many axes."""
    instead = np.zeros((1,) * axes, np.float32)
    if tensor is None:
        return "is missing", instead
    if len(tensor.shape) != axes:
        return f"has {len(tensor.shape)} axes, not {axes}", instead
    array = tensor.floats()
    if array is None:
        return f"is of the type {tensor.kind}; read are {', '.join(WIDENED)}", instead
    if not np.isfinite(array).all():
        return "holds weights that are not finite numbers", instead
    return "", array


def describe_layer(layer: Layer) -> dict[str, Any]:
    """All of a layer but its arrays, for ``build_layer``."""
    match layer:
        case Reshape():
            fields: dict[str, Any] = {"shape": list(layer.shape)}
        case Pad():
            fields = {"amounts": list(layer.amounts), "value": layer.value}
        case Stride():
            fields = {"step": layer.step}
        case MeanPool():
            fields = {"side": layer.side}
        case MaxWindow():
            fields = {"side": layer.side, "step": layer.step}
        case LeakyReLU():
            fields = {"slope": layer.slope}
        case _:
            fields = {}
    return {"kind": layer.kind, **fields}


def build_layer(number: int, fields: object, tensors: Tensors) -> Layer:
    """The layer; ValueError tells all that is wrong with its description and its arrays."""
    if not isinstance(fields, dict):
        raise ValueError(f"its layer {number} is {shown(fields)}, no table of names and values")
    kind = fields.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise ValueError(f"its layer {number} is of the unknown kind {shown(kind)}")
    described = Described(number, fields, tensors)
    layer = KINDS[kind](described)
    if described.problems:
        raise ValueError(f"in its layer {number}, {kind}: {listed(described.problems)}")
    return layer


def _gru(described: Described) -> GRU:
    arrays = described.arrays(inputs="width gates", recurrent="units gates", bias="gates")
    units, columns = arrays[1].shape
    if columns != 3 * units and not described.problems:
        where = f"{described.number}.recurrent"
        described.problems.append(f"{where} has {columns} columns for {units} units")
    return GRU(*arrays)


def _affine(described: Described) -> Affine:
    names = " ".join(map(str, range(described.axes("scale"))))
    return Affine(*described.arrays(scale=names, shift=names))


def _pad(described: Described) -> Pad:
    top, left, bottom, right = described.wholes("amounts", -WIDEST, WIDEST, range(4, 5))
    return Pad((top, left, bottom, right), described.finite("value"))


def _reshape(described: Described) -> Reshape:
    return Reshape(described.wholes("shape", 1, ACTIVATIONS, range(1, _AXES + 1)))


KINDS: Final[Mapping[str, Callable[[Described], Layer]]] = {
    Dense.kind: lambda it: Dense(*it.arrays(matrix="inputs outputs", bias="outputs")),
    Conv2d.kind: lambda it: Conv2d(*it.arrays(kernel="side side channels filters", bias="filters")),
    Chebyshev.kind: lambda it: Chebyshev(
        *it.arrays(kernel="order channels filters", bias="filters")
    ),
    Recurrent.kind: lambda it: Recurrent(
        *it.arrays(inputs="width units", recurrent="units units", bias="units")
    ),
    GRU.kind: _gru,
    Reshape.kind: _reshape,
    Affine.kind: _affine,
    Pad.kind: _pad,
    Stride.kind: lambda it: Stride(it.whole("step", 1, WIDEST)),
    MeanPool.kind: lambda it: MeanPool(it.whole("side", 1, WIDEST)),
    MaxWindow.kind: lambda it: MaxWindow(it.whole("side", 1, WIDEST), it.whole("step", 1, WIDEST)),
    LeakyReLU.kind: lambda it: LeakyReLU(it.finite("slope")),
    Bits.kind: lambda it: Bits(),
    MaxPool.kind: lambda it: MaxPool(),
    Sigmoid.kind: lambda it: Sigmoid(),
    Tanh.kind: lambda it: Tanh(),
    ReLU.kind: lambda it: ReLU(),
}
