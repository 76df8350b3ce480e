"""The parts of a session by name: in a zip, or in a folder while a window is open.

What a zip asks for is found out before anything is unpacked: how many parts it has, what they
are called and how large they become. Only plain parts are read, and nothing is ever unpacked to
the disk, so that a name leads nowhere.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from advgui.core.disk.reading import read_bytes
from advgui.core.disk.writing import write_bytes
from advgui.core.errors import BadInput, SessionFileError
from advgui.core.json_text import shown
from advgui.core.language import tr
from advgui.core.limits import (
    ARTEFACT_BYTES,
    DRAWING_BYTES,
    MEGABYTE,
    NETWORK_BYTES,
    RUN_BYTES,
    SESSION_ARTEFACTS,
    SESSION_BYTES,
    SESSION_NETWORKS,
    SESSION_POISONINGS,
    SESSION_RUNS,
    SESSION_UNPACKED,
    STEPS_BYTES,
    WORK_BYTES,
)

SUFFIX: Final = ".advgui"
HEAD: Final = "session.json"
DRAWING: Final = "drawing.json"

Part = tuple[str, bytes]
"""The name of a part and what it holds."""

#: What parts there can be, and how large each becomes at most.
_LARGEST: Final = (
    (re.compile(r"session\.json"), DRAWING_BYTES),
    (re.compile(r"drawing\.json"), DRAWING_BYTES),
    (re.compile(r"networks/[0-9a-f]{64}\.safetensors"), NETWORK_BYTES),
    (re.compile(r"artefacts/[0-9a-f]{64}\.safetensors"), ARTEFACT_BYTES),
    (re.compile(r"poisonings/[0-9a-f]{64}\.safetensors"), WORK_BYTES),
    (re.compile(r"runs/[1-9][0-9]{0,8}\.(json|png)"), RUN_BYTES),
    (re.compile(r"runs/[1-9][0-9]{0,8}\.safetensors"), STEPS_BYTES),
    (re.compile(r"running/[0-9]{1,8}\.safetensors"), STEPS_BYTES),
)
_MOST: Final = 3 * SESSION_RUNS + SESSION_NETWORKS + SESSION_ARTEFACTS + SESSION_POISONINGS + 2
#: Of the list at the end of a zip: a part takes 46 bytes there and its name.
_LIST_BYTES: Final = 128 * _MOST
_END: Final = b"PK\x05\x06"
_END_BYTES: Final = 22
_LOCATOR: Final = b"PK\x06\x07"
_LOCATOR_BYTES: Final = 20
_LOCAL: Final = b"PK\x03\x04"
_LOCAL_BYTES: Final = 30
_ENCRYPTED: Final = 1
#: The fastest: what is in a session is mostly images, which the next level packs no better.
_LEVEL: Final = 1
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
_INCOMPLETE: Final = tr("not a complete session")


class Members(Protocol):
    """What a session is read from."""

    @property
    def names(self) -> Sequence[str]:
        """Its parts."""
        ...

    def __contains__(self, name: str) -> bool:
        """Whether there is such a part."""
        ...

    def packed(self, name: str) -> "Packed":
        """One of them, as it lies there. Raises ValueError where it is missing."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """A part that is unpacked when one looks at it: ``size`` bytes, with their checksum."""

    content: bytes
    size: int
    checksum: int
    deflated: bool

    @classmethod
    def of(cls, content: bytes) -> "Packed":
        """Packed now."""
        deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = deflate.compress(content) + deflate.flush()
        return cls(packed, len(content), zlib.crc32(content), deflated=True)

    def unpacked(self) -> bytes:
        """What it holds; ValueError where it is damaged."""
        content = self._inflated() if self.deflated else self.content
        if len(content) != self.size or zlib.crc32(content) != self.checksum:
            raise ValueError(_INCOMPLETE)
        return content

    def _inflated(self) -> bytes:
        """No more than it says, and a byte to tell that there is more."""
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.content, self.size + 1)
        except zlib.error as error:
            raise ValueError(_INCOMPLETE) from error


class ZipMembers:
    """The parts of a zip that is held whole. ValueError says what is wrong with it."""

    def __init__(self, content: bytes) -> None:
        count = _count(content)
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as found:
                infos = found.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
            raise ValueError(_INCOMPLETE) from error
        self._content = content
        self._infos = {info.filename: _checked(info) for info in infos}
        if count != len(infos):
            raise ValueError(_INCOMPLETE)
        if len(self._infos) != len(infos):
            raise ValueError(tr("a session that has two parts of one name"))
        if sum(info.file_size for info in infos) > SESSION_UNPACKED:
            raise ValueError(
                tr("a session of more than {most} MB, unpacked").format(
                    most=SESSION_UNPACKED // MEGABYTE
                )
            )

    @property
    def names(self) -> Sequence[str]:
        """In their order."""
        return tuple(self._infos)

    def __contains__(self, name: str) -> bool:
        """By its list."""
        return name in self._infos

    def packed(self, name: str) -> Packed:
        """A slice of the zip."""
        info = self._infos.get(name)
        if info is None:
            raise ValueError(
                tr("{incomplete}: it lacks {name}").format(incomplete=_INCOMPLETE, name=name)
            )
        named = info.header_offset + _LOCAL_BYTES
        head = self._content[info.header_offset : named]
        called, more = (int.from_bytes(head[at : at + 2], "little") for at in (26, 28))
        if not head.startswith(_LOCAL) or self._content[named : named + called] != name.encode():
            raise ValueError(_INCOMPLETE)
        start = named + called + more
        content = self._content[start : start + info.compress_size]
        return Packed(content, info.file_size, info.CRC, info.compress_type == zipfile.ZIP_DEFLATED)


class FolderMembers:
    """The parts of a folder, in which others are left alone; those of a run are in one zip.

    A zip that is damaged is as good as none.
    """

    def __init__(self, folder: Path) -> None:
        kinds = ("*.json", "networks/*", "artefacts/*", "poisonings/*", "running/*")
        files = (path for kind in kinds for path in folder.glob(kind))
        named = {path.relative_to(folder).as_posix(): path for path in files}
        self._paths = {name: path for name, path in sorted(named.items()) if largest(name)}
        self._packed: dict[str, Packed] = {}
        for path in (*folder.glob("running/*.zip"), *sorted(folder.glob("runs/*.zip"))):
            with suppress(BadInput, ValueError):
                found = ZipMembers(read_bytes(path, SessionFileError, SESSION_BYTES))
                self._packed |= {name: found.packed(name) for name in found.names}

    @property
    def names(self) -> Sequence[str]:
        """By name."""
        return (*self._paths, *self._packed)

    def __contains__(self, name: str) -> bool:
        """By what was there."""
        return name in self._paths or name in self._packed

    def packed(self, name: str) -> Packed:
        """Read and packed now, if it was not packed yet."""
        if name in self._packed:
            return self._packed[name]
        if name not in self._paths:
            raise ValueError(
                tr("{incomplete}: it lacks {name}").format(incomplete=_INCOMPLETE, name=name)
            )
        try:
            return Packed.of(read_bytes(self._paths[name], SessionFileError, largest(name)))
        except BadInput as error:
            raise ValueError(str(error).removesuffix(".")) from error


def largest(name: str) -> int:
    """How many bytes a part of that name may have; 0 where there is no such part."""
    return next((most for pattern, most in _LARGEST if pattern.fullmatch(name)), 0)


def write_zip(path: Path, parts: Iterable[Part]) -> None:
    """Write a session in one piece, always the same bytes for the same parts.

    Raises SessionFileError where it cannot be written, or becomes too large to be opened.
    """
    content = zip_bytes(parts)
    if len(content) > SESSION_BYTES:
        most = SESSION_BYTES // MEGABYTE
        raise SessionFileError(
            tr(
                "{name}: this session has more than {most} MB; delete some of its runs first."
            ).format(name=path.name, most=most)
        )
    write_bytes(path, content, SessionFileError)


def zip_bytes(parts: Iterable[Part]) -> bytes:
    """What such a file holds."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compresslevel=_LEVEL) as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, _LONG_AGO)
            small = name.endswith(".png")  # packed already
            info.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, compresslevel=_LEVEL)
    return buffer.getvalue()


