"""What is chosen in the menu is saved, and copied."""

import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from advgui.lab.attack.requests import aimed
from advgui.lab.export.repeating import OWN_NETWORK, as_command
from advgui.ui.session.controller import Controller
from advgui.ui.window.export_menu import ExportMenu
from advgui.ui.window.file_actions import Files
from tests.lab.export.shipped_runs import beginning
from tests.lab.states import ended, fresh, other_digit, shown


class Window:
    def __init__(self, widget: QWidget, controller: Controller, qtbot: QtBot) -> None:
        self.widget, self.controller, self.qtbot = widget, controller, qtbot
        self.menu, self.files = QMenu(widget), Files(controller, widget)
        self.export = ExportMenu(self.menu, self.files, controller)

    def action(self, name: str) -> QAction:
        self.menu.aboutToShow.emit()
        found = self.menu.findChild(QAction, f"export-{name}")
        assert isinstance(found, QAction)
        return found

    def save(self, name: str, path: Path) -> bytes:
        self.action(name).trigger()
        dialog = self.widget.findChild(QFileDialog, "save-export")
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()
        self.qtbot.waitUntil(lambda: not self.files.saver.busy, timeout=30_000)
        return path.read_bytes()


@pytest.fixture
def window(
    controller: Controller, keep: Callable[[QWidget], QWidget], qtbot: QtBot
) -> Iterator[Window]:
    made = Window(keep(QWidget()), controller, qtbot)
    yield made
    made.files.saver.close()


def with_run(window: Window, *, shipped: bool = True) -> None:
    state = beginning() if shipped else fresh()
    window.controller.go(ended(aimed(state, other_digit(state))))


def test_what_cannot_be_had_says_why(window: Window) -> None:
    for name in ("figure", "animation", "page", "command", "python"):
        action = window.action(name)
        assert not action.isEnabled()
        assert action.toolTip() == action.statusTip()
        assert action.toolTip().endswith("yet.") or action.toolTip().endswith("ended.")
    with_run(window, shipped=False)
    assert window.action("command").toolTip() == OWN_NETWORK


def test_a_figure_is_saved_in_the_format_that_its_name_ends_with(
    window: Window, tmp_path: Path
) -> None:
    with_run(window)
    assert window.save("figure", tmp_path / "a.png").startswith(b"\x89PNG")
    with Image.open(tmp_path / "a.png") as picture:
        pixels = np.asarray(picture.convert("RGB"))
    assert 9 * pixels.shape[1] == 16 * pixels.shape[0]
    np.testing.assert_array_equal(pixels[0, 0], 255)
    assert window.save("figure", tmp_path / "a.svg").startswith(b"<svg")
    assert window.save("animation", tmp_path / "a.gif").startswith(b"GIF89a")
    assert window.save("page", tmp_path / "a.html").startswith(b"<!doctype html>")


def test_the_command_is_copied(window: Window) -> None:
    with_run(window)
    window.action("command").trigger()
    text = QGuiApplication.clipboard().text()
    assert text == as_command(shown(window.controller.state))
    assert shlex.split(text)[:2] == ["advgui", "attack"]
    window.action("python").trigger()
    assert QGuiApplication.clipboard().text().startswith("import base64")
