"""The networks of a session: each once, by its content; those that ship by their name alone."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

import numpy as np

from advgui.core.defences.base import Defence
from advgui.core.defences.defended import bare_of, defences_of, defended
from advgui.core.formats.layer_schema import describe_layer
from advgui.core.formats.safetensors_file import network_bytes, network_of
from advgui.core.formats.stored_defences import KEY as DEFENCES
from advgui.core.formats.stored_defences import stored_defences
from advgui.core.json_text import shown
from advgui.core.language import tr
from advgui.core.limits import SESSION_NETWORKS
from advgui.core.nn.network import LONGEST_NAME, Network
from advgui.core.zoo import SHIPPED, load_shipped
from advgui.lab.sessions.fields import Fields
from advgui.lab.sessions.members import Members, Part


@dataclass(frozen=True, slots=True, eq=False)
class StoredNetwork:
    """A network alone, and whether it was trained here and is in no file of its own yet."""

    network: Network
    unsaved: bool = False


@lru_cache(maxsize=64)
def content_hash(bare: Network) -> str:
    """The SHA-256 of what a network computes: layers, weights and output; not of its card."""
    found = sha256(bare.output.encode())
    for layer in bare.layers:
        found.update(json.dumps(describe_layer(layer), sort_keys=True).encode())
        for name, array in sorted(layer.weights.items()):
            found.update(name.encode())
            found.update(np.ascontiguousarray(array, np.float32).tobytes())
    return found.hexdigest()


def stored(
    networks: Iterable[StoredNetwork], known: Collection[str] = ()
) -> tuple[list[dict[str, Any]], list[Part]]:
    """What is told of the networks, each once, and the parts that hold those that do not ship.

    Of those whose hashes are ``known`` there are parts already.

    Raises NetworkFileError where one of them fits into no file.
    """
    told: dict[str, dict[str, Any]] = {}
    parts = []
    for one in networks:
        key = content_hash(one.network)
        if key in told:
            continue
        ships = is_shipped(one.network)
        told[key] = {
            "sha256": key,
            "name": one.network.name,
            "stored_name": one.network.stored_name,
            "ships": ships,
            "unsaved": one.unsaved,
        }
        if not ships and key not in known:
            parts.append((part_name(key), network_bytes(one.network)))
    return list(told.values()), parts


def part_name(key: str) -> str:
    """What the part of a network is called."""
    return f"networks/{key}.safetensors"


def is_shipped(bare: Network) -> bool:
    """Whether a network is one of those that ship, as it ships."""
    return bare.name in SHIPPED and content_hash(bare) == _shipped_hash(bare.name)


def read_networks(found: Fields, members: Members) -> dict[str, StoredNetwork]:
    """The networks of a session by their hash; ValueError where one is not what it was."""
    return dict(_read(one, members) for one in found.objects("networks", SESSION_NETWORKS))


def reference(network: Network) -> dict[str, Any]:
    """A network in JSON: which one, and what it stands behind."""
    defences = [one.as_dict() for one in defences_of(network)]
    return {"sha256": content_hash(bare_of(network)), DEFENCES: defences}


class Behind:
    """Networks behind their defences, each made once, so that the same are known as the same."""

    def __init__(self, networks: Mapping[str, StoredNetwork]) -> None:
        self._networks = networks
        self._made: dict[tuple[str, tuple[Defence, ...]], Network] = {}

    def named(self, found: Fields) -> Network:
        """The one that a reference means; ValueError where there is none."""
        key = found.text("sha256")
        if key not in self._networks:
            raise ValueError(
                tr("{place}: its network {network} is not in the session").format(
                    place=found.place, network=shown(key)
                )
            )
        defences = stored_defences({DEFENCES: json.dumps(found.plain.get(DEFENCES, []))})
        made = self._made.get((key, defences))
        if made is None:
            made = self._made[key, defences] = defended(self._networks[key].network, defences)
        return made


class Rehoused:
    """Gives each network the one that stands for it on offer, behind the same defences."""

    def __init__(self, house: Callable[[StoredNetwork], Network]) -> None:
        self._house = house
        self._made: dict[int, tuple[Network, Network]] = {}

    def add(self, networks: Sequence[StoredNetwork]) -> None:
        """Offer all of these."""
        for one in networks:
            self._made[id(one.network)] = one.network, bare_of(self._house(one))

    def __call__(self, network: Network) -> Network:
        """What stands for it."""
        if id(network) not in self._made:
            bare = self._made[id(bare_of(network))][1]
            self._made[id(network)] = network, defended(bare, defences_of(network))
        return self._made[id(network)][1]


@lru_cache(maxsize=len(SHIPPED))
def _shipped(name: str) -> Network:
    return load_shipped(name)


@lru_cache(maxsize=len(SHIPPED))
def _shipped_hash(name: str) -> str:
    return content_hash(load_shipped(name))


def _read(told: Fields, members: Members) -> tuple[str, StoredNetwork]:
    key, name = told.text("sha256", 64), told.text("name", LONGEST_NAME)
    unsaved = told.flag("unsaved")
    if told.flag("ships"):
        return key, StoredNetwork(_as_shipped(key, name))
    try:
        network = network_of(members.packed(part_name(key)).unpacked(), name)
    except ValueError as error:
        raise ValueError(
            tr("its network {network}: {error}").format(network=shown(name), error=error)
        ) from error
    if content_hash(bare_of(network)) != key:
        raise ValueError(
            tr("its network {network} is not the one that was saved").format(network=shown(name))
        )
    named = replace(bare_of(network), stored_name=told.text("stored_name", LONGEST_NAME))
    return key, StoredNetwork(named, unsaved)


def _as_shipped(key: str, name: str) -> Network:
    if name not in SHIPPED or _shipped_hash(name) != key:
        raise ValueError(
            tr("the network {network} ships with other weights in this advgui").format(
                network=shown(name)
            )
        )
    return _shipped(name)
