"""``advgui print``: a sheet as PDF, from a saved outcome or two images."""

from pathlib import Path

import pytest

from advgui.core.digits.image_file import write_png
from tests.commands.conftest import Run
from tests.sheets import two_images


@pytest.fixture
def images(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "original.png", tmp_path / "adversarial.png"
    for path, image in zip(paths, two_images(), strict=True):
        write_png(path, image)
    return paths


def test_two_images_become_a_pdf(run: Run, images: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    pair = ("--original", images[0], "--adversarial", images[1])
    ran = run("print", *pair, "--out", out, "--paper", "Letter", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert out.read_bytes().startswith(b"%PDF-1.4")
    assert ran.json["paper"] == "Letter"
    assert ran.json["label_original"] == 7


def test_a_saved_outcome_says_which_attack_it_was(
    run: Run, images: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "outcome.json").write_text('{"attack": "ddn", "goal": 3}')
    ran = run("print", "--outcome", tmp_path, "--out", tmp_path / "sheet.pdf")
    assert ran.code == 0
    assert "print it at 100 %" in ran.out
    (tmp_path / "outcome.json").write_text('{"goal": 3}')
    ran = run("print", "--outcome", tmp_path, "--out", tmp_path / "other.pdf")
    assert ran.code == 2
    assert "not the outcome of an attack" in ran.err
    assert not (tmp_path / "other.pdf").exists()


def test_it_is_said_once_where_the_images_are(run: Run, tmp_path: Path) -> None:
    ran = run("print", "--original", tmp_path / "a.png", "--out", tmp_path / "sheet.pdf")
    assert ran.code == 2
    assert "--outcome FOLDER" in ran.err
