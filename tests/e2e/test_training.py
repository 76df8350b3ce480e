"""Train a network in the window, hold it, drop it, attack it, save it and open it again."""

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from advgui.core.formats.safetensors_file import load_network
from advgui.ui.training.confusion_matrix import ConfusionMatrix
from advgui.ui.training.misread_digits import MisreadDigits
from tests.e2e.conftest import Start
from tests.e2e.train_page import name_it, offers, train_for_long, train_quickly
from tests.e2e.user import SEVEN, User
from tests.fake_datasets import write_mnist


def test_a_trained_network_is_chosen_and_attacked(train_user: User) -> None:
    train_quickly(train_user)
    assert train_user.words("train-state").startswith("Trained in")
    assert train_user.chosen("network") == train_user.state.network.name == "Mine"
    assert "of MNIST's test set" in train_user.words("network-accuracy")
    train_user.click("train-attack")
    train_user.draw(SEVEN)
    assert train_user.words("bars-note") == f"Reads the drawing as {train_user.reads()}."
    train_user.click_bar(train_user.other())
    train_user.wait_until_finished()
    assert train_user.find(QWidget, "attack-page").isVisible()
    assert train_user.run.network is train_user.state.network


def test_what_is_attacked_is_what_was_trained_whatever_was_chosen_since(train_user: User) -> None:
    train_quickly(train_user)
    train_user.select("network", "report")
    train_user.click("train-attack")
    assert train_user.chosen("network") == "Mine"


def test_a_trained_network_is_saved_and_opened_as_the_same(
    train_user: User, tmp_path: Path, data: Path
) -> None:
    train_quickly(train_user)
    train_user.draw(SEVEN)
    trained, path = train_user.state.network, tmp_path / "mine.safetensors"
    train_user.click("train-save")
    train_user.answer("save-network", path)
    assert train_user.message() == f"Saved as {path}."
    saved = load_network(path)
    assert saved.card == trained.card
    assert saved.read(train_user.state.image) == trained.read(train_user.state.image)
    train_user.select("network", "report")
    train_user.open_network(path)
    assert train_user.chosen("network") == "Mine"
    assert {one.name for one in tmp_path.iterdir()} == {"data", "mine.safetensors"}


def test_any_network_in_use_can_be_saved(train_user: User, tmp_path: Path) -> None:
    path = tmp_path / "shipped.safetensors"
    train_user.select("network", "report")
    train_user.choose_action("save-network")
    train_user.answer("save-network", path)
    shipped = train_user.state.network
    weights = zip(shipped.layers, load_network(path).layers, strict=True)
    for ours, theirs in weights:
        for name, array in ours.weights.items():
            assert np.array_equal(array, theirs.weights[name])


def test_where_a_network_cannot_be_saved_it_is_said(train_user: User, tmp_path: Path) -> None:
    path = tmp_path / "taken.safetensors"
    train_user.choose_action("save-network")
    path.mkdir()
    workspace = train_user.window.workspace
    assert workspace is not None
    workspace.files.save_network(train_user.state.network, path)
    train_user.wait_until_saved()
    assert "taken.safetensors" in train_user.error()
    train_user.find(QDialog, "save-network").reject()


def test_a_training_can_be_held_and_goes_on(train_user: User) -> None:
    train_for_long(train_user)
    train_user.click("train-pause")
    assert train_user.words("train-state").startswith("Paused in epoch")
    train_user.click("train-pause")
    train_user.wait_until(lambda: train_user.words("train-state").startswith("Epoch"))
    before = train_user.words("train-state")
    train_user.wait_until(lambda: train_user.words("train-state") != before)


@pytest.mark.parametrize("held", [True, False])
def test_a_dropped_training_leaves_nothing(train_user: User, held: bool) -> None:
    network = train_user.chosen("network")
    train_for_long(train_user)
    if held:
        train_user.click("train-pause")
    train_user.click("train-cancel")
    assert "nothing of it was kept" in train_user.words("train-state")
    assert train_user.chosen("network") == network
    train_quickly(train_user)
    assert train_user.chosen("network") == "Mine"


