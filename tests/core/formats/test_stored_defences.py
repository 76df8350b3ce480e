"""A network is saved, opened and exported with what it stands behind."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from advgui.core.defences import DEFENCES, Defence, make_defence
from advgui.core.defences.defended import bare_of, defences_of, defended
from advgui.core.errors import NetworkFileError
from advgui.core.formats.safetensors_file import load_network, read_card, save_network
from advgui.core.formats.stored_defences import stored_defences
from advgui.core.images import to_floats
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from tests.core.defences.chains import chains
from tests.random_networks import blots, random_network

BARE = random_network()
IMAGES = to_floats(blots(4))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where files are written again and again."""
    return tmp_path_factory.mktemp("defended")


@settings(max_examples=25)
@given(chain=chains([*DEFENCES]))
def test_what_was_saved_and_opened_is_the_same_to_the_last_bit(
    chain: list[Defence], folder: Path
) -> None:
    network, path = defended(BARE, chain), folder / "it.safetensors"
    save_network(network, path)
    again = load_network(path)
    assert defences_of(again) == tuple(chain)
    np.testing.assert_array_equal(again.logits(IMAGES), network.logits(IMAGES))


def test_name_card_and_title_go_with_it(folder: Path) -> None:
    bare = Network("mine", BARE.layers, BARE.output, Card(title="Mine", mnist=0.9))
    for name in ("named.safetensors", "named.onnx"):
        save_network(defended(bare, [make_defence("median")]), folder / name)
        again = load_network(folder / name)
        assert again.title == "named (Mine) behind Median smoothing"
        assert again.card == bare_of(again).card == bare.card
    assert read_card(folder / "named.safetensors") == bare.card


def test_a_network_with_no_defence_is_written_as_ever_and_one_with_is_no_file_of_older_versions(
    folder: Path,
) -> None:
    save_network(BARE, folder / "plain.safetensors")
    assert b"advgui network 1" in (folder / "plain.safetensors").read_bytes()
    assert not defences_of(load_network(folder / "plain.safetensors"))
    save_network(defended(BARE, [make_defence("median")]), folder / "behind.safetensors")
    assert b"advgui network 2" in (folder / "behind.safetensors").read_bytes()


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([{"name": "wall", "parameters": {}}], 'the unknown defence "wall"; there are threshold'),
        ([{"name": "median", "parameters": {"window": 9}}], "in its defence median: window is"),
        ([{"name": "median", "parameters": {"sort": 9}}], "there is no parameter sort"),
        ([{"name": "median", "parameters": [3]}], "no name with parameters"),
        (["median"], "no name with parameters"),
        ({"name": "median"}, "no list"),
        ([{"name": "median"}] * 17, "17 defences, more than 16"),
    ],
)
def test_what_is_wrong_with_stored_defences_is_told(found: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        stored_defences({"defences": json.dumps(found)})


def test_defences_that_are_no_json_are_told() -> None:
    with pytest.raises(ValueError, match="its defences are not JSON"):
        stored_defences({"defences": "import os"})


def test_a_parameter_that_came_later_has_its_default() -> None:
    assert stored_defences({"defences": '[{"name": "median"}]'}) == (make_defence("median"),)


def test_a_network_that_takes_too_much_memory_behind_its_draws_is_neither_saved_nor_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = defended(BARE, [make_defence("noise", {"draws": 64})])
    save_network(network, tmp_path / "it.safetensors")
    monkeypatch.setattr("advgui.core.formats.stored_defences.ACTIVATIONS_AT_ONCE", 50_000)
    for act in (load_network, lambda path: save_network(network, path)):
        with pytest.raises(NetworkFileError, match="averaged over 64 draws, more than 50,000"):
            act(tmp_path / "it.safetensors")
