"""``advgui networks``: list the networks and how well they read."""

from collections.abc import Sequence

from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parser import command_parser
from advgui.core.zoo import SHIPPED, default_network, load_shipped
from advgui.lab.networks.card_text import card_json, card_words


def main(arguments: Sequence[str]) -> int:
    """Print every card; the default network is marked."""
    options = command_parser("networks").parse_args(arguments)
    networks = [load_shipped(name) for name in SHIPPED]
    if options.json:
        say_json({"default": default_network(), "networks": [card_json(n) for n in networks]})
    else:
        say("\n\n".join(map(card_words, networks)))
        say(f"\nWhere no --network is given, {default_network()} is meant.")
    return 0
