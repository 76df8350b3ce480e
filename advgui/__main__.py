"""From the command line to an exit code: no argument opens the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from advgui import __version__
from advgui.commands import AnsweredError, WindowWanted, command_names, load_command
from advgui.commands.cli.output import complain, ready_streams
from advgui.commands.cli.screen import lacking, platforms, require_display, require_platform
from advgui.core.errors import BadInput
from advgui.core.language import LANGUAGE_VARIABLE

# One thread of arithmetic is the fastest for such small matrices, most of all on a machine
# that is busy. numpy reads these when it is imported, which nothing above does.
for _variable in ("OPENBLAS_NUM", "OMP_NUM", "MKL_NUM", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{_variable}_THREADS", "1")

BAD_INPUT: Final = 2
INTERRUPTED: Final = 130
#: The command whose window may speak another language than English, as the others do.
_OPENS_WINDOW: Final = "open"
NOBODY_READS: Final = 141  # as a shell tells of a program that SIGPIPE has ended


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window or run a command; returns the exit code.

    0 is done, 1 an attack that did not fool the network, a download that was declined or a
    self-check that failed, 2 wrong use, bad input or too little memory, told in one sentence on
    stderr, 130 interrupted.
    """
    if getattr(sys, "frozen", False):
        _serve_if_started_to()
    ready_streams()
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except BadInput as error:
        complain(str(error))
        return BAD_INPUT
    except MemoryError:
        complain("There is not enough memory left for this.")
        return BAD_INPUT
    except BrokenPipeError:
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    """What is not wanted is not imported: the window is to be there at once."""
    if not arguments:
        return _open_window([])
    try:
        if arguments[0] in command_names():
            if arguments[0] != _OPENS_WINDOW:  # which decides on its language itself
                os.environ[LANGUAGE_VARIABLE] = "en"
            from advgui.core.disk.leftovers import remove_leftovers

            remove_leftovers()
            _tell_of_plugins()
            return load_command(arguments[0])(arguments[1:])
        from advgui.commands.cli.parser import program_arguments

        given = program_arguments(arguments)
    except AnsweredError:
        return 0
    except WindowWanted as wanted:
        return _open_window(wanted.files)
    if given.self_check:
        return _check_itself()
    return _open_window(given.files, give_back=given.give_back)


def _tell_of_plugins() -> None:
    """Where somebody else's package breaks, the command works without it and says so."""
    from advgui.core.plugins import tell_problems

    tell_problems(complain)


def _serve_if_started_to() -> None:
    """A bundled program is also what its own child processes are started with."""
    import multiprocessing

    multiprocessing.freeze_support()


def _open_window(paths: Sequence[str], *, give_back: bool = False) -> int:
    _require_qt()
    from advgui.ui.language.start import settle_language

    settle_language()
    from advgui.ui.app import run_window
    from advgui.ui.language.starting_again import START_AGAIN, start_again

    code = run_window(paths, give_back=give_back)
    return start_again() if code == START_AGAIN else code


def _check_itself() -> int:
    """Say in one line whether all of the window works here; 0 or 1."""
    from advgui.commands.cli.output import say

    os.environ[LANGUAGE_VARIABLE] = "en"  # the line is as English as the commands are
    try:
        _require_qt()
        from advgui.ui.selfcheck.check import check_window

        code, found = 0, f"passed ({check_window()})"
    except BadInput as error:
        code, found = 1, f"failed: {error}"
    say(f"advgui {__version__} self-check: {found}")
    return code


def _require_qt() -> None:
    """Import Qt; what would keep a window from opening is told in a sentence."""
    require_display(os.environ, sys.platform)
    try:
        from PySide6.QtCore import QLibraryInfo
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise lacking(error) from error
    if sys.platform == "linux" and QApplication.instance() is None:
        plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
        require_platform(plugins / "platforms", platforms(os.environ))


if __name__ == "__main__":
    sys.exit(main())
