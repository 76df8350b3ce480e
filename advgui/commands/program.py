"""The program's own arguments, where no command is named: what to open the window with."""

from argparse import RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from advgui import __version__
from advgui.commands import COMMANDS
from advgui.commands.parser import Parser, UsageError
from advgui.core.files import is_there


class Wish(NamedTuple):
    """What the window is opened for: a file in it, or a check of the installation."""

    file: str | None
    self_check: bool


def wished(arguments: Sequence[str]) -> Wish:
    """What the arguments ask for.

    Raises UsageError where a file is not there, or for an option that there is not, and
    AnsweredError where help or the version was asked for.
    """
    given = _parser().parse_args(arguments)
    file: str | None = given.file
    if file is not None and not is_there(Path(file)):
        listed = ", ".join(COMMANDS)
        raise UsageError(f"{file} is neither a file nor a command; the commands are {listed}.")
    return Wish(file, given.self_check)


def _parser() -> Parser:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {summary}" for name, summary in COMMANDS.items())
    parser = Parser(
        prog="advgui",
        usage="advgui [FILE | --self-check]\n       advgui COMMAND ...",
        description="Fool a neural network by hand and understand why it worked.",
        epilog=f"commands, which need no screen (advgui COMMAND --help tells more):\n{commands}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an image, strokes or a network, to open the window with",
    )
    either.add_argument(
        "--self-check",
        action="store_true",
        help="open the window, see whether all of it works here, and close it",
    )
    parser.add_argument("--version", action="version", version=f"advgui {__version__}")
    return parser
