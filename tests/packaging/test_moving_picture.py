"""The README's moving picture is made by a script that anybody can run."""

import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageSequence

SCRIPT = Path(__file__).resolve().parents[2] / "packaging/moving_picture.py"


def test_a_digit_is_drawn_and_attacked_in_a_small_picture(tmp_path: Path) -> None:
    path = tmp_path / "picture.webp"
    command = [sys.executable, str(SCRIPT), "--out", str(path)]
    done = subprocess.run(command, cwd=SCRIPT.parents[1], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert path.stat().st_size < 1_000_000
    with Image.open(path) as picture:
        frames = [frame.convert("RGB").tobytes() for frame in ImageSequence.Iterator(picture)]
    assert len(set(frames)) > 30  # those in which nothing moves are joined
