"""The window fits the screen that it opens on at every scale factor, and all in it is in reach."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

Found = dict[str, Any]

SCREENS = [
    (960, 540, 1),
    *((1024, 640, factor) for factor in (1, 1.25, 2)),
    *((1366, 768, factor) for factor in (1, 1.25, 1.5, 2)),
    *((1920, 1080, factor) for factor in (1.5, 2)),
    *((1920, 1200, factor) for factor in (1.5, 2)),
    *((2560, 1440, factor) for factor in (1, 2)),
]

#: What is seen on every page where nothing is folded, and there without scrolling but on the
#: smallest of screens; and where it is.
ALWAYS = {"canvas", "bars", "network", "page-tabs", "pen", "eraser", "pen-width", "clear-button"}
FOLDED = {"unfold-button", "page-tabs"}


def opened(
    folder: Path, width: int, height: int, factor: float, move_to: tuple[int, ...] = ()
) -> Found:
    """What is told of a window on such a screen, that is left at a place in the end."""
    one = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    (folder / "screen.json").write_text(
        json.dumps({"screens": [one | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})
    )
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.on_screen", *map(str, move_to)],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen:configfile=screen.json",
            "QT_SCALE_FACTOR": str(factor),
            "PYTHONPATH": str(ROOT),
        },
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    found: Found = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(("width", "height", "factor"), SCREENS)
def test_the_window_and_all_in_it_fits_the_screen(
    tmp_path: Path, width: int, height: int, factor: float
) -> None:
    found = opened(tmp_path, width, height, factor)
    assert found["screen"][2:] == pytest.approx([width / factor, height / factor], abs=1)
    assert found["inside"], found["frame"]
    for page in found["pages"].values():
        assert set(page["controls"]) >= ALWAYS
        assert page["out of reach"] == []
        assert page["dots"] == []
        if width / factor > 910 and height / factor >= 512:  # as small as laptops have them
            assert page["aside"] == 0
            assert set(page["at once"]) >= (FOLDED if page["folded"] else ALWAYS)
            assert page["foot"]


def test_a_place_on_a_larger_screen_is_brought_into_a_smaller_one(tmp_path: Path) -> None:
    left = opened(tmp_path, 2560, 1440, 1, (1400, 500, 1100, 900))
    assert left["inside"]
    for width, height, factor in ((1366, 768, 1), (1366, 768, 1.5), (1024, 640, 2)):
        found = opened(tmp_path, width, height, factor, (1400, 500, 1100, 900))
        assert found["inside"], found["frame"]
