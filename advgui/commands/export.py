"""``advgui export``: write a network as an ONNX file for other programs."""

from collections.abc import Sequence
from pathlib import Path

from advgui.commands.cli.attack_arguments import add_chain, chained_network
from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parser import Parser, UsageError, command_parser
from advgui.core.formats.onnx_file import SUFFIX as ONNX
from advgui.core.formats.safetensors_file import save_network
from advgui.core.opening import NETWORK_SUFFIX, NETWORK_SUFFIXES
from advgui.core.printable import printable
from advgui.core.zoo import SHIPPED
from advgui.lab.networks.card_text import behind_words, defences_json


def main(arguments: Sequence[str]) -> int:
    """Write the network in the format that the file's name asks for."""
    options = _parser().parse_args(arguments)
    network = chained_network(options)
    target = options.out or Path(f"{network.name}{ONNX}")
    if target.suffix.lower() not in NETWORK_SUFFIXES:
        raise UsageError(f"{target}: say with its name which kind it shall be, {_kinds()}.")
    save_network(network, target)
    if options.json:
        say_json({"network": network.name, **defences_json(network), "file": str(target)})
    else:
        size = target.stat().st_size / 1e3
        named = f"{network.full_name}{behind_words(network)}"
        say(f"Exported {named} as {printable(str(target))} ({size:,.0f} kB)")
    return 0


def _kinds() -> str:
    return f"{ONNX} for other programs or {NETWORK_SUFFIX} for advgui"


def _parser() -> Parser:
    parser = command_parser("export")
    parser.add_argument(
        "network", metavar="NAME|FILE", help=f"{', '.join(SHIPPED)}, or a network's file"
    )
    add_chain(parser, "export it with it")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=f"where to write it: {_kinds()} (default: NAME{ONNX}, here)",
    )
    return parser
