"""A window that was closed to start again, as in another language: the program runs anew."""

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

#: What a window ends with that shall start again; no command ends so.
START_AGAIN: Final = 75
#: Gives all back unasked.
GIVE_BACK: Final = "--give-back"


def start_again() -> int:
    """Run the program anew in the place of this process; where that cannot be, beside it."""
    words = command(sys.executable, sys.orig_argv, sys.argv, frozen=hasattr(sys, "frozen"))
    if os.name == "posix":
        os.execv(words[0], words)  # noqa: S606 - it is this very program
    subprocess.Popen(words)
    return 0


def command(
    executable: str, began: Sequence[str], arguments: Sequence[str], *, frozen: bool
) -> list[str]:
    """How the program was started, without the files that it was given: they are in the session.

    ``began`` is what the interpreter was called with, ``arguments`` what is left of it for the
    program, whose name comes first. A ``frozen`` program is its own interpreter.
    """
    own = [] if frozen else list(began[1 : len(began) - len(arguments) + 1])
    return [executable, *own, GIVE_BACK]
