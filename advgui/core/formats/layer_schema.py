"""A layer as it stands in a file: described by what it tells of its fields, and built again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeGuard

import numpy as np

from advgui.core.formats.tensor_file import WIDENED, Floats, Tensor
from advgui.core.json_text import shown
from advgui.core.language import tr
from advgui.core.lists import listed
from advgui.core.nn.layers import KINDS, Layer
from advgui.core.nn.layers.fields import (
    Axes,
    FieldKind,
    Number,
    Whole,
    Wholes,
    schema,
    with_default,
)

Tensors = Mapping[str, Tensor]
FieldValue = int | float | tuple[int, ...] | Floats

_GREATEST: Final = float(np.finfo(np.float32).max)


@dataclass(frozen=True, slots=True, eq=False)
class StoredLayer:
    """A layer as it stands in a file: its number, its fields, and the file's arrays.

    What is missing or wrong is noted among the ``problems``, and something of the same type
    given instead: so all of them are told at once.
    """

    number: int
    fields: Mapping[str, Any]
    tensors: Tensors
    problems: list[str] = field(default_factory=list)
    _sizes: dict[str, int] = field(default_factory=dict)
    _any: list[list[str]] = field(default_factory=list)

    def value(self, name: str, kind: FieldKind) -> FieldValue:
        """What the file has for a field of this kind."""
        match kind:
            case Whole():
                return self._whole(name, kind)
            case Wholes():
                return self._wholes(name, kind)
            case Number():
                return self._number(name)
            case Axes(names):
                return self._array(name, names)

    def _whole(self, name: str, kind: Whole) -> int:
        if _is_whole(value := self.fields.get(name), kind):
            return value
        self._note(
            name,
            tr("no whole number from {least} to {most}").format(least=kind.least, most=kind.most),
        )
        return kind.least

    def _wholes(self, name: str, kind: Wholes) -> tuple[int, ...]:
        values, many = self.fields.get(name), kind.many
        if (
            isinstance(values, list)
            and len(values) in many
            and all(_is_whole(value, kind) for value in values)
        ):
            return tuple(values)
        count = (
            f"{many[0]}"
            if len(many) == 1
            else tr("{least} to {most}").format(least=many[0], most=many[-1])
        )
        self._note(
            name,
            tr("no list of {count} whole numbers from {least} to {most}").format(
                count=count, least=kind.least, most=kind.most
            ),
        )
        return (kind.least,) * many[0]

    def _number(self, name: str) -> float:
        value: Any = self.fields.get(name)
        if type(value) in (int, float) and abs(value) <= _GREATEST:
            return float(value)
        self._note(name, tr("no number of 32 bits"))
        return 0.0

    def _array(self, name: str, names: str) -> Floats:
        where = f"{self.number}.{name}"
        tensor = self.tensors.get(where)
        axes = self._axes(tensor) if names == "..." else names.split()
        problem, array = _floats(tensor, len(axes))
        if problem:
            self.problems.append(f"{where} {problem}")
            return array
        for axis, size in zip(axes, array.shape, strict=True):
            expected = self._sizes.setdefault(axis, size)
            if size != expected or size < 1:
                wrong = tr("{where} has the size {size} for {axis}, not {expected}").format(
                    where=where, size=size, axis=axis, expected=expected or 1
                )
                self.problems.append(wrong)
        return array

    def _axes(self, tensor: Tensor | None) -> list[str]:
        """By their numbers, as many as the first such array of the layer has."""
        if not self._any:
            self._any.append([str(axis) for axis in range(len(tensor.shape) if tensor else 1)])
        return self._any[0]

    def _note(self, name: str, problem: str) -> None:
        if name in self.fields:
            found = tr("{name} {value} is {problem}").format(
                name=name, value=shown(self.fields[name]), problem=problem
            )
        else:
            found = tr("{name} is missing").format(name=name)
        self.problems.append(found)


def _is_whole(value: object, kind: Whole | Wholes) -> TypeGuard[int]:
    return type(value) is int and kind.least <= value <= kind.most


def _floats(tensor: Tensor | None, axes: int) -> tuple[str, Floats]:
    """What is wrong with an array, if anything, and its numbers, or others with as many axes."""
    instead = np.zeros((1,) * axes, np.float32)
    if tensor is None:
        return tr("is missing"), instead
    if len(tensor.shape) != axes:
        return tr("has {found} axes, not {axes}").format(
            found=len(tensor.shape), axes=axes
        ), instead
    array = tensor.floats()
    if array is None:
        return tr("is of the type {kind}; read are {kinds}").format(
            kind=tensor.kind, kinds=", ".join(WIDENED)
        ), instead
    if not np.isfinite(array).all():
        return tr("holds weights that are not finite numbers"), instead
    return "", array


def describe_layer(layer: Layer) -> dict[str, Any]:
    """All of a layer but its arrays, for ``build_layer``; ValueError where no file can hold it."""
    if layer.kind not in KINDS:
        raise ValueError(tr("a layer of the kind {kind} cannot be saved").format(kind=layer.kind))
    values = {
        name: getattr(layer, name)
        for name, kind in schema(type(layer)).items()
        if not isinstance(kind, Axes)
    }
    lists = {name: list(value) for name, value in values.items() if isinstance(value, tuple)}
    return {"kind": layer.kind, **values, **lists}


def build_layer(number: int, fields: object, tensors: Tensors) -> Layer:
    """The layer; ValueError tells all that is wrong with its description and its arrays."""
    if not isinstance(fields, dict):
        raise ValueError(
            tr("its layer {number} is {fields}, no table of names and values").format(
                number=number, fields=shown(fields)
            )
        )
    kind = fields.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise ValueError(
            tr("its layer {number} is of the unknown kind {kind}").format(
                number=number, kind=shown(kind)
            )
        )
    stored = StoredLayer(number, fields, tensors)
    told = schema(KINDS[kind])
    untold = with_default(KINDS[kind]) - fields.keys()
    values = {name: stored.value(name, told[name]) for name in told if name not in untold}
    layer = KINDS[kind](**values)
    problems = stored.problems or [f"{number}.{it}" for it in (layer.misfit(),) if it]
    if problems:
        raise ValueError(
            tr("in its layer {number}, {kind}: {problems}").format(
                number=number, kind=kind, problems=listed(problems)
            )
        )
    return layer
