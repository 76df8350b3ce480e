"""What a network stands behind is exported with it, and found again."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from advgui.core.defences import DEFENCES, Defence, make_defence
from advgui.core.defences.defended import defences_of, defended
from advgui.core.errors import NetworkFileError
from advgui.core.formats.onnx_file import read_onnx
from advgui.core.formats.safetensors_file import load_network, save_network
from advgui.core.images import to_floats
from tests.core.defences.chains import chains
from tests.core.formats.onnx.foreign import onnx, outputs
from tests.random_networks import blots, random_network

BARE = random_network()
IMAGES = to_floats(blots(4))
FIXED = [name for name in DEFENCES if not make_defence(name).draws]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where files are written again and again."""
    return tmp_path_factory.mktemp("exported")


@settings(max_examples=25)
@given(chain=chains(FIXED))
def test_what_was_exported_computes_the_same_elsewhere_and_here(
    chain: list[Defence], folder: Path
) -> None:
    network, path = defended(BARE, chain), folder / "it.onnx"
    save_network(network, path)
    again = read_onnx(path)
    assert defences_of(again) == tuple(chain)
    np.testing.assert_allclose(again.logits(IMAGES), network.logits(IMAGES), atol=1e-4)
    if all(type(one).__name__ != "GaussianSmoothing" for one in chain):  # sums in another order
        np.testing.assert_allclose(outputs(path, IMAGES)[0], network.logits(IMAGES), atol=1e-4)


def test_a_smoothed_network_computes_the_same_elsewhere(folder: Path) -> None:
    network = defended(BARE, [make_defence("gaussian"), make_defence("median")])
    save_network(network, folder / "smooth.onnx")
    found = outputs(folder / "smooth.onnx", IMAGES)[0]
    np.testing.assert_allclose(found, network.logits(IMAGES), atol=1e-4)


@pytest.mark.parametrize("name", ["noise", "shift"])
def test_what_is_drawn_is_not_exported_which_is_told_in_a_sentence(
    name: str, tmp_path: Path
) -> None:
    told = rf"^it\.onnx: the defence “{DEFENCES[name].title}” is drawn at random and has no form"
    with pytest.raises(NetworkFileError, match=told):
        save_network(defended(BARE, [make_defence(name)]), tmp_path / "it.onnx")
    assert not list(tmp_path.iterdir())


def test_an_exported_network_whose_nodes_are_other_than_its_defences_is_refused(
    tmp_path: Path,
) -> None:
    path = tmp_path / "it.onnx"
    save_network(defended(BARE, [make_defence("median")]), path)
    model = onnx.load(path)
    told = next(entry for entry in model.metadata_props if entry.key == "defences")
    told.value = told.value.replace("3", "5")
    path.write_bytes(model.SerializeToString())
    with pytest.raises(NetworkFileError, match="first nodes are not those of the defences"):
        load_network(path)
