"""The window is seen before it is filled; whatever happens meanwhile, nothing is lost or broken."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from advgui.__main__ import main
from advgui.core.errors import NetworkFileError
from advgui.lab.networks import library
from advgui.ui import app as module
from advgui.ui.window.placeholders import BlankSheet
from advgui.ui.window.window import MainWindow
from tests.e2e.conftest import close, open_window

HEAVY = ("numpy", "PIL", "safetensors", "multiprocessing", "json")

EARLY = f"""
import sys
import advgui.__main__
import advgui.ui.app
early = [name for name in {HEAVY} if name in sys.modules]
sys.exit(f"imported {{early}}" if early else 0)
"""


@pytest.fixture
def no_loop(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """``main`` comes back when it would wait for its user; its window is closed in the end."""
    with monkeypatch.context() as patch:
        patch.setattr(QApplication, "exec", lambda *_: 0)
        yield
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            close(window)


def test_what_is_seen_first_needs_nothing_but_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EARLY], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.usefixtures("no_loop")
@pytest.mark.parametrize("piece", module._PIECES)
def test_it_can_be_closed_before_it_is_filled(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def closing(name: str) -> object:
        if name == piece:
            seen.append(open_window().isVisible())
            QTimer.singleShot(0, open_window(), open_window().close)
        return import_module(name)

    monkeypatch.setattr(module, "import_module", closing)
    assert main([]) == 0
    assert seen == [True]
    assert open_window().workspace is None
    assert not open_window().isVisible()


@pytest.mark.usefixtures("no_loop")
def test_a_file_that_ships_damaged_is_told_in_the_window_and_ends_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def damaged(name: str) -> object:
        raise NetworkFileError(f"{name}.safetensors: not a complete safetensors file.")

    monkeypatch.setattr(library, "load_shipped", damaged)
    assert main([]) == 2
    told = [d for d in open_window().findChildren(QDialog, "error") if d.isVisible()]
    assert len(told) == 1
    assert capsys.readouterr().err == f"advgui: {told[0].accessibleDescription()}\n"
    assert "not a complete" in told[0].accessibleDescription()
    told[0].accept()
    assert not open_window().isVisible()


def places(window: MainWindow) -> dict[str, tuple[int, int, int]]:
    """Where the headings and the sheet begin, and how wide the sheet is."""
    found = {}
    for one in window.findChildren(QWidget):
        name = one.text() if isinstance(one, QLabel) else ""
        sheet = isinstance(one, BlankSheet) or one.objectName() == "canvas"
        if one.isVisible() and (sheet or name in ("Draw", "Network", "Attack")):
            place = one.mapTo(window, QPoint(0, one.height() // 2 if not sheet else 0))
            found["sheet" if sheet else name] = (place.x(), place.y(), one.width() if sheet else 0)
    return found


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1600, 1000)])
def test_nothing_moves_when_it_is_filled(
    application: QApplication, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = module._empty_window(application)
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    before = places(window)
    for _ in module._fill(application, window):
        pass
    QApplication.processEvents()
    try:
        assert set(before) == {"Draw", "Network", "Attack", "sheet"}
        assert places(window) == before
    finally:
        close(window)


def test_what_is_offered_is_the_same_before_and_after(application: QApplication) -> None:
    window = module._empty_window(application)

    def offered() -> list[str]:
        bar = window.findChild(QWidget, "tool-bar")
        assert bar is not None
        return [action.objectName() for action in bar.actions() if action.isEnabled()]

    before = offered()
    for _ in module._fill(application, window):
        pass
    assert offered() == before
    close(window)
