"""A filled window, driven through its parts; what a user does is in tests/e2e."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QStatusBar

from advgui.core.resources import ResourceError
from advgui.ui import app
from advgui.ui.guide import contents
from advgui.ui.session.settings import NoSettings
from advgui.ui.window.window import MainWindow


def test_it_is_empty_before_it_is_filled(qapp: QApplication) -> None:
    made = app._empty_window(qapp, NoSettings())
    assert made.workspace is None
    assert made.pages.page("attack") is None
    assert not made.actions_.attack.isEnabled()
    made.leave()
    made.deleteLater()


def test_a_filled_one_has_its_parts_and_their_former_name(window: MainWindow) -> None:
    assert window.workspace is not None
    assert window.bench is window.workspace
    assert window.controller is window.workspace.controller
    assert window.pages.page("attack") is not None
    assert window.pages.page("train") is None


def test_a_guide_that_the_installation_lacks_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(name: str) -> object:
        raise ResourceError(f"This installation of advgui is incomplete: it lacks {name}.")

    monkeypatch.setattr(contents, "resource", lacking)
    window.actions_.guide.trigger()
    dialog = window.findChild(QDialog, "error")
    assert isinstance(dialog, QDialog)
    assert "it lacks guide" in dialog.accessibleDescription()


def test_the_foot_of_the_window_tells_what_happens(window: MainWindow) -> None:
    window.controller.tell("Something.")
    assert isinstance(window.statusBar(), QStatusBar)
    assert window.controller.state.message.words == "Something."
