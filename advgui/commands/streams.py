"""The streams that a program writes to, wherever it was started."""

import io
import os
import sys


def ready_streams() -> None:
    """Let no stream be missing, as under a Windows program without a console, nor refuse a sign.

    A terminal or file that cannot hold a ``λ`` gets a question mark.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _nowhere() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.FileIO(os.devnull, "w"), "utf-8")
