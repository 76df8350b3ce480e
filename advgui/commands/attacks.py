"""``advgui attacks``: list the attacks and their parameters."""

from collections.abc import Sequence
from typing import Any

from advgui.commands.cli.arguments import command_parser
from advgui.commands.cli.output import say, say_json, value_words
from advgui.core.attacks import ATTACKS, DEFAULT, EvasionAttack
from advgui.core.parameters import Parameter, parameter_table


def main(arguments: Sequence[str]) -> int:
    """Print every attack, straight from the tables that the window's panel is built of."""
    options = command_parser("attacks").parse_args(arguments)
    if options.json:
        listed = [_attack_json(attack) for attack in ATTACKS.values()]
        say_json({"default": DEFAULT, "attacks": listed})
    else:
        say("\n\n".join(map(_attack_words, ATTACKS.values())))
        say(f"\nWhere no --attack is given, {DEFAULT} is meant; --set NAME=VALUE sets a parameter.")
    return 0


def _attack_json(attack: type[EvasionAttack]) -> dict[str, Any]:
    return {
        "name": attack.name,
        "former_names": list(attack.former_names),
        "title": attack.title,
        "summary": attack.summary,
        "source": attack.source,
        "forms": list(attack.forms),
        "access": attack.access,
        "norm": attack.norm,
        "parameters": [_parameter_json(row) for row in parameter_table(attack)],
    }


def _parameter_json(row: Parameter) -> dict[str, Any]:
    values: dict[str, Any] = {
        "name": row.name,
        "title": row.title,
        "help": row.help,
        "default": row.default,
        "type": type(row.default).__name__,
    }
    if row.choices:
        return {**values, "choices": list(row.choices)}
    if isinstance(row.default, bool):
        return values
    return {**values, "minimum": row.minimum, "maximum": row.maximum, "scale": row.scale}


def _attack_words(attack: type[EvasionAttack]) -> str:
    also = f"; also: {', '.join(attack.former_names)}" if attack.former_names else ""
    head = [
        f"{attack.name}: {attack.title}; {', '.join(attack.forms)}{also}",
        f"  {attack.summary}",
        f"  Source: {attack.source}",
    ]
    rows = parameter_table(attack)
    width = max(len(row.name) for row in rows)
    return "\n".join([*head, *(f"  {row.name:{width}}  {_row_words(row)}" for row in rows)])


def _row_words(row: Parameter) -> str:
    return f"{_range_words(row)} (default {value_words(row.default)}): {row.help}"


def _range_words(row: Parameter) -> str:
    if row.choices:
        return " or ".join(row.choices)
    if isinstance(row.default, bool):
        return "yes or no"
    sort = "whole, " if isinstance(row.default, int) else ""
    return f"{sort}{row.minimum:g} to {row.maximum:g}"
