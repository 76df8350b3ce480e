"""A disk that fails, and processes that are killed, at any change that is made to the disk.

The changes are counted by Python's audit events, so whoever is tested need not know.
"""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

#: What changes names on a disk.
CHANGES = frozenset(
    f"os.{change}" for change in ("rename", "link", "symlink", "mkdir", "remove", "rmdir", "chmod")
)

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

_watch: list[Callable[[str], None]] = []


def _hook(event: str, _: tuple[object, ...]) -> None:
    for watch in _watch:
        watch(event)


sys.addaudithook(_hook)  # it stays: Python removes none


@contextmanager
def full_at(change: int, events: frozenset[str] = CHANGES) -> Iterator[list[str]]:
    """The disk is full at that change, counted from 1, and only then; yields what was asked."""
    seen: list[str] = []

    def watch(event: str) -> None:
        if event in events:
            seen.append(event)
            if len(seen) == change:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with _watched(watch):
        yield seen


@contextmanager
def refused(events: frozenset[str]) -> Iterator[None]:
    """The disk knows no such changes."""

    def watch(event: str) -> None:
        if event in events:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    with _watched(watch):
        yield


@contextmanager
def _watched(watch: Callable[[str], None]) -> Iterator[None]:
    _watch.append(watch)
    try:
        yield
    finally:
        _watch.remove(watch)


def killed_at(change: int, work: Callable[[], object]) -> bool:
    """Do it in a process that is killed right before that change; whether it came so far."""

    def watch(event: str) -> None:
        nonlocal change
        if event in CHANGES:
            change -= 1
            if not change:
                os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        try:
            _watch.append(watch)
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
