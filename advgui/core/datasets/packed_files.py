"""The files of data sets on the disk: found under any of their names, and unpacked."""

import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from advgui.core.disk.reading import is_there, read_bytes, read_start
from advgui.core.errors import DatasetError
from advgui.core.language import tr
from advgui.core.limits import MNIST_BYTES

#: What the name of a file may have at its end, by its packing.
_SUFFIXES: Final = ("", ".gz")
#: How Unix's compress names what it packs, which is found but not read.
_COMPRESS: Final = ".Z"

_GZIP: Final = b"\x1f\x8b"


class PackingError(ValueError):
    """Something packed cannot be unpacked; the message tells what is wrong with it."""


def find_file(folder: Path, name: str) -> Path | None:
    """The file of that name, gzipped or not, with ``-`` or ``.`` before ``idx``, if it is there."""
    return _first(folder, name, _SUFFIXES)


def required_file(folder: Path, name: str) -> Path:
    """The same; raises DatasetError where there is none."""
    path = find_file(folder, name)
    if path is None:
        missing = tr("{folder}: {name} (or {name}.gz) is not there.").format(
            folder=folder, name=name
        )
        raise DatasetError(compress_words(folder, name) or missing)
    return path


def compress_words(folder: Path, name: str) -> str:
    """What to do where the file is there in compress's packing, which is not read; else empty."""
    packed = _first(folder, name, [_COMPRESS])
    if packed is None:
        return ""
    return tr(
        "{packed}: packed by compress ({compress}), which advgui does not read; unpack it "
        "there, with gzip -d {name} or with 7-Zip."
    ).format(packed=packed, compress=_COMPRESS, name=packed.name)


def _first(folder: Path, name: str, suffixes: Iterable[str]) -> Path | None:
    stems = (name, name.replace("-idx", ".idx"))
    paths = (folder / f"{stem}{suffix}" for stem in stems for suffix in suffixes)
    return next(filter(is_there, paths), None)


def read_unpacked(path: Path, largest: int = MNIST_BYTES) -> bytes:
    """All of a file, unpacked if it is packed, of at most ``largest`` bytes.

    Raises DatasetError, naming the file, where it cannot be read, is damaged or too large.
    """
    content = read_bytes(path, DatasetError, largest)
    try:
        return unpack(content, largest)
    except PackingError as error:
        raise DatasetError(f"{path.name}: {error}.") from error


def read_head(path: Path, size: int) -> bytes:
    """The first ``size`` bytes of the same, or fewer where that is all; it takes no time."""
    content = read_start(path, DatasetError, size)
    if not content.startswith(_GZIP):
        return content
    try:
        return zlib.decompressobj(wbits=31).decompress(content, size)
    except zlib.error as error:
        raise DatasetError(
            tr("{name}: its gzip compression is damaged.").format(name=path.name)
        ) from error


def unpack(content: bytes, largest: int) -> bytes:
    """The bytes as they were before gzip packed them, if it did, which their first bytes tell.

    Raises PackingError where they are damaged, or more than ``largest`` once unpacked.
    """
    if not content.startswith(_GZIP):
        return content
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(content, largest + 1)
    except zlib.error as error:
        raise PackingError(tr("its gzip compression is damaged")) from error
    if len(unpacked) > largest:
        raise PackingError(
            tr("too large once unpacked (over {most} MB)").format(most=largest // 2**20)
        )
    if not unpacker.eof:
        raise PackingError(tr("cut short, its gzip compression does not end"))
    return unpacked
