"""An outcome on disk is the outcome that was judged, all of it or nothing."""

import json
import os
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra.numpy import arrays
from PIL import Image

from advgui import __version__
from advgui.core.attacks import Outcome, make_attack
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.errors import ImageFileError
from advgui.core.generators import drive
from advgui.core.images import Bytes, binarise
from advgui.lab.attack.outcome_file import outcome_json, perturbation_image, save_outcome
from tests.fake_disk import full_at, refused
from tests.lab.requests import network, request

NAMES = {
    "original.png",
    "perturbation.png",
    "adversarial.png",
    "thresholded.png",
    "outcome.json",
}
FIELDS = [
    "fooled",
    "label_before",
    "label_after",
    "goal",
    "confidences_before",
    "confidences_after",
    "confidences_thresholded",
    "l2",
    "linf",
    "steps",
    "forward_passes",
    "backward_passes",
    "seconds",
    "seed",
    "network",
    "attack",
    "parameters",
    "version",
]

images = arrays(np.uint8, (28, 28))


def outcome_of(attack: str = "ddn", steps: int = 30) -> Outcome:
    asked = request(1, make_attack(attack, {"steps": steps}))
    (outcome,) = drive(asked.attack.run(asked.network, asked.problem, seed=asked.seed))
    return outcome


def pixels(path: Path) -> Bytes:
    with Image.open(path) as image:
        assert image.mode == "L"
        return np.asarray(image)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_json_has_every_field_that_is_promised() -> None:
    outcome = outcome_of()
    values = outcome_json(outcome, network(), 0.4)
    assert set(FIELDS) <= set(values)
    assert json.loads(json.dumps(values, allow_nan=False)) == values
    assert values["version"] == __version__
    assert values["parameters"] == make_attack("ddn", {"steps": 30}).settings
    seen = network().read(binarise(outcome.adversarial, 0.4))
    assert values["label_thresholded"] == seen.label
    assert values["confidences_thresholded"] == list(seen.confidences)


@pytest.mark.parametrize("aware", [True, False])
def test_what_the_network_stands_behind_is_told_and_who_knew_of_it(aware: bool) -> None:
    asked, behind = request(1, make_attack("ddn", {"steps": 30})), make_defence("threshold")
    whole = defended(asked.network, [behind])
    (outcome,) = drive(asked.attack.run(whole, asked.problem, seed=1, aware=aware))
    values = outcome_json(outcome, whole, 0.4)
    assert json.loads(json.dumps(values, allow_nan=False)) == values
    assert values["defences"] == [{"name": "threshold", "parameters": behind.settings}]
    assert values["aware"] == aware
    assert values["label_through"] == whole.read(outcome.adversarial).label
    assert values["fooled_through"] == (values["label_through"] == outcome.goal)
    made_on = whole if aware else asked.network
    assert values["label_after"] == made_on.read(outcome.adversarial).label
    seen = made_on.read(binarise(outcome.adversarial, 0.4))
    assert values["confidences_thresholded"] == list(seen.confidences)
    if not aware:
        assert outcome_json(outcome, asked.network, 0.4) == values  # as the window has it


@pytest.mark.parametrize("attack", ["ddn", "penalty"])
def test_what_is_saved_reads_as_it_was_judged(attack: str, tmp_path: Path) -> None:
    outcome = outcome_of(attack)
    paths = save_outcome(tmp_path / "deep" / "er", outcome, network(), 0.5)
    folder = tmp_path / "deep" / "er"
    assert {path.name for path in paths} == NAMES == {path.name for path in folder.iterdir()}
    values = json.loads((folder / "outcome.json").read_text(encoding="utf-8"))
    reading = network().read(pixels(folder / "adversarial.png"))
    assert reading.label == values["label_after"]
    assert list(reading.confidences) == values["confidences_after"]
    assert values["fooled"] == (reading.label == values["goal"])
    thresholded = network().read(pixels(folder / "thresholded.png"))
    assert list(thresholded.confidences) == values["confidences_thresholded"]
    assert np.array_equal(pixels(folder / "original.png"), outcome.original)


