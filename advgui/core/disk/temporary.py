"""Files that stand for a moment beside what is written, and are known as ours at once.

Their names cannot be guessed, and nothing was there before: no link that somebody planted is
written through. Each is locked while its process lives, and a lock ends with its process,
whatever ends that: so what nobody holds was left behind, and may go.
"""

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import reduce
from io import FileIO
from pathlib import Path
from typing import Final

from advgui.core.disk.locks import PATIENCE_S, lock

#: Is in the name of all that stands for a moment.
OURS: Final = "advgui-"
#: Begins the name of such a file.
PREFIX: Final = f".{OURS}"
NAME: Final = re.compile(r"\.advgui-[0-9a-f]{16}")

_NEW: Final = os.O_CREAT | os.O_EXCL
# No link is followed, no pipe waited for, no line's end changed: where a system knows of it.
_CAREFUL: Final = os.O_RDWR | reduce(
    int.__or__, (getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
)


class TemporaryFile:
    """A file that is open and locked; it is gone at the end, unless it was moved."""

    def __init__(self, path: Path, file: FileIO) -> None:
        self.path = path
        self._file = file

    def write(self, content: bytes) -> None:
        """Write it all, and have it reach the disk."""
        self.fill(content)
        os.fsync(self._file.fileno())

    def fill(self, content: bytes) -> None:
        """Write it all, which takes its room on the disk."""
        rest = memoryview(content)
        while rest:
            rest = rest[self._file.write(rest) :]

    def copy_owner(self, former: os.stat_result) -> None:
        """Give it the mode of another file, and its owner, as far as one may on its disk."""
        if sys.platform != "win32":
            with suppress(OSError):
                os.fchown(self._file.fileno(), former.st_uid, former.st_gid)
        with suppress(OSError):
            self.path.chmod(former.st_mode & 0o777)

    def read(self) -> bytes:
        """All that is in it."""
        return self._file.readall()

    def move(self, target: Path) -> None:
        """Let it take the place of another file, or of none, at one go."""
        if sys.platform == "win32":
            self._file.close()  # elsewhere, what is open can be moved
        self.path.replace(target)

    def end(self) -> None:
        """Remove it, if it is still there, and let go of it."""
        try:
            if sys.platform == "win32":
                self._file.close()  # elsewhere, what is open can be removed
            self.path.unlink(missing_ok=True)
        finally:
            self._file.close()


@contextmanager
def temporary_file(folder: Path, mode: int = 0o600) -> Iterator[TemporaryFile]:
    """A new empty file in a folder, until the block ends. Raises OSError where none can be."""
    file = _made(folder, mode)
    try:
        yield file
    finally:
        file.end()


def write_whole(path: Path, content: bytes, like: Path) -> None:
    """Write a file at one go, with the mode and owner of another one, if that is there.

    Raises OSError where it cannot be, with whatever stood there as it was.
    """
    try:
        former = like.stat()
    except FileNotFoundError:
        former = None
    with temporary_file(path.parent, 0o666 if former is None else 0o600) as file:
        file.write(content)
        if former:
            file.copy_owner(former)
        file.move(path)


@contextmanager
def abandoned_file(path: Path) -> Iterator[TemporaryFile | None]:
    """What an ended process of this user has left there; None for all else, and what is held."""
    file = _opened(path)
    try:
        yield TemporaryFile(path, file) if file and _is_left(file) else None
    finally:
        if file:
            file.close()


def is_mine(status: os.stat_result) -> bool:
    """Whether a file is this user's."""
    return sys.platform == "win32" or status.st_uid == os.geteuid()


def _made(folder: Path, mode: int) -> TemporaryFile:
    while True:
        path = folder / f"{PREFIX}{os.urandom(8).hex()}"
        file = FileIO(os.open(path, _NEW | _CAREFUL, mode), "r+")
        if _is_kept(file):
            return TemporaryFile(path, file)
        file.close()


def _is_kept(file: FileIO) -> bool:
    """Lock a new file; whether nobody took it for left behind before."""
    with suppress(OSError):  # where there are no locks, nobody removes what is ours
        lock(file.fileno(), PATIENCE_S)
    return sys.platform == "win32" or os.fstat(file.fileno()).st_nlink > 0


def _opened(path: Path) -> FileIO | None:
    with suppress(OSError):
        if stat.S_ISREG(path.lstat().st_mode):
            if sys.platform == "win32":
                path.replace(path)  # it is refused where somebody holds it
            return FileIO(os.open(path, _CAREFUL), "r+")
    return None


def _is_left(file: FileIO) -> bool:
    try:
        lock(file.fileno())
    except OSError:
        return False
    return is_mine(os.fstat(file.fileno()))
