"""Whether the system has handles of files to spare for what a window can do without."""

import os
from typing import Final

#: What Qt and the worker want, and a few more: Qt ends the program at the first it does not get.
_WANTED: Final = 12


def handles_are_left() -> bool:
    """Whether a dozen more files could be open at once."""
    opened: list[int] = []
    try:
        for _ in range(_WANTED):
            opened.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        return False
    finally:
        for handle in opened:
            os.close(handle)
    return True
