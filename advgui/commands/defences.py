"""``advgui defences``: list the defences and their parameters."""

from collections.abc import Sequence
from typing import Any

from advgui.commands.cli.arguments import command_parser
from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parameters import parameter_json, parameter_lines
from advgui.core.defences import DEFENCES, Defence
from advgui.core.parameters import parameter_table


def main(arguments: Sequence[str]) -> int:
    """Print every defence that a network can be put behind."""
    options = command_parser("defences").parse_args(arguments)
    if options.json:
        say_json({"defences": [_as_json(defence) for defence in DEFENCES.values()]})
    else:
        say("\n\n".join(map(_told, DEFENCES.values())))
        say("\n--defence NAME:PARAMETER=VALUE puts a network behind one; several may be named.")
    return 0


def _as_json(defence: type[Defence]) -> dict[str, Any]:
    return {
        "name": defence.name,
        "title": defence.title,
        "summary": defence.summary,
        "source": defence.source,
        "parameters": [parameter_json(row) for row in parameter_table(defence)],
    }


def _told(defence: type[Defence]) -> str:
    head = [
        f"{defence.name}: {defence.title}",
        f"  {defence.summary}",
        f"  Source: {defence.source}",
    ]
    return "\n".join([*head, *parameter_lines(defence)])
