"""An ONNX file before it is unpacked: how much there is in it, which may be far more than bytes."""

from typing import Any, Final

import onnx

from advgui.core.formats.onnx.graph import GraphError
from advgui.core.language import tr
from advgui.core.limits import FIELDS, WEIGHTS

# Protocol Buffers' ways of writing a field (protobuf.dev/programming-guides/encoding).
_VARINT, _EIGHT, _SIZED, _FOUR = 0, 1, 2, 5
_FIXED: Final = {_EIGHT: 8, _FOUR: 4}
_MOST_PACKED: Final = WEIGHTS // 4  # bytes: a whole number of one byte takes up to eight unpacked
_NUMBERS: Final = onnx.TensorProto.DESCRIPTOR.fields_by_name
_WHOLE: Final = {_NUMBERS[name].type for name in ("int32_data", "int64_data", "uint64_data")}


def require_few_fields(content: bytes) -> None:
    """Raise GraphError where a file has more fields than a network has any use for.

    Even an empty message, two bytes long, takes a hundred once it is unpacked. Where the file
    is damaged, whoever unpacks it will say so.
    """
    waiting: list[tuple[memoryview, Any]] = [(memoryview(content), onnx.ModelProto.DESCRIPTOR)]
    fields, packed = 0, 0
    while waiting:
        part, kind = waiting.pop()
        place = 0
        while place < len(part):
            fields += 1
            key, place = _varint(part, place)
            size, place = _size(part, place, key & 7)
            field = kind.fields_by_number.get(key >> 3)
            if key & 7 == _SIZED and field is not None:
                if field.message_type:
                    waiting.append((part[place : place + size], field.message_type))
                elif field.type in _WHOLE:
                    packed += size
            place += size
            if fields > FIELDS or packed > _MOST_PACKED:
                raise GraphError(
                    tr("it has more than {fields:,} fields, or lists as long as that").format(
                        fields=FIELDS
                    )
                )


def _size(part: memoryview, place: int, wire: int) -> tuple[int, int]:
    """How many bytes a field takes, and where they begin."""
    if wire == _SIZED:
        return _varint(part, place)
    if wire == _VARINT:
        return 0, _varint(part, place)[1]
    return _FIXED.get(wire, 0), place


def _varint(part: memoryview, place: int) -> tuple[int, int]:
    """A whole number of seven bits a byte, and what comes behind it."""
    number = 0
    for index, byte in enumerate(part[place : place + 10]):
        number |= (byte & 127) << 7 * index
        if byte < 128:
            return number, place + index + 1
    return number, len(part)
