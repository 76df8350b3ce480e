"""Files as they are published: plain, in gzip's or compress's packing, or in a zip archive."""

import io
import zlib
from pathlib import PurePosixPath
from typing import Final

from advgui.core.datasets import lzw

SUFFIXES: Final = ("", ".gz", ".Z")
"""What the name of a file may have at its end, by its packing."""

_GZIP: Final = b"\x1f\x8b"
_ZIP: Final = b"PK\x03\x04"


class PackingError(ValueError):
    """Something packed cannot be unpacked; the message tells what is wrong with it."""


def unpack(content: bytes, largest: int, member: str = "") -> bytes:
    """The bytes unpacked, whatever their packing, which their first bytes tell.

    Of a zip archive, that is the file called ``member``, packed in its turn or not.
    Raises PackingError where they are damaged, or more than ``largest`` once unpacked.
    """
    if member and content.startswith(_ZIP):
        return unpack(_out_of_zip(content, largest, member), largest)
    if content.startswith(_GZIP):
        return _out_of_gzip(content, largest)
    if content.startswith(lzw.MAGIC):
        return _out_of_compress(content, largest)
    return content


def unpack_head(content: bytes, size: int) -> bytes:
    """The first ``size`` bytes unpacked, or what can be told of them by the first bytes packed."""
    if content.startswith(_GZIP):
        try:
            return zlib.decompressobj(wbits=31).decompress(content, size)
        except zlib.error as error:
            raise PackingError("its gzip compression is damaged") from error
    if content.startswith(lzw.MAGIC):
        return _unlzw(content, size)[:size]
    return content[:size]


def _out_of_gzip(content: bytes, largest: int) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(content, largest + 1)
    except zlib.error as error:
        raise PackingError("its gzip compression is damaged") from error
    if len(unpacked) > largest:
        raise _too_large(largest)
    if not unpacker.eof:
        raise PackingError("cut short, its gzip compression does not end")
    return unpacked


def _out_of_compress(content: bytes, largest: int) -> bytes:
    unpacked = _unlzw(content, largest)
    if len(unpacked) > largest:
        raise _too_large(largest)
    return unpacked


def _unlzw(content: bytes, largest: int) -> bytes:
    try:
        return lzw.decompress(content, largest)
    except lzw.LzwError as error:
        raise PackingError("its compression (.Z) is damaged") from error


def _out_of_zip(content: bytes, largest: int, member: str) -> bytes:
    import zipfile

    names = [f"{member}{suffix}" for suffix in SUFFIXES]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for info in archive.infolist():
                if PurePosixPath(info.filename).name in names:
                    with archive.open(info) as file:
                        content = file.read(largest + 1)
                    if len(content) > largest:
                        raise _too_large(largest)
                    return content
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise PackingError("its zip archive is damaged") from error
    raise PackingError(f"no {member} in its zip archive")


def _too_large(largest: int) -> PackingError:
    return PackingError(f"too large once unpacked (over {largest // 2**20} MB)")