def test_only_the_five_files_are_touched(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    save_outcome(tmp_path, outcome_of(steps=5), network(), 0.5)
    before = content(tmp_path)
    save_outcome(tmp_path, outcome_of(steps=40), network(), 0.5)
    after = content(tmp_path)
    assert set(after) == {*NAMES, "mine.txt"}
    assert after["outcome.json"] != before["outcome.json"]
    assert after["mine.txt"] == b"mine"


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_folder_in_the_way_of_a_file_changes_nothing(name: str, tmp_path: Path) -> None:
    save_outcome(tmp_path, outcome_of(steps=5), network(), 0.5)
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    before = content(tmp_path)
    with pytest.raises(ImageFileError, match=name):
        save_outcome(tmp_path, outcome_of(steps=40), network(), 0.5)
    assert content(tmp_path) == before
    assert {path.name for path in tmp_path.iterdir()} == NAMES


def test_a_disk_that_fails_at_any_change_leaves_all_old_or_all_new(tmp_path: Path) -> None:
    former, later = outcome_of(steps=5), outcome_of(steps=40)
    save_outcome(tmp_path, former, network(), 0.5)
    (tmp_path / "mine.txt").write_text("mine")
    old = content(tmp_path)
    save_outcome(tmp_path, later, network(), 0.5)
    new = content(tmp_path)
    for change in range(1, 100):
        save_outcome(tmp_path, former, network(), 0.5)
        with full_at(change) as made, suppress(ImageFileError):
            save_outcome(tmp_path, later, network(), 0.5)
        seen = {name: (tmp_path / name).read_bytes() for name in old}
        assert seen in (old, new), f"after change {change}"
        if len(made) < change:
            break
    assert change > 10
    assert {path.name for path in tmp_path.iterdir()} == {*NAMES, "mine.txt"}


def test_where_a_disk_knows_no_links_the_files_are_replaced_all_the_same(tmp_path: Path) -> None:
    links = frozenset({"os.symlink", "os.link"})
    save_outcome(tmp_path, outcome_of(steps=5), network(), 0.5)
    before = content(tmp_path)
    with refused(links):
        save_outcome(tmp_path, outcome_of(steps=40), network(), 0.5)
    assert content(tmp_path) != before
    assert {path.name for path in tmp_path.iterdir()} == NAMES


@pytest.mark.parametrize("move", range(6, 11))
def test_and_are_put_back_where_one_of_them_cannot_be(move: int, tmp_path: Path) -> None:
    links = frozenset({"os.symlink", "os.link"})
    save_outcome(tmp_path, outcome_of(steps=5), network(), 0.5)
    before = content(tmp_path)
    with (
        refused(links),
        full_at(move, frozenset({"os.rename"})),
        pytest.raises(ImageFileError, match="not enough room"),
    ):
        save_outcome(tmp_path, outcome_of(steps=40), network(), 0.5)
    assert content(tmp_path) == before
    assert {path.name for path in tmp_path.iterdir()} == NAMES


def test_an_image_that_comes_back_changed_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "advgui.lab.attack.outcome_file.read_image", lambda _: np.zeros((28, 28), np.uint8)
    )
    with pytest.raises(ImageFileError, match="nothing was saved"):
        save_outcome(tmp_path, outcome_of(), network(), 0.5)
    assert not list(tmp_path.iterdir())


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ImageFileError, match="file"):
        save_outcome(tmp_path / "file", outcome_of(), network(), 0.5)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ImageFileError, match="cannot be written"):
        save_outcome(tmp_path, outcome_of(), network(), 0.5)
    tmp_path.chmod(0o700)


@given(images, images)
def test_the_perturbation_image_treats_both_signs_alike(one: Bytes, other: Bytes) -> None:
    there = perturbation_image(one, other).astype(int) - 128
    back = perturbation_image(other, one).astype(int) - 128
    assert np.array_equal(there, -back)
    exact = (other.astype(int) - one.astype(int)) / 2
    assert np.abs(there - exact).max() <= 0.5
    assert (perturbation_image(one, one) == 128).all()
