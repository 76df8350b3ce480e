import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.ui import preparation
from advgui.ui.preparation import Preparation

# Counts the steps up to the one that imports, and says whether it did.
COUNTING = """
import sys
from advgui.ui.preparation import steps
count = 0
for _ in steps():
    count += 1
    assert "pyqtgraph" not in sys.modules
assert "pyqtgraph" in sys.modules
sys.stdout.write(str(count))
"""


def test_the_import_comes_last_after_many_short_steps() -> None:
    done = subprocess.run([sys.executable, "-c", COUNTING], capture_output=True, check=True)
    assert int(done.stdout) > 500


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def test_all_is_done_in_the_windows_thread(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported: list[tuple[str, threading.Thread]] = []
    monkeypatch.setattr(
        preparation,
        "import_module",
        lambda name: imported.append((name, threading.current_thread())),
    )
    made = Preparation(owner)
    with qtbot.waitSignal(made.done):
        made.start()
    assert imported == [("pyqtgraph", threading.main_thread())]


def test_other_events_have_their_turn_meanwhile(owner: QObject, qtbot: QtBot) -> None:
    turns: list[bool] = []
    other = QTimer(owner, interval=0)
    other.timeout.connect(lambda: turns.append(True))
    made = Preparation(owner)
    other.start()
    with qtbot.waitSignal(made.done):
        made.start()
    other.stop()
    assert turns


def test_what_is_stopped_goes_no_further(owner: QObject, qtbot: QtBot) -> None:
    made = Preparation(owner)
    heard: list[bool] = []
    made.done.connect(lambda: heard.append(True))
    made.start()
    made.stop()
    QTimer.singleShot(0, owner, lambda: heard.append(False))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [False]
