"""The safetensors format: its head and its arrays, of every floating-point type up to 32 bits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeGuard

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, deserialize

from advgui.core.json_text import JsonError, parse_json
from advgui.core.language import tr
from advgui.core.limits import HEAD_BYTES, MEGABYTE

Floats = NDArray[np.float32]
Metadata = Mapping[str, str]

#: How the formats of networks and of artefacts begin, each of which tells the other's file.
NETWORK_FAMILY: Final = "advgui network "
ARTEFACT_FAMILY: Final = "advgui artefact "

_LENGTH: Final = 8  # bytes, that tell how long the head is behind them


@dataclass(frozen=True, slots=True, eq=False)
class Tensor:
    """An array as it lies in the file."""

    kind: str
    shape: tuple[int, ...]
    content: bytes

    def floats(self) -> Floats | None:
        """Its numbers, none of them rounded; None where they are no floats of up to 32 bits."""
        widen = WIDENED.get(self.kind)
        return None if widen is None else widen(self.content).reshape(self.shape)


def read_metadata(head: bytes, size: int) -> Metadata:
    """What a file of ``size`` bytes that begins so tells of itself; empty where it tells nothing.

    Raises ValueError where it is no safetensors file, or has too large a head.
    """
    length = int.from_bytes(head[:_LENGTH], "little")
    if size < _LENGTH or length > size - _LENGTH:
        raise ValueError(tr("not a complete safetensors file"))
    if length > HEAD_BYTES:
        raise ValueError(
            tr("a safetensors file with a head of more than {most} MB").format(
                most=HEAD_BYTES // MEGABYTE
            )
        )
    try:
        header = parse_json(head[_LENGTH : _LENGTH + length])
    except JsonError as error:
        raise ValueError(
            tr("not a complete safetensors file: its head is {error}").format(error=error)
        ) from error
    found = header.get("__metadata__") if isinstance(header, dict) else None
    return found if _is_metadata(found) else {}


def _is_metadata(found: object) -> TypeGuard[Metadata]:
    return isinstance(found, dict) and all(isinstance(text, str) for text in found.values())


def read_tensors(content: bytes) -> Mapping[str, Tensor]:
    """All arrays of a file; ValueError where it is damaged."""
    try:
        found: list[tuple[str, dict[str, Any]]] = deserialize(content)  # type: ignore[no-untyped-call]
    except (SafetensorError, OverflowError) as error:
        raise ValueError(tr("not a complete safetensors file")) from error
    return {name: Tensor(it["dtype"], tuple(it["shape"]), it["data"]) for name, it in found}


def _bfloat16(content: bytes) -> Floats:
    """The upper half of a float32."""
    return (np.frombuffer(content, "<u2").astype(np.uint32) << 16).view(np.float32)


def _float8_e5m2(content: bytes) -> Floats:
    """The upper half of a float16."""
    halves = (np.frombuffer(content, np.uint8).astype(np.uint16) << 8).view(np.float16)
    return halves.astype(np.float32)


def _float8_e4m3(content: bytes) -> Floats:
    """A sign, four bits of exponent and three of fraction, without infinities (OCP OFP8)."""
    floats: Floats = _E4M3[np.frombuffer(content, np.uint8)]
    return floats


def _all_e4m3() -> Floats:
    byte = np.arange(256)
    exponent, fraction = byte >> 3 & 15, byte & 7
    sizes = np.where(exponent > 0, 8 + fraction, fraction) * 2.0 ** (np.maximum(exponent, 1) - 10)
    sizes[byte & 127 == 127] = np.nan
    floats: Floats = np.where(byte < 128, sizes, -sizes).astype(np.float32)
    return floats


_E4M3: Final[Floats] = _all_e4m3()
WIDENED: Final[Mapping[str, Callable[[bytes], Floats]]] = {
    "F32": lambda content: np.frombuffer(content, "<f4").astype(np.float32, copy=False),
    "F16": lambda content: np.frombuffer(content, "<f2").astype(np.float32),
    "BF16": _bfloat16,
    "F8_E4M3": _float8_e4m3,
    "F8_E5M2": _float8_e5m2,
}
"""How the types that are read become float32; each holds all of the type's numbers."""