def test_one_attacks_and_draws_while_a_network_is_trained(train_user: User) -> None:
    train_for_long(train_user)
    train_user.choose_action("page-attack")
    train_user.make_it_quick()
    train_user.draw(SEVEN)
    train_user.press(str(train_user.other()))
    train_user.wait_until_finished()
    assert train_user.run.outcomes
    train_user.choose_action("page-train")
    assert train_user.words("train-state").startswith("Epoch")


def test_a_digit_in_a_name_attacks_nothing(train_user: User) -> None:
    train_user.draw(SEVEN)
    name_it(train_user, "Mine 3")
    assert train_user.find(QLineEdit, "network-name").text() == "Mine 3"
    assert train_user.state.run is None


@pytest.mark.parametrize("held", [True, False])
def test_a_training_can_be_stopped_and_what_it_has_learned_is_a_network(
    train_user: User, held: bool, tmp_path: Path
) -> None:
    name_it(train_user, "Early")
    train_for_long(train_user)
    if held:
        train_user.click("train-pause")
    train_user.click("train-stop")
    assert not offers(train_user, "train-stop")
    assert not offers(train_user, "train-pause")
    train_user.wait_until(lambda: offers(train_user, "train-attack"))
    told = train_user.words("train-state")
    assert re.match(
        r"Stopped after [\d,.]+ of 10,000 epochs \(.+\), and kept in this window. .+ of MNIST", told
    )
    assert train_user.chosen("network") == train_user.state.network.name == "Early"
    card = train_user.state.network.card
    assert re.match(r"stopped after [\d,]+ of [\d,]+ batches, [\d,.]+ epochs of", card.training)
    train_user.draw(SEVEN)
    train_user.click("train-attack")
    train_user.click_bar(train_user.other())
    train_user.wait_until_finished()
    assert train_user.run.network is train_user.state.network
    train_user.choose_action("page-train")
    train_user.click("train-save")
    train_user.answer("save-network", tmp_path / "early.safetensors")
    assert load_network(tmp_path / "early.safetensors").card == card


def test_there_is_nothing_to_keep_before_a_training_has_begun(train_user: User) -> None:
    assert not offers(train_user, "train-stop")
    train_user.click("train-start")
    assert not offers(train_user, "train-stop")
    train_user.wait_until(lambda: offers(train_user, "train-attack"))
    assert not offers(train_user, "train-stop")


def test_damaged_data_are_named_and_another_folder_can_be_chosen(
    train_user: User, data: Path, tmp_path: Path
) -> None:
    (data / "mnist" / "t10k-labels-idx1-ubyte").write_bytes(b"nothing")
    train_user.click("train-start")
    train_user.wait_until(lambda: offers(train_user, "data-get"))
    assert "nothing was trained" in train_user.words("train-state")
    assert "t10k-labels-idx1-ubyte" in train_user.words("data-card-words")
    whole = write_mnist(tmp_path / "whole")
    train_user.click("data-get")
    train_user.answer("data-choose", whole)
    train_quickly(train_user)


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


def test_a_misread_digit_comes_to_the_sheet_and_undo_brings_the_drawing_back(
    train_user: User,
) -> None:
    train_user.draw(SEVEN)
    strokes = train_user.state.drawing.strokes
    train_user.click("train-errors")
    matrix = train_user.find(ConfusionMatrix, "confusion")
    train_user.wait_until(lambda: "100 test digits" in train_user.words("confusion-words"))
    matrix.press_part(next(filter(matrix.offers, range(100))))
    train_user.find(MisreadDigits, "misread-digits").press_part(0)
    known = train_user.state.drawing.known
    assert known is not None
    told = f"Test digit {known.index:,} is on the sheet: its label is {known.label}, and it is read"
    assert train_user.words("confusion-cell").startswith(told)
    train_user.choose_action("undo")
    assert train_user.state.drawing.strokes == strokes
