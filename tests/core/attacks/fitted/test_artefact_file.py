"""An artefact's file gives back the artefact, or one sentence that names what is wrong."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.numpy import save

from advgui.core.attacks.fitted import FITTED, Artefact, ArtefactCard, make_fitted_attack
from advgui.core.attacks.fitted.artefact_file import (
    load_artefact,
    require_artefact_file,
    save_artefact,
)
from advgui.core.errors import ArtefactFileError, NetworkFileError
from advgui.core.formats.safetensors_file import load_network, save_network
from advgui.core.generators import Driver
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from tests.mean_sign import MeanSign, gallery
from tests.random_networks import random_network

CARD = ArtefactCard("MNIST", 4000, 950, 7, 20, 0.5, 0.25)


def learned(name: str, network: Network) -> Artefact:
    """The beginning of what each method learns."""
    attack = make_fitted_attack(name)
    driver = Driver(
        attack.run(
            network,
            gallery(),
            goal=3 if "targeted" in attack.forms and not attack.goal_when_worn else None,
        )
    )
    next(driver)
    driver.stop()
    list(driver)
    return replace(driver.value.artefact, card=CARD, seed=5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A saved universal perturbation."""
    file = tmp_path / "some.safetensors"
    change = np.full((28, 28), np.float32(25) / np.float32(255))
    attack = make_fitted_attack("universal", {"budget": 0.1})
    save_artefact(Artefact(attack, {"perturbation": change}, None, "report", 3, CARD), file)
    return file


def refused(path: Path) -> str:
    """The sentence with which a file is refused; it names the file and ends as one."""
    with pytest.raises(ArtefactFileError) as caught:
        load_artefact(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("name", sorted(FITTED))
def test_what_was_saved_is_worn_the_same_byte_for_byte(
    name: str, network: Network, digits: Bytes, tmp_path: Path
) -> None:
    artefact = learned(name, network)
    require_artefact_file(artefact.attack, tmp_path / "a.safetensors")
    save_artefact(artefact, tmp_path / "a.safetensors")
    again = load_artefact(tmp_path / "a.safetensors")
    assert (again.attack, again.goal, again.network) == (artefact.attack, artefact.goal, "report")
    assert (again.seed, again.card) == (5, CARD)
    goals = 3 if artefact.attack.goal_when_worn else None
    np.testing.assert_array_equal(again.apply(digits, goals), artefact.apply(digits, goals))
    save_artefact(again, tmp_path / "b.safetensors")
    content = (tmp_path / "a.safetensors").read_bytes()
    assert len(content) == len((tmp_path / "b.safetensors").read_bytes())


def test_saving_over_a_file_leaves_nothing_else_behind(path: Path) -> None:
    save_artefact(load_artefact(path), path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("kept", [0, 4, 100, 500, 2000])
def test_a_truncated_file_is_refused(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    assert "not a complete safetensors file" in refused(path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 3700), byte=st.integers(0, 255), length=st.integers(1, 40))
def test_a_damaged_file_is_an_artefact_or_a_sentence(
    path: Path, at: int, byte: int, length: int
) -> None:
    content = bytearray(path.read_bytes())
    content[at : at + length] = bytes([byte]) * length
    damaged = path.with_name("damaged.safetensors")
    damaged.write_bytes(content)
    try:
        artefact = load_artefact(damaged)
    except ArtefactFileError:
        refused(damaged)
    else:
        worn = artefact.apply(np.full((28, 28), 128, np.uint8))
        assert np.abs(worn.astype(int) - 128).max() <= 255 * artefact.attack.limit().size  # type: ignore[union-attr]


def test_files_of_others_are_told_as_what_they_are(path: Path) -> None:
    with pytest.raises(NetworkFileError, match="not a network, but what an attack has learned"):
        load_network(path)
    save_network(random_network(), path)
    assert "a network, where an artefact is wanted" in refused(path)
    path.write_bytes(save({"w": np.zeros(3, np.float32)}))
    assert "not an artefact of advgui" in refused(path)
    path.write_bytes(save({"w": np.zeros(3, np.float32)}, {"format": "advgui artefact 2"}))
    assert "an artefact of a newer advgui than this" in refused(path)
    path.write_bytes(b"\x89PNG")
    refused(path)
    refused(path.with_name("missing.safetensors"))
    refused(path.parent)


def rewritten(path: Path, told: dict[str, Any], **arrays: np.ndarray[Any, Any]) -> None:
    """The same file telling something else, or holding other arrays."""
    artefact = load_artefact(path)
    usual = {"method": "universal", "settings": artefact.settings, "goal": None, "card": {}}
    metadata = {"format": "advgui artefact 1", "artefact": json.dumps({**usual, **told})}
    path.write_bytes(save({**artefact.arrays, **arrays}, metadata))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"method": "exec"}, "its method is the unknown"),
        ({"method": ["universal"]}, "its method is the unknown"),
        ({"settings": 3}, "its settings are 3"),
        ({"settings": {"budget": 7}}, "budget is a number from"),
        ({"settings": {"colour": 7}}, "there is no parameter colour"),
        ({"settings": {"budget": 0.05}}, "not inside its budget"),
        ({"goal": 10}, "its goal is 10"),
        ({"goal": True}, "its goal is true"),
        ({"seed": -1}, "its seed is -1"),
        ({"network": 3}, "its network is 3"),
        ({"card": []}, "its card is no table"),
        ({"card": {"data": 3}}, "its data is not a text"),
        ({"card": {"rate": 1.5}}, "its rate is no share"),
        ({"card": {"images": 0.5}}, "its images is no count"),
        ({"method": "generator", "settings": {}}, "its hidden is missing"),
    ],
)
def test_what_makes_no_sense_is_refused(path: Path, told: dict[str, Any], words: str) -> None:
    rewritten(path, told)
    assert words in refused(path)


@pytest.mark.parametrize(
    ("array", "words"),
    [
        (np.zeros((28, 27), np.float32), "has the shape (28, 27)"),
        (np.zeros((28, 28), np.int64), "is of the type I64"),
        (np.full((28, 28), np.nan, np.float32), "that are none"),
        (np.full((28, 28), 1e30, np.float32), "has numbers beyond"),
        (np.full((28, 28), 0.5, np.float32), "not inside its budget"),
        (np.full((28, 28), 0.0999, np.float32), "not inside its budget"),
    ],
)
def test_arrays_that_the_method_does_not_learn_are_refused(
    path: Path, array: np.ndarray[Any, Any], words: str
) -> None:
    rewritten(path, {}, perturbation=array)
    assert words in refused(path)


def test_a_patch_off_the_image_is_refused(network: Network, tmp_path: Path) -> None:
    patch = learned("patch", network)
    for place in ([25.0, 0.0], [0.5, 0.0], [-1.0, 0.0]):
        arrays = {**patch.arrays, "place": np.array(place, np.float32)}
        save_artefact(replace(patch, arrays=arrays), tmp_path / "p.safetensors")
        assert "does not lie on the image" in refused(tmp_path / "p.safetensors")


def test_what_could_not_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    artefact = Artefact(MeanSign(), {"change": np.zeros((28, 28), np.float32)})
    with pytest.raises(ArtefactFileError, match="mean-sign has learned could not be opened"):
        save_artefact(artefact, tmp_path / "a.safetensors")
    with pytest.raises(ArtefactFileError, match="cannot be written"):
        require_artefact_file(make_fitted_attack("universal"), tmp_path / "no" / "a.safetensors")
