"""The leak fixtures themselves: tests that leak must fail, and one that does not must pass."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEAKS = """
import threading, time
from multiprocessing import get_context
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget
from tests import leaks

leaks.LOOKS = 3
held = []

def test_a_kept_widget(qtbot, keep):
    keep(QWidget()).show()

def test_window(qtbot):
    held.append(QWidget())
    held[-1].show()

def test_timer(qapp):
    held.append(QTimer())
    held[-1].start(50)

def test_q_thread(qapp):
    held.append(QThread())
    held[-1].start()

def test_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()

def test_process():
    get_context("spawn").Process(target=time.sleep, args=(60,), daemon=True).start()
"""


@pytest.fixture
def report(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.RunResult:
    """What pytest says of tests that leak one thing each."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(LEAKS)
    return pytester.runpytest_subprocess("-p", "tests.leaks", "-p", "no:cacheprovider")


def test_a_test_that_leaves_something_behind_fails(report: pytest.RunResult) -> None:
    report.assert_outcomes(passed=6, errors=5)
    for kind in ("window <", "timer <", "thread <", "<Thread(", "<SpawnProcess "):
        report.stdout.fnmatch_lines([f"*after the test: {kind}*"])
