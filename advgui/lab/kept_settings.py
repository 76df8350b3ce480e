"""Settings as they are remembered: what nobody has changed goes with its default.

So it is left out, and has the default of whichever version reads it.
"""

from collections.abc import Mapping
from typing import Any

from advgui.core.attacks.base import Method
from advgui.core.parameters import Owner, Value, parameter_table


def changed(owner: Owner, prefix: str = "") -> dict[str, Value | None]:
    """The parameters of an instance by name; None for those to be left out."""
    rows = parameter_table(owner)
    values = {row: getattr(owner, row.name) for row in rows}
    return {f"{prefix}{row.name}": None if v == row.default else v for row, v in values.items()}


def usable(owner: Owner, kept: Mapping[str, object], prefix: str = "") -> dict[str, Any]:
    """The kept values that the parameters accept, by name; rubbish is left out."""
    values = {}
    for row in parameter_table(owner):
        try:
            values[row.name] = row.check(kept[f"{prefix}{row.name}"])
        except (KeyError, ValueError):
            continue
    return values


def chosen(kind: type[Method], kept: Mapping[str, object], prefix: str) -> dict[str, Any]:
    """The same of a method, but for defaults of old that an old version has kept.

    It kept all parameters alike, so nobody knows whether one at its old default was chosen.
    """
    values = usable(kind, kept, prefix)
    if len(values) < len(parameter_table(kind)):
        return values
    former = kind.former_defaults
    return {name: v for name, v in values.items() if v not in former.get(name, ())}
