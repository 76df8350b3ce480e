"""Locks of open files, which end with their process, whatever ends that."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Final

#: To wait for another process.
PATIENCE_S: Final = 2.0


def lock(descriptor: int, patience_s: float = 0.0) -> None:
    """Take the lock of an open file; Windows, where what is open cannot be moved, has none.

    Raises BlockingIOError where somebody has it for so many seconds, and another OSError where
    the disk does not know locks.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    end = monotonic() + patience_s
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if monotonic() >= end:
                raise
        sleep(0.01)


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """For the block, no other process is in such a block for the same folder.

    Raises OSError where the folder cannot be looked into, and BlockingIOError where another
    process does not come to an end. Where a system or a disk does not know such locks, nothing
    is waited for.
    """
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _lock_if_known(descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock_if_known(descriptor: int) -> None:
    try:
        lock(descriptor, PATIENCE_S)
    except BlockingIOError:
        raise
    except OSError:
        return
