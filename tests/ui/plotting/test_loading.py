"""pyqtgraph is not in the way of the window's start, and in no command's."""

import subprocess
import sys
from pathlib import Path

import pytest

from advgui.ui.plotting import loading

ROOT = Path(__file__).parents[3]

WINDOW = """
import sys
from PySide6.QtCore import QTimer
from advgui.ui.app import run_window
from advgui.ui.session.settings import NoSettings
from advgui.ui.window.window import MainWindow

seen = []
paint = MainWindow.paintEvent

class Watch(QTimer):
    def __init__(self, window):
        super().__init__(window)
        self.window = window
        window.painted.connect(self.painted)
        self.timeout.connect(self.look)
        self.start(5)

    def painted(self):
        seen.append(("filled" if self.window.workspace else "empty", "pyqtgraph" in sys.modules))

    def look(self):
        plot = self.window.findChild(object, "run-plot") if self.window.workspace else None
        if plot is not None and plot.findChild(object, "chart") is not None:
            self.stop()
            self.window.close()

watches = []
code = run_window(settings=NoSettings(), begin=lambda window: watches.append(Watch(window)))
assert code == 0
assert seen[0] == ("empty", False), seen
assert next(one for one in seen if one[0] == "filled") == ("filled", False), seen
assert "pyqtgraph" in sys.modules
"""

COMMANDS = """
import sys
from advgui.__main__ import main
main(["networks"])
assert "pyqtgraph" not in sys.modules
"""


@pytest.mark.parametrize("program", [WINDOW, COMMANDS], ids=["window", "commands"])
def test_nothing_of_it_is_imported_before_the_window_is_painted_nor_by_a_command(
    program: str,
) -> None:
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_it_is_ready_once_it_was_imported_in_the_background() -> None:
    while not loading.ready():
        loading.advance()
        loading.finish()
    assert "pyqtgraph" in sys.modules


PIECES = """
import sys
from advgui.ui.plotting import loading
loading._PIECE_S = -1.0  # so that each call makes one
calls = 0
while not loading._threads:
    assert "pyqtgraph" not in sys.modules
    loading.advance()
    calls += 1
names = sum(len(dir(sys.modules[name])) for name in loading._TOUCHED)
assert calls >= names > 500, (calls, names)
loading.finish()
assert loading.ready()
"""


def test_the_classes_that_it_touches_are_made_before_and_a_few_at_a_time() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PIECES], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(
    ("error", "why"),
    [(ImportError("no such file"), "no such file"), (MemoryError(), "there is not enough memory")],
)
def test_why_it_cannot_be_imported_is_told(
    monkeypatch: pytest.MonkeyPatch, error: Exception, why: str
) -> None:
    def fail(name: str) -> None:
        raise error

    monkeypatch.setattr(loading, "import_module", fail)
    monkeypatch.setattr(loading, "_threads", [])
    monkeypatch.setattr(loading, "_failures", [])
    monkeypatch.setattr(loading, "_waiting", iter(()))
    loading.advance()
    loading.finish()
    assert loading.failure() == why
