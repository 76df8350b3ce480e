"""A parser that complains in one sentence; as light as the help of the program needs it."""

import argparse
from typing import NoReturn

from advgui.commands import AnsweredError
from advgui.commands.cli.output import say
from advgui.core.errors import BadInput


class UsageError(BadInput):
    """The program was called in a way that it does not have."""


class Parser(argparse.ArgumentParser):
    """argparse, but it never ends the program: it raises UsageError or AnsweredError."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's words."""
        raise UsageError(f"{message} ({self.prog} --help tells more).")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Raise AnsweredError: argparse ends here only once it has printed what was asked."""
        raise AnsweredError(message)

    def _print_message(self, message: str, file: object = None) -> None:
        """What was asked for goes where all output goes: argparse would hide that it cannot."""
        say(message.removesuffix("\n"))
