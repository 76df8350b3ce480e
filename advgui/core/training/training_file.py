"""A training under way on disk: safetensors with its plan as metadata, so that it can go on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save as save_tensors

from advgui.core.disk.reading import read_bytes
from advgui.core.disk.writing import write_bytes
from advgui.core.errors import BadInput, TrainingFileError
from advgui.core.formats.safetensors_file import network_bytes, network_of
from advgui.core.formats.tensor_file import Tensor, read_metadata, read_tensors
from advgui.core.json_text import parse_json
from advgui.core.language import tr
from advgui.core.limits import MEGABYTE, TRAINING_BYTES
from advgui.core.nn.network import LONGEST_NAME, Network
from advgui.core.parameters import settings_of
from advgui.core.printable import printable
from advgui.core.training.data import Folders
from advgui.core.training.plan import Plan, validated_plan
from advgui.core.training.registry import make_training_defence
from advgui.core.training.resuming import Checkpoint, Remembered

FAMILY: Final = "advgui training "
FORMAT: Final = f"{FAMILY}1"
SUFFIX: Final = ".safetensors"
_TEACHER: Final = "teacher"
_CURVES: Final = "curves"
_KINDS: Final[Mapping[str, str]] = {"F32": "<f4", "F64": "<f8", "U8": "|u1", "I64": "<i8"}
_PLAIN: Final = tuple(one.name for one in fields(Plan) if one.name != "defence")

Curves = Mapping[str, NDArray[Any]]
"""What was told of a training so far, by name."""


@dataclass(frozen=True, slots=True, eq=False)
class KeptTraining:
    """A training at one moment: what was asked for, what it needs to go on, and its curves.

    ``done`` is the share in [0, 1] that it has learned, in so many ``seconds``.
    """

    plan: Plan
    folders: Folders
    checkpoint: Checkpoint
    curves: Curves
    done: float
    seconds: float


def save_training(kept: KeptTraining, path: Path) -> None:
    """Write it in one piece. Raises TrainingFileError where it cannot be written, or is too large.

    Raises NetworkFileError for a teacher that fits into no file.
    """
    arrays = {
        f"{part}/{name}": np.ascontiguousarray(array)
        for part, known in {**kept.checkpoint, _CURVES: Remembered(arrays=kept.curves)}.items()
        for name, array in known.arrays.items()
    }
    if (teacher := _teacher_of(kept.plan)) is not None:
        arrays[_TEACHER] = np.frombuffer(network_bytes(teacher), np.uint8)
    if sum(array.nbytes for array in arrays.values()) > TRAINING_BYTES:
        most = TRAINING_BYTES // MEGABYTE
        raise TrainingFileError(
            tr("{name}: this training needs more than {most} MB.").format(name=path.name, most=most)
        )
    told = json.dumps(_told(kept), allow_nan=False)
    metadata = {"format": FORMAT, "training": told}
    write_bytes(path, save_tensors(arrays, metadata=metadata), TrainingFileError)


def load_training(path: Path) -> KeptTraining:
    """Read a training that ``save_training`` wrote.

    Raises TrainingFileError where it is missing, damaged, something else, or of what this
    advgui does not know, as an architecture of a package that is not there any more.
    """
    content = read_bytes(path, TrainingFileError, TRAINING_BYTES)
    try:
        metadata = read_metadata(content, len(content))
        _require_known(metadata.get("format", ""))
        return _build(parse_json(metadata["training"]), read_tensors(content))
    except (BadInput, AttributeError, KeyError, TypeError, ValueError) as error:
        why = str(error).removesuffix(".") if isinstance(error, BadInput) else tr("it is damaged")
        raise TrainingFileError(
            tr("The training that was under way is lost: {why}.").format(why=why)
        ) from error


def _teacher_of(plan: Plan) -> Network | None:
    """The network that it learns from, where it learns from one."""
    found = getattr(plan.defence, _TEACHER, None)
    return found if isinstance(found, Network) else None


def _require_known(written: str) -> None:
    if written != FORMAT:
        newer = written.startswith(FAMILY)
        raise TrainingFileError(tr("it is of a newer advgui") if newer else tr("it is damaged"))


def _told(kept: KeptTraining) -> dict[str, Any]:
    plan, folders, defence = kept.plan, kept.folders, kept.plan.defence
    way = None if defence is None else {"name": defence.name, "settings": settings_of(defence)}
    teacher = _teacher_of(plan)
    return {
        "plan": {name: getattr(plan, name) for name in _PLAIN} | {"defence": way},
        "teacher": None if teacher is None else [teacher.name, teacher.stored_name],
        "mnist": str(folders.mnist),
        "pen": None if folders.pen is None else str(folders.pen),
        "done": kept.done,
        "seconds": kept.seconds,
        "parts": {name: known.values for name, known in kept.checkpoint.items()},
    }


def _build(told: Any, tensors: Mapping[str, Tensor]) -> KeptTraining:  # noqa: ANN401 - JSON
    arrays = {name: _array(tensor) for name, tensor in tensors.items() if "/" in name}
    parts = {
        name: Remembered(values, _below(name, arrays)) for name, values in told["parts"].items()
    }
    return KeptTraining(
        plan=_plan(told["plan"], _teacher(told["teacher"], tensors)),
        folders=Folders(Path(told["mnist"]), told["pen"] and Path(told["pen"])),
        checkpoint=parts,
        curves=_below(_CURVES, arrays),
        done=float(told["done"]),
        seconds=float(told["seconds"]),
    )


def _teacher(told: Any, tensors: Mapping[str, Tensor]) -> Network | None:  # noqa: ANN401 - JSON
    if told is None:
        return None
    name, stored_name = told
    return replace(network_of(bytes(tensors[_TEACHER].content), name), stored_name=stored_name)


def _plan(told: Any, teacher: Network | None) -> Plan:  # noqa: ANN401 - JSON
    way, defence = told["defence"], None
    if way is not None:
        defence = make_training_defence(way["name"], way["settings"], teacher)
    plain = {name: told[name] for name in _PLAIN}
    for name in ("name", "title"):
        plain[name] = printable(plain[name], LONGEST_NAME)
    return validated_plan(Plan(**plain, defence=defence))


def _below(part: str, arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    start = f"{part}/"
    return {n.removeprefix(start): array for n, array in arrays.items() if n.startswith(start)}


def _array(tensor: Tensor) -> NDArray[Any]:
    kind = np.dtype(_KINDS[tensor.kind])
    return np.frombuffer(tensor.content, kind).reshape(tensor.shape).astype(kind.newbyteorder("="))
