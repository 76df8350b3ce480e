"""``advgui recognise``: say what a network reads in images and strokes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from advgui.commands.cli.arguments import add_network
from advgui.commands.cli.attack_arguments import add_chain, chained_network
from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parser import Parser, add_files, command_parser
from advgui.commands.cli.progress import with_item_bar
from advgui.core.nn.network import Network, Reading
from advgui.core.opening import count_digits, read_digits
from advgui.core.printable import printable
from advgui.lab.attack.phrases import percent, reads


@dataclass(frozen=True, slots=True)
class Result:
    """One digit: where it came from, what it is if its file says so, what was read."""

    file: str
    index: int
    label: int | None
    reading: Reading


def main(arguments: Sequence[str]) -> int:
    """Read every digit of every file, in their order."""
    options = _parser().parse_args(arguments)
    network = chained_network(options)
    results = _read(network, options.files)
    accuracy = _accuracy(results)
    if options.json:
        listed = [
            {
                "file": result.file,
                "index": result.index,
                "label": result.reading.label,
                "confidences": list(result.reading.confidences),
            }
            for result in results
        ]
        say_json({"network": network.name, "results": listed, "accuracy": accuracy})
    else:
        say("\n".join(map(_told, results)))
        if accuracy is not None:
            right = percent(accuracy, 2)
            say(f"{network.full_name} reads {right} of {len(results):,} as they are labelled.")
    return 0


def _parser() -> Parser:
    parser = command_parser("recognise")
    add_files(parser, "+", "a PNG or JPEG image, or strokes as JSON or JSON Lines")
    add_network(parser)
    add_chain(parser, "read through it")
    return parser


def _read(network: Network, paths: Sequence[Path]) -> list[Result]:
    """Each digit by ``Network.read``, so that no label depends on the company it is in."""
    total = sum(map(count_digits, paths))
    digits = (
        (path, index, digit) for path in paths for index, digit in enumerate(read_digits(path))
    )
    return [
        Result(str(path), index, digit.label, network.read(digit.image()))
        for path, index, digit in with_item_bar(digits, "digits", total)
    ]


def _accuracy(results: Sequence[Result]) -> float | None:
    """The share that is read as labelled; None unless each has a label."""
    if any(result.label is None for result in results):
        return None
    return sum(result.label == result.reading.label for result in results) / len(results)


def _told(result: Result) -> str:
    wrong = result.label not in (None, result.reading.label)
    place = f"{printable(result.file)}, {result.index}: {reads(result.reading)}"
    return f"{place}, labelled {result.label}" if wrong else place
