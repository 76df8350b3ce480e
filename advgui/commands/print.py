"""``advgui print``: make a sheet to print: a digit and what fools a network."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from advgui.commands.cli.arguments import add_network
from advgui.commands.cli.attack_arguments import add_chain, chained_network
from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parser import Parser, UsageError, command_parser
from advgui.core.digits.image_file import read_image
from advgui.core.disk.writing import write_bytes
from advgui.core.errors import BadInput
from advgui.core.printable import printable
from advgui.core.world.pdf import pdf_bytes
from advgui.core.world.sheet import PAPERS
from advgui.lab.attack.outcome_file import read_outcome_words
from advgui.lab.world.sheet_words import images_page


def main(arguments: Sequence[str]) -> int:
    """Write the PDF, and tell what the network reads in both images."""
    options = _parser().parse_args(arguments)
    original, adversarial = (read_image(path) for path in _paths(options))
    network = chained_network(options)
    notes = [read_outcome_words(options.outcome)] if options.outcome else []
    page = images_page(original, adversarial, network, notes, options.paper)
    write_bytes(options.out, pdf_bytes(page), BadInput)
    before, after = network.read(original).label, network.read(adversarial).label
    found: dict[str, Any] = {
        "sheet": str(options.out),
        "paper": options.paper,
        "network": network.name,
        "label_original": before,
        "label_adversarial": after,
    }
    if options.json:
        say_json(found)
    else:
        say(f"{network.full_name} reads {before} in the original and {after} in the adversarial.")
        say(f"Saved {printable(str(options.out))}: print it at 100 % and photograph it; then")
        say("advgui photo PHOTO tells whether the photo still fools.")
    return 0


def _parser() -> Parser:
    parser = command_parser("print")
    parser.add_argument(
        "--outcome", type=Path, metavar="FOLDER", help="what advgui attack --out has saved"
    )
    parser.add_argument("--original", type=Path, metavar="IMAGE", help="or else a digit")
    parser.add_argument(
        "--adversarial", "--image", type=Path, metavar="IMAGE", help="and what was made of it"
    )
    add_network(parser)
    add_chain(parser, "read through it")
    parser.add_argument("--paper", choices=tuple(PAPERS), default="A4", help="(default: A4)")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="PDF", help="the file; one there is replaced"
    )
    return parser


def _paths(options: Namespace) -> tuple[Path, Path]:
    """Where the two images are; UsageError where that was said twice or not at all."""
    pair = options.original, options.adversarial
    if options.outcome and not any(pair):
        return options.outcome / "original.png", options.outcome / "adversarial.png"
    if all(pair) and not options.outcome:
        return pair
    raise UsageError("Name either --outcome FOLDER, or --original and --adversarial IMAGE.")
