from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from advgui.ui.theme.zoom import Zoom
from advgui.ui.window.viewing import Viewing


@pytest.fixture
def window(qtbot: QtBot, keep: Callable[..., QMainWindow]) -> QMainWindow:
    made = keep(QMainWindow())
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def viewing(window: QMainWindow, zoom: Zoom) -> Viewing:
    return Viewing(window, zoom)


def press(window: QMainWindow, keys: str) -> None:
    QTest.keySequence(window, QKeySequence(keys))


@pytest.mark.usefixtures("viewing")
def test_the_keys_of_every_browser_resize_the_text(window: QMainWindow, zoom: Zoom) -> None:
    press(window, "Ctrl++")
    assert zoom.percent == 110
    press(window, "Ctrl+=")
    assert zoom.percent == 125
    press(window, "Ctrl+-")
    assert zoom.percent == 110
    press(window, "Ctrl+0")
    assert zoom.percent == 100


def test_what_cannot_be_done_any_more_is_not_offered(viewing: Viewing, zoom: Zoom) -> None:
    assert not viewing.usual.isEnabled()
    zoom.set_percent(200)
    assert not viewing.larger.isEnabled()
    assert viewing.smaller.isEnabled()
    assert viewing.usual.isEnabled()


def test_f11_fills_the_screen_and_comes_back(window: QMainWindow, viewing: Viewing) -> None:
    press(window, "F11")
    assert window.isFullScreen()
    assert viewing.full.isChecked()
    press(window, "F11")
    assert not window.isFullScreen()
    assert not viewing.full.isChecked()


def test_for_a_projector_text_is_large_and_the_screen_full_until_it_is_left(
    window: QMainWindow, viewing: Viewing, zoom: Zoom
) -> None:
    zoom.set_percent(110)
    viewing.projector.trigger()
    assert window.isFullScreen()
    assert zoom.percent == 150
    viewing.leave_full_screen()
    assert not window.isFullScreen()
    assert not viewing.projector.isChecked()
    assert zoom.percent == 110


def test_a_window_that_was_left_on_the_full_screen_opens_in_a_frame(
    window: QMainWindow, viewing: Viewing
) -> None:
    window.setWindowState(Qt.WindowState.WindowFullScreen)
    viewing.open_in_a_frame()
    assert not window.isFullScreen()
