"""What Unix's ``compress`` packed (``.Z``): the pen digits are published so, and only so.

Welch, "A Technique for High-Performance Data Compression", IEEE Computer 17 (6), 1984, with
the codes of growing width of compress 4.0.
"""

from collections.abc import Iterator
from typing import Final

MAGIC: Final = b"\x1f\x9d"

_CLEAR: Final = 256
_NARROWEST: Final = 9
_WIDEST: Final = 16
_GROUP: Final = 8  # codes of one width come in groups of so many, the last one padded


class LzwError(ValueError):
    """The bytes are not what compress writes."""


def decompress(content: bytes, largest: int) -> bytes:
    """The bytes that were packed, or the first of them, just over ``largest``.

    Raises LzwError where they are damaged. The format has neither a length nor a sum to
    check by: what is cut short gives less.
    """
    if not content.startswith(MAGIC) or len(content) < 3:
        raise LzwError
    unpacked = bytearray()
    for entry in _entries(content, widest=content[2] & 0x1F, clears=bool(content[2] & 0x80)):
        unpacked += entry
        if len(unpacked) > largest:
            break
    return bytes(unpacked)


def _entries(content: bytes, *, widest: int, clears: bool) -> Iterator[bytes]:
    """What each code stands for; one of them, if it ``clears``, begins a new table."""
    if not _NARROWEST < widest <= _WIDEST:  # of 9 alone, even its own writers differ
        raise LzwError
    first = [bytes([value]) for value in range(256)] + [b""] * clears
    table, former, width, position = first.copy(), b"", _NARROWEST, 3
    while position < len(content):
        group = content[position : position + width]
        position += width
        bits, mask = int.from_bytes(group, "little"), (1 << width) - 1
        for _ in range(len(group) * _GROUP // width):
            code = bits & mask
            bits >>= width
            if clears and code == _CLEAR:
                table, former, width = first.copy(), b"", _NARROWEST
                break
            entry = _entry(table, code, former)
            yield entry
            if former and len(table) < 1 << widest:
                table.append(former + entry[:1])
            former = entry
            if len(table) > mask and width < widest:
                width += 1
                break


def _entry(table: list[bytes], code: int, former: bytes) -> bytes:
    """What a code stands for; it may be the very one that comes next into the table."""
    if code < len(table):
        return table[code]
    if code > len(table) or not former:
        raise LzwError
    return former + former[:1]
