"""How the memory of large arrays is kept for the next ones."""

from contextlib import suppress
from typing import Final

import numpy as np

# Just below the 32 MB up to which the GNU C library learns from what is freed.
_LARGE: Final = 31 * 2**20


def keep_freed_memory() -> None:
    """Make the C library keep what is freed of arrays of up to 31 MB.

    By default it gives it back to the system and asks for it anew, and mapping and clearing
    fresh pages takes as long as a convolutional network's arithmetic on them. It learns from
    the largest array that was ever freed (``M_MMAP_THRESHOLD`` in mallopt(3)), so one is, of
    pages that are never touched. Where the library is another one, or memory is scarce, nothing
    happens.
    """
    with suppress(MemoryError):
        np.empty(_LARGE, np.uint8)
