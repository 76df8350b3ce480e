"""A filled window, driven through its parts; what a user does is in tests/e2e."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QStatusBar

from advgui.core.errors import NetworkFileError
from advgui.core.resources import ResourceError
from advgui.lab.drawing.model import Drawing
from advgui.lab.networks import library
from advgui.ui import app
from advgui.ui.guide import contents
from advgui.ui.session.settings import NoSettings
from advgui.ui.window.window import MainWindow
from tests.lab.requests import image, network


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    made = app.make_window(qapp, NoSettings())
    yield made
    made.close()
    made.deleteLater()


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


def test_an_action_of_the_menu_shows_the_attack(window: MainWindow) -> None:
    window.controller.draw(Drawing(base=image()))
    window.pages.choose("train")
    window.actions_.every.trigger()
    assert window.pages.current == "attack"


def test_the_keys_attack_where_an_attack_is_seen(window: MainWindow) -> None:
    assert window.actions_.every.shortcuts()
    window.pages.choose("train")
    assert not window.actions_.every.shortcuts()
    window.pages.choose("compare")
    assert window.actions_.every.shortcuts()


def test_a_network_that_was_trained_is_chosen_and_unsaved(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.add_network(network(), trained=True)
    assert window.controller.state.network.name == "small"
    assert [one.name for one in window.workspace.library.unsaved] == ["small"]


def test_a_network_that_cannot_be_read_is_told_and_the_former_stays(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(name: str) -> object:
        raise NetworkFileError(f"{name}: damaged.")

    monkeypatch.setattr(library, "load_shipped", damaged)
    before, told = window.controller.state.network, list[str]()
    assert window.workspace is not None
    monkeypatch.setattr(window.workspace.files, "tell", lambda error: told.append(str(error)))
    window.network.network_chosen.emit("svm")
    assert told == ["svm: damaged."]
    assert window.controller.state.network is before


def test_what_is_being_opened_can_be_stopped_as_an_attack_can(window: MainWindow) -> None:
    assert window.workspace is not None
    opener = window.workspace.files.opener
    assert not window.actions_.stop.isEnabled()
    opener.words = "Opening…"
    opener.changed.emit()
    assert window.actions_.stop.isEnabled()
    opener.words = ""
    opener.changed.emit()
    assert not window.actions_.stop.isEnabled()


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
