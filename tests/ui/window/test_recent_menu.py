"""Files that were opened or saved are opened again by a menu."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from advgui.core.digits.image_file import write_png
from advgui.ui.session.controller import Controller
from advgui.ui.session.settings import Settings
from advgui.ui.window.file_actions import Files
from advgui.ui.window.recent_menu import RecentMenu
from tests.lab.requests import image


class Window:
    def __init__(self, widget: QWidget, controller: Controller) -> None:
        self.widget, self.controller = widget, controller
        self.menu, self.files, self.settings = QMenu(widget), Files(controller, widget), Settings()
        self.recent = RecentMenu(self.menu, self.files, self.settings)

    @property
    def names(self) -> list[str]:
        return [action.text() for action in self.menu.actions()]

    def choose(self, number: int) -> None:
        action = self.menu.findChild(QAction, f"recent-{number}")
        assert isinstance(action, QAction)
        action.trigger()


@pytest.fixture
def window(controller: Controller, keep: Callable[[QWidget], QWidget]) -> Iterator[Window]:
    made = Window(keep(QWidget()), controller)
    yield made
    made.files.saver.close()


def written(path: Path, seed: int) -> Path:
    write_png(path, image(seed))
    return path


def test_the_newest_is_first_and_is_opened_again(window: Window, tmp_path: Path) -> None:
    assert not window.menu.menuAction().isEnabled()
    window.files.open_file(written(tmp_path / "a.png", 1))
    window.files.open_file(written(tmp_path / "b & c.png", 2))
    assert window.names == ["&1  b && c.png", "&2  a.png"]
    window.choose(1)
    assert (window.controller.state.image == image(1)).all()
    assert window.names == ["&1  a.png", "&2  b && c.png"]


def test_one_that_is_gone_is_told_and_goes(window: Window, tmp_path: Path) -> None:
    window.files.open_file(written(tmp_path / "a.png", 1))
    (tmp_path / "a.png").unlink()
    window.choose(0)
    dialog = window.widget.findChild(QDialog, "error")
    assert isinstance(dialog, QDialog)
    assert "a.png is not there any more" in dialog.accessibleDescription()
    dialog.close()
    assert window.names == []


def test_they_are_remembered_with_the_settings(window: Window, tmp_path: Path) -> None:
    window.files.open_file(written(tmp_path / "a.png", 1))
    window.settings.save(QByteArray(), {})
    menu = QMenu(window.widget)
    RecentMenu(menu, window.files, Settings())
    assert [action.text() for action in menu.actions()] == ["&1  a.png"]
