"""A network's file gives back the network, or one sentence that names what is wrong."""

import json
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save

from advgui.core.errors import NetworkFileError
from advgui.core.formats.safetensors_file import load_network, read_card, save_network
from advgui.core.images import to_floats
from advgui.core.nn.card import Card
from advgui.core.nn.layers import Conv2d, Dense
from tests.random_networks import blots, random_network

CARD = Card(title="A title", training="How", seed=3, seconds=1.5, mnist=0.9, pen=None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A saved report network."""
    file = tmp_path / "some.safetensors"
    save_network(replace(random_network(), card=CARD), file)
    return file


def refused(path: Path, read: Callable[[Path], object] = load_network) -> str:
    """The sentence with which a file is refused; it names the file and ends as one."""
    with pytest.raises(NetworkFileError) as caught:
        read(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("name", ["report", "convolutional"])
def test_what_was_saved_reads_the_same_bit_for_bit(name: str, tmp_path: Path) -> None:
    network = replace(random_network(name), card=CARD)
    save_network(network, tmp_path / "n.safetensors")
    again = load_network(tmp_path / "n.safetensors")
    assert (again.stored_name, again.output, again.card) == (network.name, network.output, CARD)
    images = to_floats(blots(5))
    np.testing.assert_array_equal(again.logits(images), network.logits(images))


def test_saving_over_a_file_leaves_nothing_else_behind(path: Path) -> None:
    save_network(random_network(seed=1), path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("kept", [0, 4, 100, 2000, 20_000])
def test_a_truncated_file_is_refused(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    assert "not a complete safetensors file" in refused(path)


def test_a_card_is_read_without_the_weights(path: Path) -> None:
    content = path.read_bytes()
    length = 8 + int.from_bytes(content[:8], "little")
    path.write_bytes(content[:length])
    assert read_card(path) == CARD


@pytest.mark.parametrize("kept", [0, 4, 100, 200])
def test_a_card_that_is_cut_short_is_refused(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    assert "not a complete safetensors file" in refused(path, read_card)


@pytest.mark.parametrize("head", ["[]", "{}", "3", '{"__metadata__": 3}', "[" * 20_000])
def test_a_head_without_a_card_is_refused(path: Path, head: str) -> None:
    path.write_bytes(struct.pack("<Q", len(head)) + head.encode())
    refused(path, read_card)


def test_a_file_of_something_else_is_refused(path: Path) -> None:
    path.write_bytes(save({"w": np.zeros(3, np.float32)}))
    assert "not a network of advgui" in refused(path)
    assert "not a network of advgui" in refused(path, read_card)


def test_a_file_of_a_newer_format_is_told_as_that(path: Path) -> None:
    path.write_bytes(save({"w": np.zeros(3, np.float32)}, {"format": "advgui network 3"}))
    for read in (load_network, read_card):
        assert "a network of a newer advgui than this" in refused(path, read)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for read in (load_network, read_card):
        refused(tmp_path / "missing.safetensors", read)
    assert "a folder" in refused(tmp_path)


def test_weights_that_are_not_finite_are_refused(tmp_path: Path) -> None:
    network = random_network()
    last = network.layers[-1]
    assert isinstance(last, Dense)
    for bad in (np.nan, np.inf):
        matrix = last.matrix.copy()
        matrix[0, 0] = bad
        layers = (*network.layers[:-1], Dense(matrix, last.bias))
        save_network(replace(network, layers=layers), tmp_path / "bad.safetensors")
        assert "not finite" in refused(tmp_path / "bad.safetensors")


@pytest.mark.parametrize("cut", ["matrix", "bias", "outputs", "kernel"])
def test_weights_of_wrong_shapes_are_refused(cut: str, tmp_path: Path) -> None:
    network = random_network("convolutional")
    layers = list(network.layers)
    first, last = layers[1], layers[-1]
    assert isinstance(first, Conv2d)
    assert isinstance(last, Dense)
    match cut:
        case "matrix":
            layers[-1] = Dense(last.matrix[:-1], last.bias)
        case "bias":
            layers[-1] = Dense(last.matrix, last.bias[:1])
        case "outputs":
            layers[-1] = Dense(last.matrix[:, :9], last.bias[:9])
        case _:
            layers[1] = Conv2d(first.kernel[:, :, :, :3], first.bias[:3])
    save_network(replace(network, layers=tuple(layers)), tmp_path / "cut.safetensors")
    refused(tmp_path / "cut.safetensors")


def rewritten(path: Path, **metadata: str) -> None:
    """The same file with other metadata."""
    content = path.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    header["__metadata__"] |= metadata
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + content[8 + length :])


@pytest.mark.parametrize(
    "metadata",
    [
        {"output": "relu"},
        {"layers": "[]"},
        {"layers": "nonsense"},
        {"layers": '[{"kind": "exec"}]'},
        {"layers": '[{"kind": "reshape", "shape": [-1]}]'},
        {"layers": '[{"kind": "reshape", "shape": [99999999, 99999999]}]'},
        {"layers": '[{"shape": 3}]'},
        {"layers": "3"},
        {"card": "[]"},
        {"card": '{"title": 3}'},
        {"card": '{"mnist": "high"}'},
    ],
)
def test_metadata_that_makes_no_sense_is_refused(path: Path, metadata: dict[str, str]) -> None:
    rewritten(path, **metadata)
    refused(path)


def test_a_folder_that_is_not_there_is_named_when_saving(tmp_path: Path) -> None:
    with pytest.raises(NetworkFileError, match="cannot be written"):
        save_network(random_network(), tmp_path / "missing" / "n.safetensors")
