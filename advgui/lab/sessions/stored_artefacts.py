"""What was learned once, in a session: each artefact once, by its content, and how it is worn."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any, ClassVar

import numpy as np

from advgui.core.attacks.fitted import Artefact
from advgui.core.attacks.fitted.artefact_file import artefact_bytes, artefact_of
from advgui.core.attacks.fitted.places import Place
from advgui.core.images import SIZE
from advgui.core.json_text import shown
from advgui.core.language import tr
from advgui.core.limits import SESSION_ARTEFACTS
from advgui.lab.sessions.fields import Fields
from advgui.lab.sessions.members import Members, Part


@dataclass(frozen=True, slots=True, eq=False)
class StoredArtefact:
    """An artefact, whether it is in no file of its own yet, and whether it is the one worn.

    A patch that is worn may have been put at a ``place`` of its user's.
    """

    made_on: ClassVar[str] = "one_for_all"
    artefact: Artefact
    unsaved: bool = False
    worn: bool = False
    place: Place | None = None


def stored(
    artefacts: Iterable[StoredArtefact], known: Collection[str] = ()
) -> tuple[list[dict[str, Any]], list[Part]]:
    """What is told of the artefacts, and the parts that hold them; of more than fit, the newest.

    Of those whose hashes are ``known`` there are parts already.
    Raises ArtefactFileError where one of them could not be opened again.
    """
    told: dict[str, dict[str, Any]] = {}
    parts: dict[str, bytes] = {}
    for one in list(artefacts)[-SESSION_ARTEFACTS:]:
        key = content_hash(one.artefact)
        place = None if one.place is None else list(one.place)
        told[key] = {"sha256": key, "unsaved": one.unsaved, "worn": one.worn, "place": place}
        if key not in known:
            parts[part_name(key)] = artefact_bytes(one.artefact)
    return list(told.values()), list(parts.items())


def part_name(key: str) -> str:
    """What the part of an artefact is called."""
    return f"artefacts/{key}.safetensors"


@lru_cache(maxsize=SESSION_ARTEFACTS)
def content_hash(artefact: Artefact) -> str:
    """The SHA-256 of what was learned, and how; not of its card."""
    told = (artefact.method, artefact.settings, artefact.goal, artefact.seed)
    found = sha256(json.dumps(told, sort_keys=True).encode())
    for name, array in sorted(artefact.arrays.items()):
        found.update(name.encode())
        found.update(np.ascontiguousarray(array, np.float32).tobytes())
    return found.hexdigest()


def read_artefacts(head: Fields, members: Members) -> tuple[StoredArtefact, ...]:
    """The artefacts of a session; ValueError or BadInput where one is not what it was."""
    if "artefacts" not in head:  # older sessions have none
        return ()
    return tuple(_read(one, members) for one in head.objects("artefacts", SESSION_ARTEFACTS))


def _read(told: Fields, members: Members) -> StoredArtefact:
    key = told.text("sha256", 64)
    artefact = artefact_of(members.packed(part_name(key)).unpacked())
    if content_hash(artefact) != key:
        raise ValueError(tr("its artefact is not the one that was saved"))
    return StoredArtefact(artefact, told.flag("unsaved"), told.flag("worn"), _place(told))


def _place(told: Fields) -> Place | None:
    if "place" not in told:
        return None
    match told.items("place", 2):
        case [int(row), int(column)] if 0 <= row < SIZE and 0 <= column < SIZE:
            return row, column
    raise ValueError(f"{told.place}: place is {shown(told.plain['place'])}, no row and column")
