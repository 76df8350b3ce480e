"""Bytes from and to the disk; what goes wrong is told in one sentence."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from advgui.core.errors import BadInput

LARGEST: Final = 256 * 1024 * 1024


def read_bytes(
    path: Path, error: type[BadInput], largest: int = LARGEST, *, first: int | None = None
) -> bytes:
    """All of a file of at most ``largest`` bytes, or just its ``first`` ones.

    Raises ``error`` as ``opened`` does, and where it is too large whatever size it tells.
    """
    with opened(path, error, largest) as file:
        content = file.read(largest + 1 if first is None else first)
    if len(content) > largest:
        raise _too_large(path, error, largest)
    return content


@contextmanager
def opened(path: Path, error: type[BadInput], largest: int = LARGEST) -> Iterator[BinaryIO]:
    """A file of at most ``largest`` bytes to read from, which nothing can hold up.

    Raises ``error``, naming the path, where it is missing, a folder, not a regular file, too
    large, or cannot be read.
    """
    try:
        if path.is_dir():
            raise error(f"{path}: a folder, not a file.")
        if path.exists() and not path.is_file():
            raise error(f"{path}: not a regular file.")
        if path.stat().st_size > largest:
            raise _too_large(path, error, largest)
        with path.open("rb") as file:
            yield file
    except OSError as reason:
        raise error(f"{path}: cannot be read ({reason.strerror}).") from reason


def is_there(path: Path) -> bool:
    """Whether there is something of that name; nothing is where no name can be so long."""
    try:
        return path.exists()
    except OSError:
        return False


def _too_large(path: Path, error: type[BadInput], largest: int) -> BadInput:
    return error(f"{path}: too large (over {largest // 2**20} MB).")


def write_bytes(path: Path, content: bytes, error: type[BadInput]) -> None:
    """Write a file in one piece: one half-written never stands at ``path``.

    Raises ``error``, naming the path, where it cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            temporary.write_bytes(content)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as reason:
        raise error(f"{path}: cannot be written ({reason.strerror}).") from reason
