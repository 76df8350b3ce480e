"""What the fields of a layer may hold: a file's are held to it, and ours written by it."""

from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Annotated, Any, Final, get_args, get_type_hints

#: Rows or columns that a padding may have, or a step may take.
WIDEST: Final = 256


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in this range, both ends included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Wholes:
    """A list of whole numbers in this range, as many of them as ``many`` says."""

    least: int
    most: int
    many: range


@dataclass(frozen=True, slots=True)
class Number:
    """A number of 32 bits."""


@dataclass(frozen=True, slots=True)
class Axes:
    """Weights: an array whose axes have these names, as in ``"inputs outputs"``.

    Axes of one layer that have the same name have the same size. ``...`` is any number of
    axes, the same for all arrays of the layer.
    """

    names: str


FieldKind = Whole | Wholes | Number | Axes
Side = Annotated[int, Whole(1, WIDEST)]
"""Of a window, or a step: at least one pixel."""


@cache
def schema(layer: type[Any]) -> dict[str, FieldKind]:
    """What each field of a layer may hold, by name.

    Raises TypeError where a field does not tell, by ``Annotated[type, kind]``.
    """
    hints = get_type_hints(layer, include_extras=True)
    found = {}
    for name in (field.name for field in fields(layer)):
        told = [kind for kind in get_args(hints[name]) if isinstance(kind, FieldKind)]
        if not told:
            raise TypeError(f"the field {name} of {layer.__name__} does not tell what it may hold")
        found[name] = told[0]
    return found


def with_default(layer: type[Any]) -> set[str]:
    """The fields that have a default: a file of an earlier version need not tell them."""
    return {field.name for field in fields(layer) if field.default is not MISSING}
