"""How many starts of the window end badly: Qt, Python and pyqtgraph meet in many an order.

``ADVGUI_STARTS`` says how many there shall be; before a release, 300.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks import one_start
from tests.benchmarks.figures import Figure, Note, in_turns

ROOT: Final = Path(__file__).parents[2]
FEW: Final = 5
PATIENCE_S: Final = 120
#: What the screen that is not there says of itself.
IGNORED: Final = "This plugin does not support propagateSizeHints()\n"


def start() -> str:
    """Open a window with a chart in a fresh process, and close it; what went wrong."""
    command = [sys.executable, "-X", "faulthandler", "-m", one_start.__name__]
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        text=True,
        timeout=PATIENCE_S,
    )
    complaint = done.stderr.replace(IGNORED, "")
    return f"exit code {done.returncode}: {complaint}" if done.returncode or complaint else ""


def test_every_start_ends_well(benchmark: BenchmarkFixture, note: Note) -> None:
    count = int(os.environ.get("ADVGUI_STARTS", FEW)) if benchmark.enabled else 1
    wrong: list[str] = []

    def starts() -> None:
        wrong.extend(filter(None, (start() for _ in range(count))))

    in_turns(benchmark, starts, lambda: None, rounds=1)
    if benchmark.enabled:
        note(Figure("starts of the window that end badly", "0", f"{len(wrong)} of {count}"))
    assert not wrong, "\n".join(wrong)