def _count(content: bytes) -> int:
    """How many parts the list at the end has, before it is read: each takes memory."""
    end = content[-_END_BYTES:]
    if len(end) < _END_BYTES or not end.startswith(_END) or end[-2:] != b"\0\0":
        raise ValueError(_INCOMPLETE)
    before = content[-_END_BYTES - _LOCATOR_BYTES : -_END_BYTES]
    if before.startswith(_LOCATOR):
        raise ValueError(
            tr("a session of more than {most} MB").format(most=SESSION_BYTES // MEGABYTE)
        )
    fields = ((10, 12), (12, 16), (16, 20))
    count, size, start = (int.from_bytes(end[a:b], "little") for a, b in fields)
    if count > _MOST or size > _LIST_BYTES:
        raise ValueError(tr("a session of more than {most:,} runs").format(most=SESSION_RUNS))
    if start + size + _END_BYTES != len(content):
        raise ValueError(_INCOMPLETE)
    return count


def _checked(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The same; ValueError where it is no part that a session has."""
    most = largest(info.filename)
    if not most:
        raise ValueError(tr("no session, as it holds {name}").format(name=shown(info.filename)))
    plain = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if not plain or info.flag_bits & _ENCRYPTED:
        raise ValueError(
            tr("a session whose {name} is packed in a way that is not read").format(
                name=info.filename
            )
        )
    if info.file_size > most:
        raise ValueError(
            tr("a session whose {name} has more than {most} MB").format(
                name=info.filename, most=most // MEGABYTE
            )
        )
    return info
