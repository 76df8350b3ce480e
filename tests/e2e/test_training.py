"""Train a network in the window, hold it, drop it, attack it, save it and open it again."""

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from advgui.core.formats.safetensors_file import load_network
from tests.e2e.conftest import Start
from tests.e2e.train_page import name_it, offers, train_for_long, train_quickly
from tests.e2e.user import SEVEN, User
from tests.fake_datasets import write_mnist


def test_a_trained_network_is_chosen_and_attacked(pupil: User) -> None:
    train_quickly(pupil)
    assert pupil.words("train-state").startswith("Trained in")
    assert pupil.chosen("network") == pupil.state.network.name == "Mine"
    assert "of MNIST's test set" in pupil.words("network-accuracy")
    pupil.click("train-attack")
    pupil.draw(SEVEN)
    assert pupil.words("bars-note") == f"Reads the drawing as {pupil.reads()}."
    pupil.click_bar(pupil.other())
    pupil.wait_until_finished()
    assert pupil.find(QWidget, "attack-page").isVisible()
    assert pupil.run.network is pupil.state.network


def test_what_is_attacked_is_what_was_trained_whatever_was_chosen_since(pupil: User) -> None:
    train_quickly(pupil)
    pupil.select("network", "report")
    pupil.click("train-attack")
    assert pupil.chosen("network") == "Mine"


def test_a_trained_network_is_saved_and_opened_as_the_same(
    pupil: User, tmp_path: Path, data: Path
) -> None:
    train_quickly(pupil)
    pupil.draw(SEVEN)
    trained, path = pupil.state.network, tmp_path / "mine.safetensors"
    pupil.click("train-save")
    pupil.answer("save-network", path)
    assert pupil.message() == f"Saved as {path}."
    saved = load_network(path)
    assert saved.card == trained.card
    assert saved.read(pupil.state.image) == trained.read(pupil.state.image)
    pupil.select("network", "report")
    pupil.open_network(path)
    assert pupil.chosen("network") == "Mine"
    assert {one.name for one in tmp_path.iterdir()} == {"data", "mine.safetensors"}


def test_any_network_in_use_can_be_saved(pupil: User, tmp_path: Path) -> None:
    path = tmp_path / "shipped.safetensors"
    pupil.select("network", "report")
    pupil.choose_action("save-network")
    pupil.answer("save-network", path)
    shipped = pupil.state.network
    weights = zip(shipped.layers, load_network(path).layers, strict=True)
    for ours, theirs in weights:
        for name, array in ours.weights.items():
            assert np.array_equal(array, theirs.weights[name])


def test_where_a_network_cannot_be_saved_it_is_said(pupil: User, tmp_path: Path) -> None:
    path = tmp_path / "taken.safetensors"
    pupil.choose_action("save-network")
    path.mkdir()
    workspace = pupil.window.workspace
    assert workspace is not None
    workspace.files.save_network(pupil.state.network, path)
    pupil.wait_until_saved()
    assert "taken.safetensors" in pupil.error()
    pupil.find(QDialog, "save-network").reject()


def test_a_training_can_be_held_and_goes_on(pupil: User) -> None:
    train_for_long(pupil)
    pupil.click("train-pause")
    assert pupil.words("train-state").startswith("Paused in epoch")
    pupil.click("train-pause")
    pupil.wait_until(lambda: pupil.words("train-state").startswith("Epoch"))
    before = pupil.words("train-state")
    pupil.wait_until(lambda: pupil.words("train-state") != before)


@pytest.mark.parametrize("held", [True, False])
def test_a_dropped_training_leaves_nothing(pupil: User, held: bool) -> None:
    network = pupil.chosen("network")
    train_for_long(pupil)
    if held:
        pupil.click("train-pause")
    pupil.click("train-cancel")
    assert "nothing of it was kept" in pupil.words("train-state")
    assert pupil.chosen("network") == network
    train_quickly(pupil)
    assert pupil.chosen("network") == "Mine"


