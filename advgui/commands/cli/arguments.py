"""What several commands take, and the types of their arguments."""

import math
from argparse import ArgumentTypeError
from pathlib import Path

from advgui.commands.cli.parser import Parser, UsageError
from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS
from advgui.core.datasets.folders import find_data, places, unread_words, within
from advgui.core.nn.network import Network
from advgui.core.zoo import SHIPPED, default_network
from advgui.lab.preferences import LARGEST_SEED


def add_network(parser: Parser) -> None:
    """``--network``, with the same default for every command and the window."""
    listed, default = " or ".join(SHIPPED), default_network()
    parser.add_argument(
        "--network",
        metavar="NAME|FILE",
        default=default,
        help=f"{listed}, or a .safetensors or .onnx file (default: {default})",
    )


def add_networks(parser: Parser) -> None:
    """``--network``, of a command that measures several, one after the other."""
    parser.add_argument(
        "--network",
        action="append",
        metavar="NAME|FILE",
        help=f"{' or '.join(SHIPPED)}, or a .safetensors or .onnx file; may be repeated (default: "
        f"{default_network()})",
    )


def add_markdown(parser: Parser) -> None:
    """``--markdown`` and ``--csv``, of a command that prints a table."""
    parser.add_argument("--markdown", action="store_true", help="print the table in Markdown")
    parser.add_argument("--csv", action="store_true", help="print the table for a spreadsheet")


def add_seed(parser: Parser) -> None:
    """``--seed``: the same one gives the same result."""
    parser.add_argument(
        "--seed", type=seed, default=0, metavar="N", help="makes it repeatable (default: 0)"
    )


def add_mnist(parser: Parser) -> None:
    """``--mnist``, the folder of MNIST's files."""
    parser.add_argument(
        "--mnist",
        type=Path,
        metavar="FOLDER",
        help="MNIST's four IDX files (default: where advgui data finds them)",
    )


def add_pen(parser: Parser) -> None:
    """``--pen``, the folder of the pen digits, which may be done without."""
    parser.add_argument(
        "--pen",
        type=Path,
        metavar="FOLDER",
        help="the file pendigits-orig.tra, to measure how well drawn digits are read "
        "(default: where advgui data finds it, if it does)",
    )


def mnist_folder(given: Path | None) -> Path:
    """Where MNIST's files are; UsageError, which tells how to get them, where they are not."""
    folder = within(MNIST, given) if given else find_data(MNIST)
    if folder is None:
        looked = " nor in ".join(map(str, places(MNIST)))
        raise UsageError(
            f"MNIST is not in {looked}: get it with advgui data --download, or say with "
            "--mnist FOLDER where its files are."
        )
    return folder


def pen_folder(given: Path | None) -> Path | None:
    """Where the pen digits are; None where nobody said it and they are not found.

    Raises UsageError where they are found, but packed as they are not read.
    """
    folder = within(PEN_DIGITS, given) if given else find_data(PEN_DIGITS)
    unread = "" if folder else unread_words(PEN_DIGITS)
    if unread:
        raise UsageError(unread)
    return folder


def require_some_read_right(network: Network, found: int) -> None:
    """Raise UsageError where there is no digit to begin with, of so many that were found."""
    if not found:
        raise UsageError(f"The network {network.name} reads none of the test images correctly.")


def count(text: str) -> int:
    """A whole number of at least 1."""
    return _whole(text, 1)


def seed(text: str) -> int:
    """A whole number of at least 0."""
    return _whole(text, 0)


def share(text: str) -> float:
    """A number from 0 to 1."""
    value = _number(text)
    if not 0.0 <= value <= 1.0:
        raise ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def part(text: str) -> float:
    """A number above 0, up to 1."""
    value = _number(text)
    if not 0.0 < value <= 1.0:
        raise ArgumentTypeError(f"{text!r} is not a number above 0, up to 1")
    return value


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _whole(text: str, least: int) -> int:
    try:
        value = int(text)
    except ValueError:
        value = -1
    if not least <= value <= LARGEST_SEED:
        raise ArgumentTypeError(f"{text!r} is not a whole number from {least} to {LARGEST_SEED}")
    return value
