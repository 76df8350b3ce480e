"""``advgui photo``: a sheet's photo read back, and simulated ones measured."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from advgui.core.digits.image_file import read_image
from advgui.core.world.raster import rasterised
from tests.commands.conftest import Run
from tests.sheets import page, two_images


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    Image.fromarray(rasterised(page(), 110)).rotate(90, expand=True).save(path, quality=92)
    return path


def test_a_photo_is_judged_and_its_images_are_saved(run: Run, photo: Path, tmp_path: Path) -> None:
    out = tmp_path / "read"
    ran = run("photo", photo, "--network", "convolutional", "--out", out, "--json")
    assert ran.err == ""
    (found,) = ran.json
    assert found["label_original"] == 7
    assert ran.code == (0 if found["fooled"] else 1)
    saved = read_image(out / "original.png").astype(int)
    assert np.abs(saved - two_images()[0]).mean() < 3
    assert (out / "straightened.png").is_file()


def test_what_is_no_photo_of_a_sheet_is_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    Image.fromarray(np.full((300, 400), 180, np.uint8)).save(path)
    ran = run("photo", path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("advgui: cat.png: The photo is too dark")


def test_a_photo_and_a_simulation_are_not_asked_for_together(run: Run, photo: Path) -> None:
    assert run("photo", photo, "--simulate", 2).code == 2
    assert run("photo").code == 2


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("photo.jpg", "--camera", "harsh"), "--camera is of a simulation, and a photo is named."),
        (("photo.jpg", "--attack", "ddn"), "--attack is of a simulation, and a photo is named."),
        (("--simulate", 1, "--goal", 3), "--goal is of a photo, and a simulation is asked for."),
        (("--simulate", 1, "--out", "it"), "--out is of a photo, and a simulation is asked for."),
    ],
)
def test_what_would_be_left_aside_is_refused(
    refused: Callable[..., str], asked: tuple[object, ...], told: str
) -> None:
    assert told in refused("photo", *asked)


def test_of_no_photo_nothing_is_told(run: Run, few_mnist: Path) -> None:
    ran = run("photo", "--simulate", 1, "--camera", "normal", "--attack", "pgd-l2:budget=0.004",
              "--network", "report", "--mnist", few_mnist, "--markdown")  # fmt: skip
    cells = [cell.strip() for cell in ran.out.splitlines()[2].strip("|").split("|")]
    assert cells[2:] == ["normal", "0", "-", "-", "-", "-"]


def test_a_simulation_tells_a_row_for_each_attack_and_camera(run: Run, few_mnist: Path) -> None:
    ran = run("photo", "--simulate", 1, "--camera", "normal", "--attack", "pgd-l2:budget=3",
              "--network", "report", "--mnist", few_mnist, "--markdown")  # fmt: skip
    assert ran.code == 0
    head, _, *rows = ran.out.splitlines()
    assert "marks" in head
    assert len(rows) == 1
    assert "pgd-l2:budget=3" in rows[0]
