"""Networks of a session: each once, by its content; those that ship are not copied."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from advgui.lab.sessions.fields import Fields
from advgui.lab.sessions.members import ZipMembers, zip_bytes
from advgui.lab.sessions.stored_networks import (
    StoredNetwork,
    content_hash,
    is_shipped,
    read_networks,
    stored,
)
from tests.lab.requests import network


def read(told: list[dict[str, Any]], parts: list[tuple[str, bytes]]) -> dict[str, StoredNetwork]:
    return read_networks(Fields({"networks": told}, "x"), ZipMembers(zip_bytes(parts)))


def with_other_weights(one: Network) -> Network:
    first = one.layers[1]
    changed = {name: array + np.float32(1e-3) for name, array in first.weights.items()}
    return replace(one, layers=(one.layers[0], first.with_weights(changed), *one.layers[2:]))


def test_one_that_is_there_twice_is_kept_once() -> None:
    told, parts = stored([StoredNetwork(network()), StoredNetwork(replace(network(), name="b"))])
    assert len(told) == len(parts) == 1


def test_one_that_ships_is_named_and_not_copied() -> None:
    shipped = load_shipped("report")
    told, parts = stored([StoredNetwork(shipped)])
    assert parts == []
    (found,) = read(told, parts).values()
    assert content_hash(found.network) == content_hash(shipped)


def test_one_that_only_has_the_name_of_one_that_ships_is_copied() -> None:
    own = replace(network(), name="report")
    assert not is_shipped(own)
    told, parts = stored([StoredNetwork(own, unsaved=True)])
    (found,) = read(told, parts).values()
    assert found.unsaved
    assert found.network.name == "report"
    assert content_hash(found.network) == content_hash(own)


def test_names_titles_and_cards_come_back() -> None:
    own = replace(network(), name="a.b/ü", stored_name="mine", card=Card(title="Mine"))
    (found,) = read(*stored([StoredNetwork(own)])).values()
    kept = found.network
    assert (kept.name, kept.stored_name, kept.card) == (own.name, own.stored_name, own.card)


def test_the_hash_is_of_what_is_computed_and_not_of_the_card() -> None:
    own = network()
    assert content_hash(own) == content_hash(replace(own, name="b", card=Card(title="Mine")))
    assert content_hash(own) != content_hash(with_other_weights(own))
    assert content_hash(own) != content_hash(network(output="softmax"))


Change = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda told: {**told, "sha256": "0" * 64}, "it lacks networks/000"),
        (lambda told: {**told, "ships": True}, 'the network "small" ships with other weights'),
        (lambda told: {**told, "ships": True, "name": "report"}, "ships with other weights"),
        (lambda told: {**told, "name": 3}, "name is 3, no text"),
    ],
)
def test_one_that_is_not_what_was_saved_is_refused(change: Change, words: str) -> None:
    told, parts = stored([StoredNetwork(network())])
    with pytest.raises(ValueError, match=words):
        read([change(told[0])], parts)


def test_other_weights_under_its_hash_are_refused() -> None:
    told, parts = stored([StoredNetwork(network())])
    _, others = stored([StoredNetwork(network(2))])
    with pytest.raises(ValueError, match="is not the one that was saved"):
        read(json.loads(json.dumps(told)), [(parts[0][0], others[0][1])])
