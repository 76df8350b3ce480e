"""compress (``.Z``) written for the tests, from its documentation and with no look at ours."""

from collections.abc import Iterator

CLEAR = 256


def compress(content: bytes, widest: int = 16, *, clear_every: int | None = None) -> bytes:
    """Pack with codes of up to ``widest`` bits, beginning anew after so many codes if asked."""
    packed = bytearray([0x1F, 0x9D, 0x80 | widest])
    group: list[int] = []
    width = 9
    for code, needed in _codes(content, widest, clear_every):
        if needed != width:
            packed += _bytes_of(group, width)
            group, width = [], needed
        group.append(code)
        if len(group) == 8 or code == CLEAR:
            packed += _bytes_of(group, width)
            group = []
    used = -(-len(group) * width // 8)
    return bytes(packed + _bytes_of(group, width)[:used])


def _bytes_of(group: list[int], width: int) -> bytes:
    """Up to eight codes, which take the bytes of eight."""
    bits = sum(code << (place * width) for place, code in enumerate(group))
    return bits.to_bytes(width, "little") if group else b""


def _codes(content: bytes, widest: int, clear_every: int | None) -> Iterator[tuple[int, int]]:
    """Each code with the width that it is written in."""
    table = {bytes([value]): value for value in range(256)}
    width, free, since, known = 9, 257, 0, b""
    for value in content:
        longer = known + bytes([value])
        if longer in table:
            known = longer
            continue
        yield table[known], width
        since += 1
        if free < 1 << widest:
            if free >= 1 << width:
                width += 1
            table[longer] = free
            free += 1
        known = bytes([value])
        if clear_every and since >= clear_every:
            yield table[known], _after(width, free, widest)
            yield CLEAR, _after(width, free + 1, widest)
            table = {bytes([value]): value for value in range(256)}
            width, free, since, known = 9, 257, 0, b""
    if known:
        yield table[known], _after(width, free, widest)


def _after(width: int, free: int, widest: int) -> int:
    return width + 1 if free > 1 << width and width < widest else width
