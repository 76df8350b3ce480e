"""From the command line to an exit code: no argument opens the window."""

import multiprocessing
import os
import sys
from argparse import RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from advgui import __version__
from advgui.commands import COMMANDS, load_command
from advgui.commands.output import flush, ready_streams
from advgui.commands.parser import AnsweredError, Parser, UsageError
from advgui.commands.screen import lacking, platforms, require_display, require_platform
from advgui.core.errors import BadInput

# One thread of arithmetic is the fastest for such small matrices, most of all on a machine
# that is busy. numpy reads these when it is imported, which nothing above does.
for _variable in ("OPENBLAS_NUM", "OMP_NUM", "MKL_NUM", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{_variable}_THREADS", "1")

BAD_INPUT: Final = 2
INTERRUPTED: Final = 130
NOBODY_READS: Final = 141  # as a shell tells of a program that SIGPIPE has ended


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window or run a command; returns the exit code.

    0 is done, 1 an attack that ran and did not fool the network, 2 wrong use or bad input,
    told in one sentence on stderr, 130 interrupted.
    """
    multiprocessing.freeze_support()
    ready_streams()
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except BadInput as error:
        sys.stderr.write(f"advgui: {error}\n")
        return BAD_INPUT
    except BrokenPipeError:
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    try:
        if arguments and arguments[0] in COMMANDS:
            return load_command(arguments[0])(arguments[1:])
        file: str | None = _parser().parse_args(arguments).file
    except AnsweredError:
        flush()
        return 0
    if file is not None and not Path(file).exists():
        listed = ", ".join(COMMANDS)
        raise UsageError(f"{file} is neither a file nor a command; the commands are {listed}.")
    return _open_window([] if file is None else [file])


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
        "file", nargs="?", metavar="FILE", help="an image or strokes, to open the window with"
    )
    parser.add_argument("--version", action="version", version=f"advgui {__version__}")
    return parser


def _open_window(paths: Sequence[str]) -> int:
    require_display(os.environ, sys.platform)
    _require_qt()
    from advgui.ui.app import run_window

    return run_window(paths)


def _require_qt() -> None:
    """Import Qt; what would keep a window from opening is told in a sentence."""
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
