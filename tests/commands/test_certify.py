"""``advgui certify`` tells how far a digit may be changed before it is read otherwise."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.digits.image_file import read_image
from advgui.core.images import to_floats
from advgui.core.zoo import load_shipped
from tests.commands.conftest import Run


@pytest.mark.parametrize("norm", ["linf", "l2"])
def test_what_is_proven_is_below_what_fools(run: Run, image: Path, norm: str) -> None:
    ran = run("certify", image, "--network", "report", "--norm", norm, "--seconds", "0.1", "--json")
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


def test_many_digits_are_summed_up(run: Run, mnist: Path) -> None:
    ran = run("certify", "--network", "svm", "--images", "20", "--mnist", mnist)
    assert ran.code == 0
    assert "20 digits that it reads right" in ran.out
    assert "for 100 % of the digits" in ran.out


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "soon"])
def test_a_time_that_is_none_is_refused(run: Run, image: Path, seconds: str) -> None:
    ran = run("certify", image, "--seconds", seconds)
    assert ran.code == 2
    assert "0 to 3600 seconds" in ran.err
