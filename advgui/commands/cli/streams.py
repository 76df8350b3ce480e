"""The streams that a program writes to, wherever it was started."""

import io
import os
import sys
from contextlib import suppress


def ready_streams() -> None:
    """Let no stream be missing, as under a Windows program without a console, nor refuse a sign.

    A terminal or file that cannot hold a ``λ`` gets a question mark.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def complain(sentence: str) -> None:
    """Tell on stderr what is wrong; where that cannot be written, the exit code is left."""
    with suppress(OSError):
        sys.stderr.write(f"advgui: {sentence}\n")
        sys.stderr.flush()


def _nowhere() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.FileIO(os.devnull, "w"), "utf-8")
