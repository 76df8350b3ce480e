"""pyqtgraph is imported whole without Qt's OpenGL, and draws its curves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

DRAWN = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from advgui.ui.plotting import loading
while not loading.ready():
    loading.advance()
    loading.finish()
assert not loading.failure(), loading.failure()
import pyqtgraph
plot = pyqtgraph.PlotWidget()
plot.plot([1.0, 2.0, 4.0], [1.0, 0.0, 3.0], pen="#ff0000")
plot.resize(300, 200)
image = plot.grab().toImage()
colours = {image.pixelColor(x, y).name() for x in range(300) for y in range(200)}
assert "#ff0000" in colours, colours
loaded = {name for name in sys.modules if name.startswith("PySide6.QtOpenGL")}
"""
OURS = "advgui.ui.plotting.no_opengl"
THOSE = "{sys.modules[name].__name__ for name in loaded}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"assert {THOSE} == {{'{OURS}'}}"),
        (
            "import PySide6.QtOpenGL, PySide6.QtOpenGLWidgets",
            f"assert {THOSE} == loaded",
        ),
    ],
    ids=["left out", "used by somebody else"],
)
def test_curves_are_drawn(before: str, after: str) -> None:
    """Qt's own modules are not loaded, unless somebody else has: these stay as they are."""
    program = f"{before}\n{DRAWN}\n{after}"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
