"""The commands that need no screen: each is a module here, imported when it is chosen.

A module's docstring is the line that ``advgui --help`` has of it, and its ``main`` is the command.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from types import CodeType
from typing import Any

Command = Callable[[Sequence[str]], int]
"""From the arguments after its name to an exit code: 0 done, 1 not fooled or declined."""


class AnsweredError(Exception):
    """No mistake: ``--help`` or ``--version`` was asked for, and has been printed."""


class WindowWanted(Exception):
    """The window is asked for, with these files in it; the program itself opens it."""

    def __init__(self, files: tuple[str, ...]) -> None:
        super().__init__(files)
        self.files = files


def command_names() -> list[str]:
    """The names of all commands, in their order."""
    import pkgutil  # only here: the window waits for this module

    return [found.name for found in pkgutil.iter_modules(__path__) if not found.ispkg]


def summary(name: str) -> str:
    """What a command does, out of its docstring; it is not run, as numpy would come with it.

    Read from the compiled module: in a bundle there is no other.
    """
    spec = find_spec(f"{__name__}.{name}")
    loader: Any = spec and spec.loader  # whatever imports a module has its code
    code: CodeType = loader.get_code(f"{__name__}.{name}")
    docstring = str(code.co_consts[0]) if "__doc__" in code.co_names else ""  # none under -OO
    return docstring.partition("\n")[0].partition(": ")[2].removesuffix(".")


def load_command(name: str) -> Command:
    """The command of that name, imported now."""
    main: Command = import_module(f"{__name__}.{name}").main
    return main
