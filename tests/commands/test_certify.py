"""``advgui certify`` tells how far a digit may be changed before it is read otherwise."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from advgui.core.digits.image_file import read_image
from advgui.core.formats.safetensors_file import save_network
from advgui.core.images import SIZE, Array, to_floats
from advgui.core.nn.layers import Dense, Reshape
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.commands.conftest import Run

NOTHING_MOVES_IT = np.eye(10, dtype=np.float32)[3]
ALL_ALIKE = np.zeros(10, np.float32)


def constant(folder: Path, bias: Array) -> Path:
    """The file of a network that makes the same of every image."""
    path = folder / "constant.safetensors"
    dense = Dense(np.zeros((SIZE * SIZE, 10), np.float32), bias)
    save_network(Network("constant", (Reshape((SIZE * SIZE,)), dense), "softmax"), path)
    return path


@pytest.mark.parametrize("norm", ["linf", "l2"])
def test_what_is_proven_is_below_what_fools(run: Run, image: Path, norm: str) -> None:
    ran = run("certify", image, "--network", "report", "--norm", norm, "--seconds", "0.5", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert (ran.json["network"], ran.json["norm"]) == ("report", norm)
    (one,) = ran.json["results"]
    assert 0 < one["proven"] <= one["attacked"]


def test_no_random_change_within_the_radius_alters_what_is_read(run: Run, image: Path) -> None:
    network = load_shipped("softmax")
    (one,) = run("certify", image, "--network", "softmax", "--json").json["results"]
    original = to_floats(read_image(image))
    signs = np.random.default_rng(0).choice([-1, 1], (500, 28, 28))
    there = np.clip(original + one["proven"] * signs, 0, 1).astype(np.float32)
    assert set(network.logits(there).argmax(axis=-1).tolist()) == {one["label"]}


def test_a_network_of_many_layers_has_a_proven_radius_alone(run: Run, image: Path) -> None:
    ran = run("certify", image, "--network", "convolutional")
    assert "no change below L∞ 0.00" in ran.out
    assert "does" not in ran.out


@pytest.mark.parametrize(("norm", "farthest"), [("linf", 1.0), ("l2", 28.0)])
def test_where_no_change_alters_what_is_read_that_is_told(
    run: Run, image: Path, tmp_path: Path, norm: str, farthest: float
) -> None:
    words = ("certify", image, "--network", constant(tmp_path, NOTHING_MOVES_IT), "--norm", norm)
    assert run(*words).out.endswith("reads 3; no change at all alters it\n")
    (one,) = run(*words, "--json").json["results"]
    assert (one["proven"], one["attacked"]) == (farthest, None)


def test_where_nothing_is_proven_that_is_told(run: Run, image: Path, tmp_path: Path) -> None:
    ran = run("certify", image, "--network", constant(tmp_path, ALL_ALIKE))
    assert ran.out.endswith("no radius in L∞ is proven\n")


def test_a_radius_that_is_tiny_is_not_told_to_be_none(
    run: Run, image: Path, tmp_path: Path
) -> None:
    weights = np.zeros((SIZE * SIZE, 10), np.float32)
    weights[:, 4] = 100
    path = tmp_path / "steep.safetensors"
    lead = 1 + 100 * to_floats(read_image(image)).sum()
    dense = Dense(weights, NOTHING_MOVES_IT * np.float32(lead))
    save_network(Network("steep", (Reshape((SIZE * SIZE,)), dense), "softmax"), path)
    told = run("certify", image, "--network", path).out
    assert re.search(r"below L∞ [1-9]e-0[56] alters it, one of [1-9]e-0[56] does", told)


def test_no_radius_is_told_larger_than_it_is_proven(run: Run, image: Path) -> None:
    words = ("certify", image, "--network", "softmax", "--norm")
    for norm in ("linf", "l2"):
        (one,) = run(*words, norm, "--json").json["results"]
        proven, attacked = re.findall(r"\d\.\d{4}", run(*words, norm).out)
        assert one["proven"] - 1e-4 < float(proven) <= one["proven"]
        assert one["attacked"] <= float(attacked) < one["attacked"] + 1e-4


def test_where_no_digit_is_read_right_there_is_none_to_certify(
    refused: Callable[..., str], few_mnist: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(few_mnist, tmp_path / "mnist")
    labels = folder / "t10k-labels-idx1-ubyte"
    content = labels.read_bytes()
    labels.write_bytes(content[:8] + bytes([9]) * (len(content) - 8))
    network = constant(tmp_path, NOTHING_MOVES_IT)
    told = refused("certify", "--network", network, "--mnist", folder)
    assert "reads none of the test images correctly" in told


def test_many_digits_are_summed_up(run: Run, mnist: Path) -> None:
    ran = run("certify", "--network", "svm", "--images", "20", "--mnist", mnist)
    assert ran.code == 0
    assert "20 digits that it reads right" in ran.out
    assert "for 100 % of the digits" in ran.out


def test_with_more_steps_more_is_proven_and_as_many_prove_the_same(run: Run, image: Path) -> None:
    words = ("certify", image, "--network", "report-robust", "--json", "--steps")
    results = [run(*words, steps).json["results"][0] for steps in ("1", "20", "20")]
    few, some, again = [one["proven"] for one in results]
    assert few < some == again


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "soon"])
def test_a_time_that_is_none_is_refused(run: Run, image: Path, seconds: str) -> None:
    ran = run("certify", image, "--seconds", seconds)
    assert ran.code == 2
    assert "0 to 3600 seconds" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--images", "100"), "--images is of MNIST: name no files with it."),
        (("--mnist", "."), "--mnist is of MNIST: name no files with it."),
        (("--smoothing", "0.25", "--images=5"), "--images is of MNIST"),
        (("--smoothing", "0.25", "--steps", "5"), "--steps is of other proofs"),
        (("--smoothing", "0.25", "--seconds=5"), "--seconds is of other proofs"),
        (("--seed", "0"), "--seed is of smoothing: say how much noise with --smoothing."),
    ],
)
def test_an_option_that_does_not_apply_is_not_ignored(
    refused: Callable[..., str], image: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in refused("certify", image, *words)


def test_budgets_are_told_with_the_share_that_is_proven_and_what_is_open(
    run: Run, mnist: Path
) -> None:
    some = ("certify", "--network", "report", "--defence", "threshold", "--mnist", mnist)
    asked = (*some, "--images", "20", "--budget", "0.004", "--budget", "0.05", "--budget", "1")
    budgets = run(*asked, "--json").json["budgets"]
    proven = [one["proven"] for one in budgets]
    assert proven == sorted(proven, reverse=True)
    assert proven[1] > 0 == proven[2]
    assert [one["open"] for one in budgets] == [0, 0, 0]
    told = run(*asked).out
    assert re.search(r"within L∞ 0.05: \d+(\.\d)? %, undecided 0 %", told)
