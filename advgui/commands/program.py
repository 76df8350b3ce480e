"""The program's own arguments, where no command is named: a file to open the window with."""

from argparse import RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path

from advgui import __version__
from advgui.commands import COMMANDS
from advgui.commands.parser import Parser, UsageError


def file_named(arguments: Sequence[str]) -> str | None:
    """The file among the arguments, if there is one.

    Raises UsageError where it is not there, or for an option that there is not, and
    AnsweredError where help or the version was asked for.
    """
    file: str | None = _parser().parse_args(arguments).file
    if file is not None and not Path(file).exists():
        listed = ", ".join(COMMANDS)
        raise UsageError(f"{file} is neither a file nor a command; the commands are {listed}.")
    return file


def _parser() -> Parser:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {summary}" for name, summary in COMMANDS.items())
    parser = Parser(
        prog="advgui",
        usage="advgui [FILE]\n       advgui COMMAND ...",
        description="Fool a neural network by hand and understand why it worked.",
        epilog=f"commands, which need no screen (advgui COMMAND --help tells more):\n{commands}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an image, strokes or a network, to open the window with",
    )
    parser.add_argument("--version", action="version", version=f"advgui {__version__}")
    return parser
