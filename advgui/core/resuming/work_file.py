"""Work under way on disk: safetensors with what was asked for as metadata; so it can go on."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save as save_tensors

from advgui.core.disk.reading import read_bytes
from advgui.core.disk.writing import write_bytes
from advgui.core.errors import BadInput, WorkFileError
from advgui.core.formats.safetensors_file import network_bytes, network_of
from advgui.core.formats.tensor_file import Tensor, read_metadata, read_tensors
from advgui.core.json_text import parse_json
from advgui.core.language import tr
from advgui.core.limits import MEGABYTE, WORK_BYTES
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import Arrays, Checkpoint, Remembered

_PARTS: Final = "parts"
_KINDS: Final[Mapping[str, str]] = {"F32": "<f4", "F64": "<f8", "U8": "|u1", "I64": "<i8"}

Built = TypeVar("Built")


@dataclass(frozen=True, slots=True)
class WorkKind:
    """What a kind of work is called in its files, and what is said where one is ``lost``."""

    name: str
    lost: str

    @property
    def family(self) -> str:
        """How the formats of its files begin."""
        return f"advgui {self.name} "

    @property
    def format(self) -> str:
        """That of the files which are written."""
        return f"{self.family}1"


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """What stands in such a file: what is ``told``, as JSON, arrays by name, and the checkpoint."""

    told: Mapping[str, Any]
    arrays: Arrays
    checkpoint: Checkpoint

    def below(self, part: str) -> dict[str, NDArray[Any]]:
        """The arrays whose names begin with a part's."""
        return _below(part, self.arrays)


def save_work(kind: WorkKind, written: Written, path: Path) -> None:
    """Write it in one piece. Raises WorkFileError where it cannot be written, or is too large.

    ValueError where something of it is no number.
    """
    arrays = {name: np.ascontiguousarray(array) for name, array in written.arrays.items()}
    for part, known in written.checkpoint.items():
        arrays |= {f"{part}/{n}": np.ascontiguousarray(a) for n, a in known.arrays.items()}
    if sum(array.nbytes for array in arrays.values()) > WORK_BYTES:
        most = WORK_BYTES // MEGABYTE
        raise WorkFileError(
            tr("{name}: what is to be kept needs more than {most} MB.").format(
                name=path.name, most=most
            )
        )
    values = {part: known.values for part, known in written.checkpoint.items()}
    told = json.dumps({**written.told, _PARTS: values}, allow_nan=False)
    metadata = {"format": kind.format, kind.name: told}
    write_bytes(path, save_tensors(arrays, metadata=metadata), WorkFileError)


def load_work(kind: WorkKind, path: Path, build: Callable[[Written], Built]) -> Built:
    """Read what ``save_work`` wrote, as ``build`` makes it of that.

    Raises WorkFileError where it is missing, damaged, something else, or of what this advgui
    does not know, as an attack of a package that is not there any more.
    """
    content = read_bytes(path, WorkFileError, WORK_BYTES)
    try:
        metadata = read_metadata(content, len(content))
        _require_known(kind, metadata.get("format", ""))
        told = parse_json(metadata[kind.name])
        return build(_written(told, read_tensors(content)))
    except (BadInput, AttributeError, KeyError, TypeError, ValueError) as error:
        why = str(error).removesuffix(".") if isinstance(error, BadInput) else tr("it is damaged")
        raise WorkFileError(kind.lost.format(why=why)) from error


def arrays_of(content: bytes) -> dict[str, NDArray[Any]]:
    """The arrays of safetensors, of the kinds that are written here; KeyError or ValueError."""
    return _arrays(read_tensors(content))


def network_part(network: Network) -> tuple[list[str], NDArray[np.uint8]]:
    """What is told of a network, and an array that holds it. Raises NetworkFileError."""
    return [network.name, network.stored_name], np.frombuffer(network_bytes(network), np.uint8)


def network_in(told: Any, content: NDArray[Any]) -> Network:  # noqa: ANN401 - JSON
    """The network that they are of. Raises ValueError or TypeError where they are of none."""
    name, stored_name = told
    return replace(network_of(content.tobytes(), name), stored_name=stored_name)


def _require_known(kind: WorkKind, written: str) -> None:
    if written != kind.format:
        newer = written.startswith(kind.family)
        raise WorkFileError(tr("it is of a newer advgui") if newer else tr("it is damaged"))


def _written(told: Any, tensors: Mapping[str, Tensor]) -> Written:  # noqa: ANN401 - JSON
    arrays = _arrays(tensors)
    parts = {
        name: Remembered(values, _below(name, arrays)) for name, values in told[_PARTS].items()
    }
    return Written(told, arrays, parts)


def _arrays(tensors: Mapping[str, Tensor]) -> dict[str, NDArray[Any]]:
    return {name: _array(tensor) for name, tensor in tensors.items()}


def _below(part: str, arrays: Arrays) -> dict[str, NDArray[Any]]:
    start = f"{part}/"
    return {n.removeprefix(start): array for n, array in arrays.items() if n.startswith(start)}


def _array(tensor: Tensor) -> NDArray[Any]:
    kind = np.dtype(_KINDS[tensor.kind])
    return np.frombuffer(tensor.content, kind).reshape(tensor.shape).astype(kind.newbyteorder("="))
