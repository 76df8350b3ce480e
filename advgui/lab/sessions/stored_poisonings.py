"""What came of poisoned trainings, in a session: each once, by its content, with its course."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar

from advgui.core.errors import BadInput
from advgui.core.formats.tensor_file import read_metadata
from advgui.core.json_text import parse_json
from advgui.core.language import tr
from advgui.core.limits import SESSION_POISONINGS
from advgui.lab.sessions.fields import Fields
from advgui.lab.sessions.members import Members, Part
from advgui.lab.sessions.stored_networks import content_hash as network_hash

if TYPE_CHECKING:
    # Not at run time: few sessions have one, and every window keeps a session.
    from advgui.core.training.poisoned import Look, PoisonOutcome


@dataclass(frozen=True, slots=True, eq=False)
class StoredPoisoning:
    """Both networks and all that is known of them, and how they were seen to learn.

    ``unsaved`` says that the newest network of it is neither on offer nor in a file yet.
    """

    made_on: ClassVar[str] = "poison"
    outcome: "PoisonOutcome"
    looks: "tuple[Look, ...]" = ()
    unsaved: bool = False


def stored(
    poisonings: Iterable[StoredPoisoning], known: Collection[str] = ()
) -> tuple[list[dict[str, Any]], list[Part]]:
    """What is told of them, and the parts that hold them; of more than fit, the newest.

    Of those whose hashes are ``known`` there are parts already. Raises NetworkFileError where a
    network fits into no file.
    """
    told: dict[str, dict[str, Any]] = {}
    parts: dict[str, bytes] = {}
    for one in list(poisonings)[-SESSION_POISONINGS:]:
        key = content_hash(one.outcome)
        told[key] = {"sha256": key, "unsaved": one.unsaved}
        if key not in known:
            parts[part_name(key)] = _content(one)
    return list(told.values()), list(parts.items())


def part_name(key: str) -> str:
    """What the part of one is called."""
    return f"poisonings/{key}.safetensors"


@lru_cache(maxsize=SESSION_POISONINGS)
def content_hash(outcome: "PoisonOutcome") -> str:
    """The SHA-256 of what its networks compute."""
    networks = (outcome.twin, *outcome.networks)
    return sha256("".join(map(network_hash, networks)).encode()).hexdigest()


def read_poisonings(head: Fields, members: Members) -> tuple[StoredPoisoning, ...]:
    """Those of a session; ValueError where one is not what it was."""
    if "poisonings" not in head:  # older sessions have none
        return ()
    return tuple(_read(one, members) for one in head.objects("poisonings", SESSION_POISONINGS))


def _content(one: StoredPoisoning) -> bytes:
    from safetensors.numpy import save

    from advgui.core.training.poison_file import looks_told, outcome_parts

    told, arrays = outcome_parts(one.outcome)
    text = json.dumps({**told, "looks": looks_told(one.looks)}, allow_nan=False)
    return save(arrays, metadata={"outcome": text})


def _read(told: Fields, members: Members) -> StoredPoisoning:
    from advgui.core.resuming.work_file import arrays_of
    from advgui.core.training.poison_file import looks_of, outcome_of

    key = told.text("sha256", 64)
    content = members.packed(part_name(key)).unpacked()
    try:
        metadata = read_metadata(content, len(content))
        found: Any = parse_json(metadata["outcome"])
        outcome, looks = outcome_of(found, arrays_of(content)), looks_of(found["looks"])
    except (BadInput, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(tr("its poisoned networks are damaged")) from error
    if content_hash(outcome) != key:
        raise ValueError(tr("its poisoned networks are not those that were saved"))
    return StoredPoisoning(outcome, looks, told.flag("unsaved"))
