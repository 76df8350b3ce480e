"""Libraries of 64-bit Linux without what no loader reads: symbols, debugging, and gaps.

``strip`` moves what patchelf has put into a library of a wheel, and breaks it; here the segments
are moved in the file as they are, and nothing else is kept. The layout is that of elf(5).
"""

import struct
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Self

_MAGIC: Final = b"\x7fELF\x02\x01"  # 64 bits, the low byte first
_X86, _LOAD, _ALLOCATED = 62, 1, 2

#: In a file's head: where the tables of segments and of sections are, and what they are like.
_MACHINE_AT, _TABLES_AT, _SIZES_AT = 18, 32, 54
_SEGMENT: Final = struct.Struct("<II6Q")
_SECTION: Final = struct.Struct("<II4QII2Q")


@dataclass(frozen=True)
class Segment:
    """A line of the table by which a library is loaded; ``offset`` is where it is in the file."""

    kind: int
    flags: int
    offset: int
    address: int
    physical: int
    length: int
    room: int
    align: int

    def has(self, offset: int) -> bool:
        """Whether the byte at this offset of the file is loaded by it."""
        return self.kind == _LOAD and self.offset <= offset < self.offset + self.length

    def at(self, offset: int, page: int) -> Self:
        """The same at the next offset of the file from which pages can be mapped."""
        there = offset + (self.address - offset) % page
        return replace(self, offset=there, align=min(self.align, page))


def segments(content: bytes) -> list[Segment]:
    """All segments of a library, in the order of its table."""
    (table,) = struct.unpack_from("<Q", content, _TABLES_AT)
    _, count = struct.unpack_from("<HH", content, _SIZES_AT)
    places = (table + number * _SEGMENT.size for number in range(count))
    return [Segment(*_SEGMENT.unpack_from(content, place)) for place in places]


def squeezed(content: bytes) -> bytes:
    """The same library with its loaded segments alone, one after the other.

    What is laid out in another way, such as segments that share bytes, is returned as it is.
    """
    if not content.startswith(_MAGIC):
        return content
    loaded = [one for one in segments(content) if one.kind == _LOAD]
    loaded.sort(key=lambda one: one.offset)
    if not loaded or loaded[0].offset or _share_bytes(loaded):
        return content
    (machine,) = struct.unpack_from("<H", content, _MACHINE_AT)
    moved, made = dict[Segment, Segment](), bytearray()
    for one in loaded:
        there = one.at(len(made), 0x1000 if machine == _X86 else 0x10000)
        made += bytes(there.offset - len(made))
        made += content[one.offset : one.offset + one.length]
        moved[one] = there
    _write_segments(made, content, moved)
    _write_sections(made, content, moved)
    return bytes(made)


def _share_bytes(loaded: list[Segment]) -> bool:
    return any(one.has(after.offset) for one, after in pairwise(loaded))


def _there(offset: int, moved: dict[Segment, Segment]) -> int:
    """Where the byte that was at this offset is now; 0 where it has gone."""
    for old, new in moved.items():
        if old.has(offset):
            return offset - old.offset + new.offset
    return 0


def _write_segments(made: bytearray, content: bytes, moved: dict[Segment, Segment]) -> None:
    (table,) = struct.unpack_from("<Q", content, _TABLES_AT)
    table = _there(table, moved)
    struct.pack_into("<Q", made, _TABLES_AT, table)
    for number, one in enumerate(segments(content)):
        new = moved.get(one) or replace(one, offset=_there(one.offset, moved))
        _SEGMENT.pack_into(made, table + number * _SEGMENT.size, *vars(new).values())


def _write_sections(made: bytearray, content: bytes, moved: dict[Segment, Segment]) -> None:
    """Put the table of sections at the end, with the names; those not loaded become empty.

    They keep their numbers, as symbols name them.
    """
    (table,) = struct.unpack_from("<Q", content, _TABLES_AT + 8)
    _, count, named = struct.unpack_from("<HHH", content, _SIZES_AT + 4)
    rows = [list(_SECTION.unpack_from(content, table + n * _SECTION.size)) for n in range(count)]
    names_at, names = len(made), b""
    for number, row in enumerate(rows):
        _, _, flags, _, offset, length, *_ = row
        if number == named:
            names = content[offset : offset + length]
            row[4] = names_at
        elif flags & _ALLOCATED:
            row[4] = _there(offset, moved)
        else:
            row[:] = [0] * len(row)
    made += names
    made += bytes(-len(made) % 8)
    struct.pack_into("<Q", made, _TABLES_AT + 8, len(made))
    made += b"".join(_SECTION.pack(*row) for row in rows)
