"""Every attack has a picture in the guide, made by a script that anybody can run."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from advgui.core.attacks import ATTACKS

ROOT = Path(__file__).resolve().parents[2]
SCRIPT, GUIDE = ROOT / "packaging/guide_pictures.py", ROOT / "resources/guide"
LARGEST, LARGEST_TOGETHER = 8_000, 200_000
OURS = [name for name, one in ATTACKS.items() if one.__module__.startswith("advgui.")]


@pytest.mark.parametrize("name", OURS)
def test_every_attack_has_a_small_picture_that_the_guide_shows(name: str) -> None:
    path = GUIDE / f"attack-{name}.png"
    assert path.is_file(), f"run: python packaging/guide_pictures.py {name}"
    assert path.stat().st_size <= LARGEST
    shown = f"(attack-{name}.png)" in (GUIDE / "attack.md").read_text("utf-8")
    assert shown, f"show attack-{name}.png in the attack's section of resources/guide/attack.md"


def test_no_picture_is_left_over_and_together_they_are_small() -> None:
    pictures = list(GUIDE.glob("*.png"))
    assert {path.stem.removeprefix("attack-") for path in pictures} == set(OURS)
    assert sum(path.stat().st_size for path in pictures) <= LARGEST_TOGETHER


def test_the_script_makes_a_picture_of_the_three_images(tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPT), "fgsm", "--out", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    with Image.open(tmp_path / "attack-fgsm.png") as picture:
        pixels = np.asarray(picture.convert("RGB"), np.int16)
    assert pixels.shape == (112, 344, 3)
    before, change, after = pixels[:, :112], pixels[:, 116:228], pixels[:, 232:]
    assert (np.ptp(before, axis=2) < 16).all()  # grey
    assert (np.ptp(change, axis=2) > 64).any()  # coloured
    assert (before != after).any()
