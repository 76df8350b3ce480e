"""Bytes from and to the disk; what goes wrong is told in one sentence."""

import os
from pathlib import Path
from typing import Final

from advgui.core.errors import BadInput

LARGEST: Final = 256 * 1024 * 1024


def read_bytes(
    path: Path, error: type[BadInput], largest: int = LARGEST, *, first: int = -1
) -> bytes:
    """All of a file of at most ``largest`` bytes, or just its ``first`` ones.

    Raises ``error``, naming the path, where it is missing, a folder, not a regular
    file, too large, or cannot be read.
    """
    try:
        if path.is_dir():
            raise error(f"{path}: a folder, not a file.")
        if path.exists() and not path.is_file():
            raise error(f"{path}: not a regular file.")
        if path.stat().st_size > largest:
            raise error(f"{path}: too large (over {largest // 2**20} MB).")
        with path.open("rb") as file:
            return file.read(first)
    except OSError as reason:
        raise error(f"{path}: cannot be read ({reason.strerror}).") from reason


def is_there(path: Path) -> bool:
    """Whether there is something of that name; nothing is where no name can be so long."""
    try:
        return path.exists()
    except OSError:
        return False


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
