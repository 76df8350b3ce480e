"""What a window is filled with goes together: drawing, networks, attack, files and pages."""

import pytest

from advgui.core.errors import NetworkFileError
from advgui.lab.drawing.model import Drawing
from advgui.lab.networks import library
from advgui.ui.window.window import MainWindow
from tests.lab.requests import image, network


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
