"""``advgui certify --smoothing`` proves what noisy copies are read as, or says that it cannot."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from advgui.core.formats.safetensors_file import save_network
from tests.commands.conftest import Run
from tests.linear_networks import two_labels

FEW = ("--smoothing", "0.25", "--samples", "1000")


@pytest.mark.parametrize("network", ["report", "convolutional"])
def test_a_digit_has_a_radius_in_l2_that_the_vote_holds(
    run: Run, image: Path, network: str
) -> None:
    ran = run("certify", image, "--network", network, *FEW, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert (ran.json["network"], ran.json["norm"]) == (network, "l2")
    assert ran.json["smoothing"]["sigma"] == 0.25
    (one,) = ran.json["results"]
    assert one["label"] == np.argmax(one["votes"]) == 7
    assert sum(one["votes"]) == 1000
    assert 0 < one["proven"] < 0.62  # 1,000 copies that all agree prove .616
    told = run("certify", image, "--network", network, *FEW).out
    assert f"no change below L2 {one['proven']:.4f} alters the vote" in told


def test_the_seed_makes_it_repeatable(run: Run, image: Path) -> None:
    words = ("certify", image, "--network", "report", "--smoothing", "0.5", "--json")
    votes = [run(*words, "--seed", seed).json["results"][0]["votes"] for seed in ("5", "5", "6")]
    assert votes[0] == votes[1] != votes[2]


def test_where_the_vote_abstains_that_is_told(run: Run, image: Path, tmp_path: Path) -> None:
    path = tmp_path / "even.safetensors"
    save_network(two_labels(np.r_[np.zeros(783), 1.0].astype(np.float32), 0.0), path)
    words = ("certify", image, "--network", path, *FEW)
    assert "the vote abstains, as only" in run(*words).out
    (one,) = run(*words, "--json").json["results"]
    assert (one["label"], one["proven"]) == (None, 0.0)


def test_many_digits_have_a_certified_accuracy(run: Run, mnist: Path) -> None:
    words = ("certify", "--network", "report", *FEW, "--images", "20", "--mnist", mnist)
    ran = run(*words, "--json").json
    assert ran["images"] == 20
    assert len(ran["radii"]) == len(ran["certified"])
    assert ran["certified"] == sorted(ran["certified"], reverse=True)
    assert ran["certified"][0] + ran["abstained"] + ran["wrong"] == pytest.approx(1)
    told = run(*words).out
    assert "20 test images, a vote of 1,000 copies under noise of sigma 0.25" in told
    assert "read right and proven" in told
    assert "so many copies prove 0.616 at most" in told


def test_many_digits_are_attacked_by_who_knows_of_the_noise_and_who_does_not(
    run: Run, mnist: Path
) -> None:
    vote = ("--network", "report", "--smoothing", "0.25", "--samples", "200")
    words = ("certify", *vote, "--images", "3", "--budget", "0.5", "--mnist", mnist)
    found = run(*words, "--json").json
    assert found["budgets"] == [0.0, 0.5]
    for unaware, aware, proven in zip(
        found["unaware"]["right"], found["aware"]["right"], found["proven"], strict=True
    ):
        assert unaware >= aware >= proven
    told = run(*words).out
    assert "unaware" in told
    assert "What abstains is not fooled, and not right." in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--smoothing", "0.25", "--norm", "linf"), "in L2 alone"),
        (("--smoothing", "0.25", "--seconds", "3"), "by --samples"),
        (("--samples", "1000"), "--smoothing"),
        (("--smoothing", "0.25", "--budget", "0.5"), "name no files"),
        (("--smoothing", "0.25", "--budget", "none"), "no budget from 0.004 to 28"),
        (("--smoothing", "much"), "sigma is a number from 0.01 to 4"),
        (("--smoothing", "0.25", "--samples", "7"), "samples is a whole number from 100"),
    ],
)
def test_what_does_not_go_together_is_refused(
    refused: Callable[..., str], image: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in refused("certify", image, *words)
