"""A network in an ONNX file: its card, and what is told where it cannot be read or written."""

import subprocess
import sys
from pathlib import Path

import pytest

from advgui.core.errors import NetworkFileError
from advgui.core.formats.onnx_file import read_onnx
from advgui.core.formats.safetensors_file import load_network, save_network
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from tests.core.formats.onnx.foreign import onnx
from tests.random_networks import random_network

ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file to write."""
    return tmp_path / "network.onnx"


def test_other_programs_find_the_image_the_outputs_and_the_card(path: Path) -> None:
    card = Card(title="Mine", training="How", seed=3, mnist=0.9)
    network = Network("mine", random_network().layers, "sigmoid", card)
    save_network(network, path)
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    (image,) = model.graph.input
    sides = [side.dim_param or side.dim_value for side in image.type.tensor_type.shape.dim]
    assert (image.name, sides) == ("image", ["n", 28, 28])
    assert [output.name for output in model.graph.output] == ["logits", "confidences"]
    assert model.producer_name == "advgui"
    again = load_network(path)
    assert (again.stored_name, again.card) == ("mine", card)


def test_a_network_that_is_saved_under_such_a_name_is_an_onnx_file(tmp_path: Path) -> None:
    save_network(random_network(), tmp_path / "saved.Onnx")
    onnx.checker.check_model(onnx.load(tmp_path / "saved.Onnx"))
    assert [path.name for path in tmp_path.iterdir()] == ["saved.Onnx"]


def test_a_card_that_is_damaged_is_told_so(path: Path) -> None:
    save_network(random_network(), path)
    model = onnx.load(path)
    next(entry for entry in model.metadata_props if entry.key == "card").value = '{"title": 3}'
    path.write_bytes(model.SerializeToString())
    with pytest.raises(NetworkFileError, match="its card is damaged"):
        read_onnx(path)


def test_what_cannot_be_read_at_all_is_named_once(path: Path) -> None:
    path.mkdir()
    with pytest.raises(NetworkFileError) as raised:
        read_onnx(path)
    assert str(raised.value) == f"{path}: a folder, not a file."


def test_a_folder_that_is_not_there_is_named_when_exporting(tmp_path: Path) -> None:
    with pytest.raises(NetworkFileError, match="cannot be written"):
        save_network(random_network(), tmp_path / "missing" / "n.onnx")


def test_without_the_package_a_sentence_says_how_to_install_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_network(random_network(), path)
    monkeypatch.setitem(sys.modules, "onnx", None)
    for use in (load_network, lambda file: save_network(random_network(), file)):
        with pytest.raises(
            NetworkFileError, match=r"^network\.onnx: .*pip install advgui\[onnx]\.$"
        ):
            use(path)


@pytest.mark.parametrize(
    "module", ["advgui.core.formats.safetensors_file", "advgui.core.formats.onnx_file"]
)
def test_whoever_needs_no_onnx_does_not_wait_for_it(module: str) -> None:
    question = f"import sys, {module}; sys.exit('onnx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", question], cwd=ROOT, check=False)
    assert done.returncode == 0
