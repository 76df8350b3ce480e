"""The command line: a parser that complains in one sentence, and what the program itself takes.

As light as the help of the program needs it.
"""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, NoReturn

from advgui import __version__
from advgui.commands import AnsweredError, command_names, summary
from advgui.commands.cli.output import say
from advgui.core.disk.reading import is_there
from advgui.core.errors import BadInput
from advgui.core.lists import nearest


class UsageError(BadInput):
    """The program was called in a way that it does not have."""


class Parser(ArgumentParser):
    """argparse, but it never ends the program: it raises UsageError or AnsweredError."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's words, and with the option that may have been meant."""
        raise UsageError(f"{message}{self._meant(message)} ({self.prog} --help tells more).")

    def _meant(self, message: str) -> str:
        """The option that is near to one that there is not; empty where none is."""
        _, unknown, rest = message.partition("unrecognized arguments: ")
        word = rest.partition(" ")[0].partition("=")[0]
        if not unknown or not word.startswith("-"):
            return ""
        near = nearest(word, list(self._option_string_actions))
        return f"; did you mean {near}?" if near else ""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Raise AnsweredError: argparse ends here only once it has printed what was asked."""
        raise AnsweredError(message)

    def _print_message(self, message: str, file: object = None) -> None:
        """What was asked for goes where all output goes: argparse would hide that it cannot."""
        say(message.removesuffix("\n"))


def refuse_options(arguments: Sequence[str], names: Iterable[str], why: str) -> None:
    """Raise UsageError, "NAME WHY", for the first of these options that was given.

    The words themselves are looked at, as a value may be the default and yet have been said.
    """
    given = {word.partition("=")[0] for word in arguments}
    for name in names:
        if name in given:
            raise UsageError(f"{name} {why}")


def command_parser(name: str, *, answers: bool = True) -> Parser:
    """The parser of one command, with its summary and, if it ``answers`` anything, ``--json``."""
    words = summary(name)
    parser = Parser(
        prog=f"advgui {name}",
        description=f"{words[:1].upper()}{words[1:]}{'' if words.endswith('?') else '.'}",
        allow_abbrev=False,
    )
    if answers:
        parser.add_argument("--json", action="store_true", help="print JSON, on one line")
    return parser


def add_files(parser: Parser, how_many: Literal["*", "+"], words: str) -> None:
    """The files that hold the digits."""
    parser.add_argument("files", nargs=how_many, type=Path, metavar="FILE", help=words)


class ProgramArguments(NamedTuple):
    """What the window is opened for: files in it, a check of the installation, or the last one."""

    files: tuple[str, ...]
    self_check: bool
    give_back: bool


def program_arguments(arguments: Sequence[str]) -> ProgramArguments:
    """What the arguments ask for.

    Raises UsageError for a word that is no file's and no command's, or for an option that
    there is not, and AnsweredError where help or the version was asked for.
    """
    given = _program_parser().parse_args(arguments)
    for name in given.files:
        if not _names_a_file(name):
            commands = command_names()
            listed, near = ", ".join(commands), nearest(name, commands)
            meant = f"did you mean {near}? The" if near else "the"
            raise UsageError(
                f"{name} is neither a file nor a command; {meant} commands are {listed}."
            )
    return ProgramArguments(tuple(given.files), given.self_check, given.give_back)


def _names_a_file(name: str) -> bool:
    """Whether it is a file, or looks like one's path: what is wrong with it is told later."""
    path = Path(name)
    return is_there(path) or bool(path.suffix) or len(path.parts) > 1


def _program_parser() -> Parser:
    names = command_names()
    width = max(map(len, names))
    commands = "\n".join(f"  {name:{width}}  {summary(name)}" for name in names)
    parser = Parser(
        prog="advgui",
        usage="advgui [FILE ... | --give-back | --self-check]\n       advgui COMMAND ...",
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
        help="sessions, outcomes, images, strokes or networks, to open the window with",
    )
    either.add_argument(
        "--give-back",
        action="store_true",
        help="open the window with all that the last one has left, and do not ask",
    )
    either.add_argument(
        "--self-check",
        action="store_true",
        help="open the window, see whether all of it works here, and close it",
    )
    parser.add_argument("--version", action="version", version=f"advgui {__version__}")
    return parser
