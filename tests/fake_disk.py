"""A disk that fails, and processes that are killed, at any change that is made to the disk.

The changes are counted by Python's audit events, so whoever is tested need not know.
"""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

#: What changes names on a disk.
CHANGES = frozenset(
    f"os.{change}" for change in ("rename", "link", "symlink", "mkdir", "remove", "rmdir", "chmod")
)

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

Watch = Callable[[str, tuple[object, ...]], None]

_watch: list[Watch] = []


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    for watch in _watch:
        watch(event, arguments)


sys.addaudithook(_hook)  # it stays: Python removes none


@contextmanager
def full_at(change: int, events: frozenset[str] = CHANGES) -> Iterator[list[str]]:
    """The disk is full at that change, counted from 1, and only then; yields what was asked."""
    seen: list[str] = []

    def watch(event: str, _: tuple[object, ...]) -> None:
        if event in events:
            seen.append(event)
            if len(seen) == change:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with _watched(watch):
        yield seen


@contextmanager
def refused(events: frozenset[str]) -> Iterator[None]:
    """The disk knows no such changes."""

    def watch(event: str, _: tuple[object, ...]) -> None:
        if event in events:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    with _watched(watch):
        yield


@contextmanager
def names_guessed(folder: Path, victim: Path) -> Iterator[list[Path]]:
    """Somebody makes each new file of a folder a link, just before; yields the names."""
    guessed: list[Path] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event != "open":
            return
        name, _, flags = arguments
        path = Path(str(name))
        if isinstance(flags, int) and flags & os.O_CREAT and path.parent == folder:
            guessed.append(path)
            path.symlink_to(victim)

    with _watched(watch):
        yield guessed


@contextmanager
def _watched(watch: Watch) -> Iterator[None]:
    _watch.append(watch)
    try:
        yield
    finally:
        _watch.remove(watch)


def killed_at(change: int, work: Callable[[], object]) -> bool:
    """Do it in a process that is killed right before that change; whether it came so far."""

    def watch(event: str, _: tuple[object, ...]) -> None:
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


def signalled_at(event: str, name: str, *arguments: object) -> subprocess.Popen[str]:
    """A command that gives itself a signal, ``SIGKILL`` or ``SIGSTOP``, before such a change."""
    script = (
        "import os, signal, sys\n"
        "event, name, *arguments = sys.argv[1:]\n"
        "def watch(seen, _):\n"
        "    global event\n"
        "    if seen == event:\n"
        "        event = None\n"
        "        os.kill(os.getpid(), getattr(signal, name))\n"
        "from advgui.__main__ import main\n"
        "sys.addaudithook(watch)\n"
        "sys.exit(main(arguments))\n"
    )
    return subprocess.Popen(
        # Python's own files in __pycache__ are written in the same way, and are not meant.
        [sys.executable, "-B", "-c", script, event, name, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
