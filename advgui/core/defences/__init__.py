"""The defences by name: input transforms in front of a network.

A new one is a file here, or an entry point of the group ``advgui.defences``.
"""

from collections.abc import Mapping
from typing import Final

from advgui.core.defences.base import Defence
from advgui.core.language import tr
from advgui.core.lists import of_name
from advgui.core.parameters import validated
from advgui.core.plugins import registry, subclasses

DEFENCES: Final[Mapping[str, type[Defence]]] = registry(
    __name__,
    "advgui.defences",
    subclasses(Defence),  # type: ignore[type-abstract]
    lambda defence: defence.name,
)


def make_defence(name: str, parameters: Mapping[str, object] | None = None) -> Defence:
    """The defence of that name with these parameters, the others at their defaults.

    Raises ParameterError for an unknown name or a value out of range.
    """
    kind = of_name(DEFENCES, name, tr("There is no defence {name!r}; {there}."))
    return kind(**validated(kind, parameters or {}))


__all__ = ["DEFENCES", "Defence", "make_defence"]
