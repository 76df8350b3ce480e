"""A filled window, driven through its parts; what a user does is in tests/e2e."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QStatusBar

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


def test_another_language_comes_at_once_where_its_user_wants_that(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show()
    window._language.start_wanted.emit("From its next start on, the window speaks Deutsch.")
    press(window, "starting-again", "start-again")
    dialog = window.findChild(QDialog, "error")
    assert isinstance(dialog, QDialog)
    assert "Nothing can be kept" in dialog.accessibleDescription()  # these settings are nobody's
    dialog.accept()
    assert window.isVisible()
    monkeypatch.setattr(window.restoring, "keep_all", lambda: None)
    window._language.start_wanted.emit("From its next start on, the window speaks Deutsch.")
    press(window, "starting-again", "later")
    assert window.isVisible()
    window._language.start_wanted.emit("From its next start on, the window speaks Deutsch.")
    press(window, "starting-again", "start-again")
    assert window.starts_again
    assert not window.isVisible()


def press(window: MainWindow, question: str, name: str) -> None:
    (dialog,) = [one for one in window.findChildren(QDialog, question) if one.isVisible()]
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_the_foot_of_the_window_tells_what_happens(window: MainWindow) -> None:
    window.controller.tell("Something.")
    assert isinstance(window.statusBar(), QStatusBar)
    assert window.controller.state.message.words == "Something."
