"""The README's pictures are made by a script that anybody can run."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

SCRIPT = Path(__file__).resolve().parents[2] / "packaging/screenshots.py"


def test_a_picture_is_made_small_and_crisp(tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPT), "every", "--out", str(tmp_path), "--scale", "2"]
    done = subprocess.run(command, cwd=SCRIPT.parents[1], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    (path,) = tmp_path.iterdir()
    assert path.stat().st_size < 150_000
    with Image.open(path) as picture:
        assert picture.size == (2560, 1600)
        colours = picture.convert("RGB").getcolors(1 << 24)
    assert colours is not None
    assert len(colours) > 50
