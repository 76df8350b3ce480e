"""An artefact on disk: safetensors with its card as metadata, never code."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np
from safetensors.numpy import save as save_tensors

from advgui.core.attacks.fitted import (
    FITTED,
    Artefact,
    ArtefactCard,
    FittedAttack,
    make_fitted_attack,
)
from advgui.core.disk.reading import read_bytes
from advgui.core.disk.writing import require_writable, write_bytes
from advgui.core.errors import ArtefactFileError, ParameterError
from advgui.core.formats.tensor_file import (
    ARTEFACT_FAMILY,
    NETWORK_FAMILY,
    Metadata,
    Tensor,
    read_metadata,
    read_tensors,
)
from advgui.core.images import LABELS, Array
from advgui.core.json_text import JsonError, parse_json, shown
from advgui.core.language import tr
from advgui.core.limits import ARTEFACT_BYTES, LARGEST_NUMBER
from advgui.core.lists import offered
from advgui.core.nn.network import LONGEST_NAME
from advgui.core.printable import printable

FORMAT: Final = f"{ARTEFACT_FAMILY}1"
SUFFIX: Final = ".safetensors"
#: What the cards call the digits that are learned from.
DATA: Final = "MNIST's training images"
#: Bytes that what is told of an artefact takes at most.
_TOLD: Final = 8 * 1024
_NOT_OURS: Final = tr("a safetensors file, but not an artefact of advgui")


def save_artefact(artefact: Artefact, path: Path) -> None:
    """Write an artefact in one piece: a file half-written never stands at ``path``.

    Raises ArtefactFileError where it cannot be written, or its method is not among those that
    can be opened.
    """
    write_bytes(path, artefact_bytes(artefact, path.name), ArtefactFileError)


def artefact_bytes(artefact: Artefact, name: str = "artefact") -> bytes:
    """What such a file holds. Raises ArtefactFileError as ``save_artefact`` does, by this name."""
    if FITTED.get(artefact.method) is not type(artefact.attack):
        raise ArtefactFileError(
            tr("{name}: what the attack {method} has learned could not be opened.").format(
                name=name, method=artefact.method
            )
        )
    arrays = {
        name: np.ascontiguousarray(array, dtype=np.float32)
        for name, array in artefact.arrays.items()
    }
    return save_tensors(arrays, metadata=_described(artefact))


def require_artefact_file(attack: FittedAttack, path: Path) -> None:
    """Find out whether what such an attack learns can be saved there, before it learns.

    Raises ArtefactFileError as ``save_artefact`` does, and where the disk has too little room.
    """
    numbers = sum(int(np.prod(shape)) for shape in attack.shapes().values())
    require_writable(path, 4 * numbers + _TOLD, ArtefactFileError)


def load_artefact(path: Path) -> Artefact:
    """Read an artefact that ``save_artefact`` wrote.

    Raises ArtefactFileError, naming the file, where it is missing, damaged, made by something
    else, or holds what its method does not learn.
    """
    content = read_bytes(path, ArtefactFileError, ARTEFACT_BYTES)
    try:
        return artefact_of(content)
    except ValueError as error:
        raise ArtefactFileError(f"{path.name}: {str(error).removesuffix('.')}.") from error


def artefact_of(content: bytes) -> Artefact:
    """The artefact that the bytes of a file hold; ValueError where they hold none."""
    told = _told(read_metadata(content, len(content)))
    return _build(told, read_tensors(content))


def _described(artefact: Artefact) -> dict[str, str]:
    told = {
        "method": artefact.method,
        "settings": artefact.settings,
        "goal": artefact.goal,
        "network": artefact.network,
        "seed": artefact.seed,
        "card": asdict(artefact.card),
    }
    return {"format": FORMAT, "artefact": json.dumps(told)}


def _told(metadata: Metadata) -> Mapping[str, Any]:
    """What the file tells of itself; ValueError where it is another's."""
    written = metadata.get("format", "")
    if written.startswith(NETWORK_FAMILY):
        raise ValueError(tr("a network, where an artefact is wanted"))
    if written != FORMAT:
        newer = written.startswith(ARTEFACT_FAMILY)
        raise ValueError(tr("an artefact of a newer advgui than this") if newer else _NOT_OURS)
    try:
        told = parse_json(metadata.get("artefact", ""))
    except JsonError as error:
        raise ValueError(tr("what it tells of itself is {error}").format(error=error)) from error
    if not isinstance(told, dict):
        raise ValueError(tr("what it tells of itself is no table of names and values"))
    return told


def _build(told: Mapping[str, Any], tensors: Mapping[str, Tensor]) -> Artefact:
    attack = _attack(told)
    arrays = {
        name: _array(name, tensors.get(name), shape) for name, shape in attack.shapes().items()
    }
    problem = attack.misfit(arrays)
    if problem:
        raise ValueError(tr("its artefact {problem}").format(problem=problem))
    goal, seed, network = told.get("goal"), told.get("seed", 0), told.get("network", "")
    if goal is not None and not (type(goal) is int and 0 <= goal < LABELS):
        raise ValueError(tr("its goal is {goal}, no label").format(goal=shown(goal)))
    if type(seed) is not int or seed < 0:
        raise ValueError(tr("its seed is {seed}, no whole number").format(seed=shown(seed)))
    if not isinstance(network, str):
        raise ValueError(tr("its network is {network}, no name").format(network=shown(network)))
    attack.require_goal(goal)
    card = ArtefactCard.from_dict(told.get("card", {}))
    return Artefact(attack, arrays, goal, printable(network, LONGEST_NAME), seed, card)


def _attack(told: Mapping[str, Any]) -> FittedAttack:
    name, settings = told.get("method"), told.get("settings", {})
    if not isinstance(name, str) or name not in FITTED:
        raise ValueError(
            tr("its method is the unknown {name}; {there}").format(
                name=shown(name), there=offered(FITTED)
            )
        )
    if not isinstance(settings, dict):
        raise ValueError(
            tr("its settings are {settings}, no table of names and values").format(
                settings=shown(settings)
            )
        )
    try:
        return make_fitted_attack(name, settings)
    except ParameterError as error:
        raise ValueError(tr("in its settings: {error}").format(error=error)) from error


def _array(name: str, tensor: Tensor | None, shape: tuple[int, ...]) -> Array:
    if tensor is None:
        raise ValueError(tr("its {name} is missing").format(name=name))
    if tensor.shape != shape:
        raise ValueError(
            tr("its {name} has the shape {found}, not {wanted}").format(
                name=name, found=tensor.shape, wanted=shape
            )
        )
    array = tensor.floats()
    if array is None:
        raise ValueError(
            tr("its {name} is of the type {kind}, no number that is read").format(
                name=name, kind=tensor.kind
            )
        )
    if not (np.abs(array) < LARGEST_NUMBER).all():  # nor what is no number
        raise ValueError(
            tr("its {name} has numbers beyond {most:.0e}, or that are none").format(
                name=name, most=LARGEST_NUMBER
            )
        )
    return array
