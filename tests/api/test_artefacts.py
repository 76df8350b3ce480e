"""What is learned once is learned, worn, saved and opened in Python."""

from pathlib import Path

import numpy as np
import pytest

import advgui
from tests.fake_datasets import write_mnist


def test_an_artefact_is_worn_the_same_once_it_was_saved_and_opened(tmp_path: Path) -> None:
    folder, told = write_mnist(tmp_path / "mnist"), list[float]()
    network, digits = advgui.load_network("report"), advgui.load_gallery()
    artefact = advgui.fit(network, goal=3, steps=20, seed=2, folder=folder, progress=told.append)
    assert (artefact.goal, artefact.seed, artefact.network) == (3, 2, "report")
    assert told[0] == 0
    assert told[-1] == 1
    advgui.save_artefact(artefact, tmp_path / "one.safetensors")
    again = advgui.open_artefact(tmp_path / "one.safetensors")
    worn = artefact.apply(digits.images)
    np.testing.assert_array_equal(again.apply(digits.images), worn)
    np.testing.assert_array_equal(again.apply(digits.images[0] / 255), worn[0])
    assert again.card == artefact.card


def test_what_cannot_be_is_a_sentence(tmp_path: Path) -> None:
    network = advgui.load_network("report")
    with pytest.raises(advgui.BadInput, match="No attack 'ddn' learns once"):
        advgui.fit(network, "ddn")
    with pytest.raises(advgui.BadInput, match="needs a goal"):
        advgui.fit(network, "patch")
    with pytest.raises(advgui.BadInput, match="size is a whole number"):
        advgui.fit(network, "patch", 3, size=99)
    with pytest.raises(advgui.BadInput, match=r"missing\.safetensors"):
        advgui.open_artefact(tmp_path / "missing.safetensors")
    assert "generator" in advgui.list_fitted_attacks()
