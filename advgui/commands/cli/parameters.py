"""Parameters as they are listed, and what has some as it is named on the command line."""

from collections.abc import Mapping
from typing import Any

from advgui.commands.cli.output import value_words
from advgui.core.parameters import Owner, Parameter, Value, parameter_table


def parameter_json(row: Parameter) -> dict[str, Any]:
    """All that is told of a parameter, for JSON."""
    values: dict[str, Any] = {
        "name": row.name,
        "title": row.title,
        "help": row.help,
        "role": row.role,
        "default": row.default,
        "type": type(row.default).__name__,
    }
    if row.choices:
        return {**values, "choices": list(row.choices)}
    if isinstance(row.default, bool):
        return values
    return {**values, "minimum": row.minimum, "maximum": row.maximum, "scale": row.scale}


def parameter_lines(owner: Owner) -> list[str]:
    """A line for each parameter, their names in a column."""
    rows = parameter_table(owner)
    width = max((len(row.name) for row in rows), default=0)
    return [f"  {row.name:{width}}  {_row_words(row)}" for row in rows]


def as_named(name: str, owner: Owner, settings: Mapping[str, Value]) -> str:
    """What has parameters as it is named on the command line: with those that are no defaults."""
    changed = [
        f"{row.name}={value_words(settings[row.name])}"
        for row in parameter_table(owner)
        if settings[row.name] != row.default
    ]
    return f"{name}:{','.join(changed)}" if changed else name


def _row_words(row: Parameter) -> str:
    return f"{_range_words(row)} (default {value_words(row.default)}): {row.help}"


def _range_words(row: Parameter) -> str:
    if row.choices:
        return " or ".join(row.choices)
    if isinstance(row.default, bool):
        return "yes or no"
    sort = "whole, " if isinstance(row.default, int) else ""
    return f"{sort}{row.minimum:g} to {row.maximum:g}"