def test_one_attacks_and_draws_while_a_network_is_trained(pupil: User) -> None:
    train_for_long(pupil)
    pupil.choose_action("page-attack")
    pupil.make_it_quick()
    pupil.draw(SEVEN)
    pupil.press(str(pupil.other()))
    pupil.wait_until_finished()
    assert pupil.run.outcomes
    pupil.choose_action("page-train")
    assert pupil.words("train-state").startswith("Epoch")


def test_a_digit_in_a_name_attacks_nothing(pupil: User) -> None:
    pupil.draw(SEVEN)
    name_it(pupil, "Mine 3")
    assert pupil.find(QLineEdit, "network-name").text() == "Mine 3"
    assert pupil.state.run is None


@pytest.mark.parametrize("held", [True, False])
def test_a_training_can_be_stopped_and_what_it_has_learned_is_a_network(
    pupil: User, held: bool, tmp_path: Path
) -> None:
    name_it(pupil, "Early")
    train_for_long(pupil)
    if held:
        pupil.click("train-pause")
    pupil.click("train-stop")
    assert not offers(pupil, "train-stop")
    assert not offers(pupil, "train-pause")
    pupil.wait_until(lambda: offers(pupil, "train-attack"))
    told = pupil.words("train-state")
    assert re.match(r"Stopped after [\d,.]+ of 10,000 epochs \(.+\), and kept. .+ of MNIST", told)
    assert pupil.chosen("network") == pupil.state.network.name == "Early"
    card = pupil.state.network.card
    assert re.match(r"stopped after [\d,]+ of [\d,]+ batches, [\d,.]+ epochs of", card.training)
    pupil.draw(SEVEN)
    pupil.click("train-attack")
    pupil.click_bar(pupil.other())
    pupil.wait_until_finished()
    assert pupil.run.network is pupil.state.network
    pupil.choose_action("page-train")
    pupil.click("train-save")
    pupil.answer("save-network", tmp_path / "early.safetensors")
    assert load_network(tmp_path / "early.safetensors").card == card


def test_there_is_nothing_to_keep_before_a_training_has_begun(pupil: User) -> None:
    assert not offers(pupil, "train-stop")
    pupil.click("train-start")
    assert not offers(pupil, "train-stop")
    pupil.wait_until(lambda: offers(pupil, "train-attack"))
    assert not offers(pupil, "train-stop")


def test_damaged_data_are_named_and_another_folder_can_be_chosen(
    pupil: User, data: Path, tmp_path: Path
) -> None:
    (data / "mnist" / "t10k-labels-idx1-ubyte").write_bytes(b"nothing")
    pupil.click("train-start")
    pupil.wait_until(lambda: offers(pupil, "data-get"))
    assert "nothing was trained" in pupil.words("train-state")
    assert "t10k-labels-idx1-ubyte" in pupil.words("data-card-words")
    whole = write_mnist(tmp_path / "whole")
    pupil.click("data-get")
    pupil.answer("data-choose", whole)
    train_quickly(pupil)


def test_where_there_are_no_data_a_folder_can_be_named(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ADVGUI_DATA", raising=False)
    folder = write_mnist(tmp_path / "mnist")
    with start() as user:
        user.choose_action("page-train")
        assert not offers(user, "train-start")
        assert user.words("data-card-words").startswith("MNIST is not on this computer")
        user.click("data-get")
        user.click("data-folder")
        user.answer("data-choose", folder)
        user.wait_until(lambda: offers(user, "train-start"))
        user.find(QCheckBox, "pen").click()
        assert user.words("data-card-words").startswith("The pen digits are not on this computer")
        assert not offers(user, "train-start")
        user.find(QCheckBox, "pen").click()
        user.click("train-start")
        user.wait_until(lambda: offers(user, "train-attack"))
        assert "pen digits" not in user.words("train-state")
