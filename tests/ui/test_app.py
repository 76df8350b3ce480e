"""The application around a window: how it starts, what it opens, how it ends."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from advgui.core.digits import gallery
from advgui.core.digits.image_file import write_png
from advgui.core.resources import ResourceError
from advgui.ui.app import DESKTOP_ID, make_window, run_window
from advgui.ui.session.settings import NoSettings
from advgui.ui.window.window import MainWindow
from tests.lab.requests import image
from tests.lab.states import same

ROOT = Path(__file__).parents[2]


def whenever(window: MainWindow, act: Callable[[], bool]) -> None:
    """Do something again and again between the window's events, until it says that it is done."""
    clock = QTimer(window, interval=10)

    def go_on() -> None:
        if act():
            clock.stop()

    clock.timeout.connect(go_on)
    clock.start()


def test_a_desktop_knows_it_by_the_name_of_its_entry(application: QApplication) -> None:
    window = make_window(application, NoSettings())
    window.deleteLater()
    assert application.desktopFileName() == DESKTOP_ID
    assert not application.windowIcon().isNull()
    assert (ROOT / "packaging" / "linux" / f"{DESKTOP_ID}.desktop").is_file()


def test_a_window_that_is_made_is_filled_and_not_shown_yet(application: QApplication) -> None:
    window = make_window(application, NoSettings())
    assert window.workspace is not None
    assert not window.isVisible()
    window.close()
    window.deleteLater()


@pytest.mark.usefixtures("application")
def test_files_are_open_once_the_window_is_there(tmp_path: Path) -> None:
    path, hook, seen = tmp_path / "three.png", sys.excepthook, list[bool]()
    write_png(path, image(3))

    def begin(window: MainWindow) -> None:
        seen.append(window.isVisible())

        def look() -> bool:
            there = window.workspace is not None and window.controller.state.image.any()
            if there:
                seen.append(same(window.controller.state.image, image(3)))
                window.close()
                window.deleteLater()
            return bool(there)

        whenever(window, look)

    assert run_window([str(path)], settings=NoSettings(), begin=begin) == 0
    assert seen == [False, True]
    assert sys.excepthook is hook


@pytest.mark.usefixtures("application")
def test_a_window_that_is_closed_before_it_is_filled_ends_the_program() -> None:
    made: list[MainWindow] = []

    def begin(window: MainWindow) -> None:
        made.append(window)
        window.painted.connect(window.close, Qt.ConnectionType.QueuedConnection)

    assert run_window(settings=NoSettings(), begin=begin) == 0
    assert made[0].workspace is None
    made[0].deleteLater()


@pytest.mark.usefixtures("application")
def test_an_installation_that_lacks_a_file_is_told_in_the_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lacking(*_: object) -> object:
        raise ResourceError("This installation of advgui is incomplete: it lacks the gallery.")

    monkeypatch.setattr(gallery, "resource", lacking)
    told: list[str] = []

    def begin(window: MainWindow) -> None:
        def look() -> bool:
            dialog = window.findChild(QDialog, "error")
            if dialog is not None and dialog.isVisible():
                told.append(dialog.accessibleDescription())
                window.deleteLater()
                dialog.accept()
            return bool(told)

        whenever(window, look)

    with pytest.raises(ResourceError):
        run_window(settings=NoSettings(), begin=begin)
    assert told == ["This installation of advgui is incomplete: it lacks the gallery."]
