from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from advgui.core.defences import make_defence
from advgui.core.defences.defended import defences_of, defended
from advgui.core.errors import NetworkFileError
from advgui.core.formats.safetensors_file import save_network
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.core.zoo import SHIPPED, default_network, load_shipped
from advgui.lab.networks import library as module
from advgui.lab.networks.library import Library
from tests.lab.requests import image, network


@pytest.fixture
def library() -> Library:
    return Library()


def test_all_shipped_networks_are_on_offer_with_the_cards_that_they_carry(
    library: Library,
) -> None:
    assert library.names == SHIPPED
    for entry in library.entries:
        network = library.load(entry.name)
        assert (network.name, network.card) == (entry.name, entry.card)
        assert entry.title == network.card.title


def test_weights_are_read_when_they_are_wanted_and_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def load(name: str) -> Network:
        read.append(name)
        return load_shipped(name)

    monkeypatch.setattr(module, "load_shipped", load)
    first = library.load("report")
    assert library.load("report") is first
    assert read == ["report"]


def test_one_that_is_damaged_leaves_the_others_usable(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(name: str) -> None:
        raise NetworkFileError(f"{name}: damaged.")

    good = library.load(default_network())
    monkeypatch.setattr(module, "load_shipped", damaged)
    with pytest.raises(NetworkFileError, match="report: damaged"):
        library.load("report")
    assert library.load(default_network()) is good
    assert library.names == SHIPPED


def test_what_is_added_comes_last_and_is_loaded_by_its_name(library: Library) -> None:
    mine = replace(network(8), name="mine", card=Card(title="My own"))
    added = library.add(mine, trained=True)
    assert library.names == (*SHIPPED, "mine")
    assert library.entries[-1].title == "My own"
    assert library.load("mine") is added
    assert added.read(image(1)) == mine.read(image(1))


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_replaced(library: Library) -> None:
    shipped = library.load("report")
    first = library.add(replace(network(8), name="report", card=shipped.card))
    second = library.add(replace(network(9), name="report", card=shipped.card))
    assert [first.name, second.name] == ["report 2", "report 3"]
    assert first.card.title == f"{shipped.card.title} 2"
    assert library.load("report") is shipped
    titles = [entry.title for entry in library.entries]
    assert len(set(titles)) == len(titles)


def test_one_from_a_file_is_called_by_its_file_with_its_card_beside(library: Library) -> None:
    shipped = library.load("report")
    copy = library.add(replace(shipped, name="copy", stored_name="report"))
    assert copy is not shipped
    assert library.entries[-1].title == copy.title == f"copy ({shipped.card.title})"
    assert copy.card == shipped.card
    other = library.add(replace(network(8), name="copy", stored_name="copy", card=Card()))
    assert other.title == "copy 2 (copy)"


def test_one_without_a_title_is_called_by_its_name(library: Library) -> None:
    library.add(replace(network(8), name="mine", card=Card()))
    assert library.entries[-1].title == "mine"


def test_the_very_same_network_is_offered_once(library: Library) -> None:
    mine = replace(network(8), name="mine")
    added = library.add(mine)
    assert library.add(mine.astype(np.float32)) is added
    assert library.names == (*SHIPPED, "mine")


def test_a_network_is_known_by_its_file_as_long_as_that_is_as_it_was(
    library: Library, tmp_path: Path
) -> None:
    path, other = tmp_path / "mine.safetensors", tmp_path / "copy.safetensors"
    for one in (path, other):
        save_network(network(8), one)
    mine = library.add(replace(network(8), name="mine"), file=path)
    found = library.file_of(mine.name)
    assert found
    assert (found.path, found.defences) == (path, ())
    path.write_bytes(b"something else")
    assert library.file_of(mine.name) is None
    library.saved(mine, other)
    found = library.file_of(mine.name)
    assert found
    assert found.path == other
    trained = library.add(replace(network(9), name="new"), trained=True)
    library.saved(trained)  # in a session's file, which no command opens
    assert library.file_of(trained.name) is None


def test_one_behind_defences_is_another_than_itself_alone_or_behind_others(
    library: Library,
) -> None:
    mine = replace(network(8), name="mine", card=Card(title="Mine"))
    chains = [[], ["median"], ["threshold"], ["threshold", "median"]]
    added = [library.add(defended(mine, list(map(make_defence, chain)))) for chain in chains]
    assert [one.name for one in added] == ["mine", "mine 2", "mine 3", "mine 4"]
    assert added[1].title == library.entries[-3].title == "Mine 2 behind Median smoothing"
    again = library.add(defended(mine, [make_defence("median")]))
    assert again is added[1]
    assert defences_of(library.load("mine 3")) == (make_defence("threshold"),)
