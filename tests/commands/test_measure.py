"""``advgui measure`` finds what the cards say, and says so where it does not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from advgui.commands import measure
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.formats.safetensors_file import load_network, save_network
from advgui.core.training.data import held_out
from advgui.core.zoo import load_shipped
from tests.commands.conftest import Run
from tests.random_networks import blots

FEW = ("--network", "report", "--images", "12")


@pytest.fixture(autouse=True)
def _no_data_unless_it_is_named(few_mnist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADVGUI_DATA", raising=False)


def test_json_tells_the_figures_of_the_network(
    run: Run, few_mnist: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pen = Digits(blots(90), np.arange(90) % 10, np.arange(90) % 30)
    monkeypatch.setattr(measure, "read_pen", lambda folder: pen)
    ran = run("measure", "--mnist", few_mnist, "--pen", few_mnist, *FEW, "--json")
    assert (ran.code, ran.err) == (0, "")
    (told,) = ran.json["networks"]
    network = load_shipped("report")
    assert told["name"] == "report"
    assert told["mnist"] == accuracy(network, read_mnist(few_mnist, "test"))
    assert told["pen"] == accuracy(network, held_out(pen))
    writers = told["pen_writers"]
    assert len(writers) == 8
    assert np.mean(writers) == pytest.approx(told["pen"])  # three digits each
    assert min(writers) < max(writers)
    assert told["fooled"] == 1
    assert 0.8 < told["l2"] < 1.8
    assert told["l2_data"].startswith("12 test images")
    assert told["training"] == network.card.training
    assert set(told["gradients"]) == {"zero", "vanishing", "saturated"}


def test_a_measured_network_is_saved_with_its_new_card_and_then_agrees_with_it(
    run: Run, few_mnist: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mine.safetensors"
    network = load_shipped("report")
    save_network(replace(network, name="mine", card=replace(network.card, mnist=0.5)), path)
    few = ("measure", "--mnist", few_mnist, "--network", path, "--images", 5)
    assert "mine: its card says MNIST 50.00 %, measured" in run(*few, "--out", tmp_path).out
    assert load_network(path).card.mnist == accuracy(network, read_mnist(few_mnist, "test"))
    assert [file.name for file in tmp_path.iterdir()] == ["mine.safetensors"]
    again = run(*few).out
    assert "Every figure is the one on the network's card." in again


def test_what_a_network_withstands_is_told_and_saved_in_its_card(
    run: Run, few_mnist: Path, tmp_path: Path
) -> None:
    network = ("measure", "--mnist", few_mnist, "--network", "report-robust", "--images", 3)
    ran = run(*network, "--within", 0.01, "--twin", "report", "--out", tmp_path, "--json")
    assert (ran.code, ran.err) == (0, "")
    (told,) = ran.json["networks"]
    assert told["unaware"] >= told["robust"] >= told["proven"]
    assert "made for report" in told["unaware_data"]
    assert "within 0.01" in told["robust_data"]
    card = load_network(tmp_path / "report-robust.safetensors").card
    assert (card.unaware, card.robust, card.proven) == tuple(
        told[name] for name in ("unaware", "robust", "proven")
    )


def test_a_twin_is_only_told_within_a_budget(refused: Callable[..., str]) -> None:
    assert "--within" in refused("measure", "--twin", "report")


def test_several_networks_are_rows_of_one_table(run: Run, few_mnist: Path) -> None:
    both = ("--network", "report", "--network", "softmax", "--images", 3)
    lines = run("measure", "--mnist", few_mnist, *both, "--markdown").out.splitlines()
    assert [line.split()[1] for line in lines] == ["network", ":--", "report", "softmax"]
    assert {line.count("|") for line in lines} == {12}


def test_wrong_use_is_told_in_a_sentence(refused: Callable[..., str], tmp_path: Path) -> None:
    assert "no such folder" in refused("measure", "--out", tmp_path / "none")
    assert "no network 'none'" in refused("measure", "--network", "none")
    assert "--images" in refused("measure", "--images", 0)
