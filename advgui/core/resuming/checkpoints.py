"""What work needs to go on where it was, to the bit: each of its parts tells its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from advgui.core.errors import WorkFileError
from advgui.core.language import tr
from advgui.core.nn.optimisers import Optimiser

Arrays = Mapping[str, NDArray[Any]]

MISFIT: Final = tr("What was kept of it does not fit it.")


@dataclass(frozen=True, slots=True, eq=False)
class Remembered:
    """What one part of some work has to know again: values that JSON holds, and arrays."""

    values: Mapping[str, Any] = field(default_factory=dict)
    arrays: Arrays = field(default_factory=dict)


Checkpoint = Mapping[str, Remembered]
"""All parts of some work at one moment, by name."""


@runtime_checkable
class Resumable(Protocol):
    """A part of some work that changes while that goes on."""

    def remembered(self) -> Remembered:
        """What it has to know again; the arrays may be its own."""
        ...

    def resume(self, known: Remembered) -> None:
        """Be as it was then. Raises KeyError, TypeError or ValueError for what it never was."""
        ...


class Checkpoints:
    """The parts of some work as it goes: asked for all that they remember, or told of it again."""

    def __init__(self, former: Checkpoint | None = None) -> None:
        """``former`` is what an earlier one remembered, which then goes on."""
        self._former = dict(former or {})
        self._parts: dict[str, Resumable] = {}
        self._within = ""

    def inside(self, name: str) -> "Checkpoints":
        """Those of one of several works that go on together: their parts are told apart."""
        inner = Checkpoints()
        inner._former, inner._parts = self._former, self._parts
        inner._within = f"{self._within}{name}."
        return inner

    def follow(self, name: str, part: Resumable) -> None:
        """One more part, or another in its place; it is told of what was remembered of it, once.

        Raises WorkFileError where that is none of its own.
        """
        self._parts[self._within + name] = part
        known = self._former.pop(self._within + name, None)
        if known is None:
            return
        try:
            part.resume(known)
        except (KeyError, TypeError, ValueError) as error:
            raise WorkFileError(MISFIT) from error

    def now(self) -> Checkpoint:
        """All that is to be remembered of this moment, in copies; empty where nothing is."""
        return {name: _copied(part.remembered()) for name, part in self._parts.items()}


def _copied(known: Remembered) -> Remembered:
    return Remembered(known.values, {name: array.copy() for name, array in known.arrays.items()})


class Weights:
    """Arrays that are changed in place."""

    def __init__(self, arrays: Sequence[NDArray[Any]]) -> None:
        self._arrays = arrays

    def remembered(self) -> Remembered:
        """Each by its number."""
        return Remembered(arrays=numbered_arrays("weight", self._arrays))

    def resume(self, known: Remembered) -> None:
        """In the places that they have: where numbers lie decides how they are rounded."""
        fill(self._arrays, "weight", known)


class Updates:
    """An optimiser."""

    def __init__(self, optimiser: Optimiser) -> None:
        self._optimiser = optimiser

    def remembered(self) -> Remembered:
        """How often it has updated, and its arrays."""
        optimiser = self._optimiser
        return Remembered(
            {"updates": optimiser.updates}, numbered_arrays("moment", optimiser.memory)
        )

    def resume(self, known: Remembered) -> None:
        """It updates as it would have."""
        fill(self._optimiser.memory, "moment", known)
        self._optimiser.updates = int(known.values["updates"])


class Draws:
    """A generator of random numbers."""

    def __init__(self, random: np.random.Generator) -> None:
        self._random = random

    def remembered(self) -> Remembered:
        """Its state."""
        return Remembered({"random": self._random.bit_generator.state})

    def resume(self, known: Remembered) -> None:
        """The next numbers are those that came next then."""
        self._random.bit_generator.state = known.values["random"]


def numbered_arrays(name: str, arrays: Sequence[NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Arrays by a name and their numbers."""
    return {f"{name}.{number}": array for number, array in enumerate(arrays)}


def fill(arrays: Sequence[NDArray[Any]], name: str, known: Remembered) -> None:
    """Write what is remembered into arrays. Raises KeyError or ValueError where they do not fit."""
    for number, array in enumerate(arrays):
        found = known.arrays[f"{name}.{number}"]
        if found.shape != array.shape or found.dtype != array.dtype:
            raise ValueError(MISFIT)
        array[...] = found
