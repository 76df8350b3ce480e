"""Bytes from the disk; what goes wrong is told in one sentence.

A ``data:`` URL (RFC 2397, base64) stands for a small file that is all in its name, so that a
command can be copied with all that it needs.
"""

import base64
import binascii
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from advgui.core.errors import BadInput
from advgui.core.language import tr

#: At least so many bytes are read at a time.
_PIECE: Final = 1 << 20
_INLINE: Final = "data:"
_BASE64: Final = ";base64"


def read_bytes(path: Path, error: type[BadInput], largest: int) -> bytes:
    """All of a file of at most ``largest`` bytes.

    Raises ``error`` as ``opened`` does, and where it is too large whatever size it tells.
    """
    with opened(path, error, largest) as file:
        content = b"".join(_pieces(file, largest + 1))
    if len(content) > largest:
        raise _too_large(path, error, largest)
    return content


def _pieces(file: BinaryIO, most: int) -> Iterator[bytes]:
    """What is in a file, its whole size first: room for ``most`` bytes would be taken at once."""
    told = 0 if isinstance(file, io.BytesIO) else os.fstat(file.fileno()).st_size
    size = max(told + 1, _PIECE)  # some tell none, and have much
    while most > 0 and (piece := file.read(min(most, size)) or b""):
        yield piece
        most -= len(piece)


def read_start(path: Path, error: type[BadInput], size: int) -> bytes:
    """The first ``size`` bytes of a file, however large it is; raises as ``opened`` does."""
    with opened(path, error) as file:
        return file.read(size) or b""


@contextmanager
def opened(path: Path, error: type[BadInput], largest: int | None = None) -> Iterator[BinaryIO]:
    """A file of at most ``largest`` bytes to read from, which nothing can hold up.

    Raises ``error``, naming the path, where it is missing, a folder, not a regular file, too
    large, or cannot be read.
    """
    require_name(path, error)
    if is_inline(path):
        yield io.BytesIO(_inline_bytes(path, error))
        return
    try:
        if path.is_dir():
            raise error(tr("{path}: a folder, not a file.").format(path=path))
        if path.exists() and not path.is_file():
            raise error(tr("{path}: not a regular file.").format(path=path))
        if largest is not None and path.stat().st_size > largest:
            raise _too_large(path, error, largest)
        with open(path, "rb", opener=_never_waiting) as file:
            yield file
    except OSError as reason:
        raise error(
            tr("{path}: cannot be read ({reason}).").format(path=path, reason=reason.strerror)
        ) from reason


def inline_name(content: bytes, kind: str) -> str:
    """A name that is all of a small file, of a kind such as ``image/png``.

    It is written with - and _ for + and / (RFC 4648), so that it is a path, too.
    """
    return f"{_INLINE}{kind}{_BASE64},{base64.urlsafe_b64encode(content).decode()}"


def is_inline(path: Path) -> bool:
    """Whether the name is all of the file."""
    return path.as_posix().startswith(_INLINE)


def _inline_bytes(path: Path, error: type[BadInput]) -> bytes:
    """What stands in the name; raises ``error`` where that is not base64."""
    head, _, text = path.as_posix().partition(",")
    try:
        if head.endswith(_BASE64):
            return base64.b64decode(text.translate(str.maketrans("-_", "+/")), validate=True)
    except binascii.Error:
        pass
    raise error(tr("{path}…: not a whole data URL in base64.").format(path=path.as_posix()[:40]))


def _never_waiting(path: str, flags: int) -> int:
    """Open a file so that reading gives nothing where nothing has come, as from a queue."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def require_name(path: Path, error: type[BadInput]) -> None:
    """Raises ``error`` for a name that no file can have."""
    if "\0" in str(path):
        raise error(tr("{path}: no file can have such a name.").format(path=path))


def is_there(path: Path) -> bool:
    """Whether there is something of that name; nothing is where no name can be so long."""
    try:
        return path.exists()
    except OSError:
        return False


def file_stamp(path: Path) -> object:
    """What a file is known by as it is now; None where there is none."""
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size
    return None


def _too_large(path: Path, error: type[BadInput], largest: int) -> BadInput:
    return error(tr("{path}: too large (over {most} MB).").format(path=path, most=largest // 2**20))
