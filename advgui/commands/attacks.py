"""``advgui attacks``: list the attacks and their parameters."""

from collections.abc import Iterator, Sequence
from typing import Any

from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parameters import parameter_json, parameter_lines
from advgui.commands.cli.parser import Parser, command_parser
from advgui.core.attacks import ATTACKS, DEFAULT, EvasionAttack
from advgui.core.attacks.base import FAMILIES, Family
from advgui.core.attacks.oracle import SEES, Access
from advgui.core.parameters import parameter_table
from advgui.lab.attack.choices import Choice, choices


def main(arguments: Sequence[str]) -> int:
    """Print every attack, straight from the tables that the window's panel is built of."""
    options = _parser().parse_args(arguments)
    wanted = _wanted(options.family, options.access)
    if options.json:
        listed = [_attack_json(ATTACKS[name]) for name in wanted]
        say_json({"default": DEFAULT, "attacks": listed})
    else:
        say("\n\n".join(_told(wanted)) or "None of the attacks is such.")
        say(f"\nWhere no --attack is given, {DEFAULT} is meant; --set NAME=VALUE sets a parameter.")
    return 0


def _parser() -> Parser:
    parser = command_parser("attacks")
    families = (f"{name} ({title.lower()})" for name, title in FAMILIES.items())
    parser.add_argument(
        "--family", choices=tuple(FAMILIES), help=f"list these alone: {', '.join(families)}"
    )
    accesses = (f"{name} ({words})" for name, words in SEES.items())
    parser.add_argument(
        "--access",
        choices=tuple(SEES),
        default="gradients",
        help=f"list those that an attacker can make who may see {', '.join(accesses)}",
    )
    return parser


def _wanted(family: Family | None, access: Access) -> dict[str, Choice]:
    """The attacks of a family, or of all, that need to see no more than that; family by family."""
    made = choices({name: attack() for name, attack in ATTACKS.items()})
    some = [one for one in made if family in (None, one.family) and one.offered(allowed=access)]
    return {one.name: one for title in FAMILIES for one in some if one.family == title}


def _told(wanted: dict[str, Choice]) -> Iterator[str]:
    """Family by family, each under its title."""
    for family, title in FAMILIES.items():
        here = [one for one in wanted.values() if one.family == family]
        if here:
            yield title
        yield from (_attack_words(ATTACKS[one.name], one.facts) for one in here)


def _attack_json(attack: type[EvasionAttack]) -> dict[str, Any]:
    return {
        "name": attack.name,
        "former_names": list(attack.former_names),
        "title": attack.title,
        "summary": attack.summary,
        "source": attack.source,
        "family": attack().family,
        "forms": list(attack.forms),
        "access": attack.access,
        "norm": attack.norm,
        "parameters": [parameter_json(row) for row in parameter_table(attack)],
    }


def _attack_words(attack: type[EvasionAttack], facts: str) -> str:
    also = f"; also: {', '.join(attack.former_names)}" if attack.former_names else ""
    head = [
        f"{attack.name}: {attack.title}; {', '.join(attack.forms)}{also}",
        f"  {attack.summary}",
        f"  {facts}",
        f"  Source: {attack.source}",
    ]
    return "\n".join([*head, *parameter_lines(attack)])
