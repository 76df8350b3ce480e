"""The program's own arguments, where no command is named: what to open the window with."""

from argparse import RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from advgui import __version__
from advgui.commands import command_names, summary
from advgui.commands.cli.parser import Parser, UsageError
from advgui.core.disk.files import is_there


class Wish(NamedTuple):
    """What the window is opened for: files in it, or a check of the installation."""

    files: tuple[str, ...]
    self_check: bool


def wished(arguments: Sequence[str]) -> Wish:
    """What the arguments ask for.

    Raises UsageError for a word that is no file's and no command's, or for an option that
    there is not, and AnsweredError where help or the version was asked for.
    """
    given = _parser().parse_args(arguments)
    for name in given.files:
        if not _names_a_file(name):
            listed = ", ".join(command_names())
            raise UsageError(f"{name} is neither a file nor a command; the commands are {listed}.")
    return Wish(tuple(given.files), given.self_check)


def _names_a_file(name: str) -> bool:
    """Whether it is a file, or looks like one's path: what is wrong with it is told later."""
    path = Path(name)
    return is_there(path) or bool(path.suffix) or len(path.parts) > 1


def _parser() -> Parser:
    names = command_names()
    width = max(map(len, names))
    commands = "\n".join(f"  {name:{width}}  {summary(name)}" for name in names)
    parser = Parser(
        prog="advgui",
        usage="advgui [FILE ... | --self-check]\n       advgui COMMAND ...",
        description="Fool a neural network by hand and understand why it worked.",
        epilog=f"commands, which need no screen (advgui COMMAND --help tells more):\n{commands}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "files",
        nargs="*",
        default=[],
        metavar="FILE",
        help="images, strokes or networks, to open the window with",
    )
    either.add_argument(
        "--self-check",
        action="store_true",
        help="open the window, see whether all of it works here, and close it",
    )
    parser.add_argument("--version", action="version", version=f"advgui {__version__}")
    return parser
