"""A window's session: saved, named in the title, opened in the place of the present one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.lab.attack.outcome_file import save_outcome
from advgui.lab.networks.library import Library
from advgui.lab.sessions.session_file import load_session
from advgui.ui.session.controller import Controller
from advgui.ui.window.file_actions import Files
from advgui.ui.window.sessions import Sessions
from tests.lab.requests import network
from tests.lab.sessions.sessions import after_run, busy, drawn
from tests.lab.states import fresh
from tests.ui.window.made_sessions import made_sessions


@dataclass
class Window:
    """One in which runs were made."""

    widget: QWidget
    controller: Controller
    library: Library
    sessions: Sessions
    files: Files
    qtbot: QtBot

    def save_as(self, path: Path) -> None:
        self.sessions.save_as()
        dialog = self.widget.findChild(QFileDialog, "save-session")
        assert isinstance(dialog, QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.close()
        self.written()

    def written(self) -> None:
        self.qtbot.waitUntil(lambda: not self.files.saver.busy)

    def open(self, path: Path) -> None:
        self.files.open_file(path)
        self.qtbot.waitUntil(lambda: not self.files.opener.busy, timeout=60_000)

    def press(self, name: str) -> None:
        button = self.widget.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        button.click()

    def asked(self, name: str) -> str:
        found = [one for one in self.widget.findChildren(QDialog, name) if one.isVisible()]
        return found[0].accessibleDescription() if found else ""

    def offered(self, name: str) -> set[str]:
        dialog = self.widget.findChild(QDialog, name)
        assert isinstance(dialog, QDialog)
        return {button.text().replace("&", "") for button in dialog.findChildren(QPushButton)}

    @property
    def runs(self) -> list[int]:
        return [kept.number for kept in self.controller.state.runs]


Make = Callable[[], Window]


@pytest.fixture
def another(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> Iterator[Make]:
    """Opens one more window."""
    made: list[Window] = []

    def make() -> Window:
        widget, library = keep(QWidget()), Library()
        controller = Controller(fresh(seed=None))
        sessions, files = made_sessions(widget, controller, library)
        widget.show()
        made.append(Window(widget, controller, library, sessions, files, qtbot))
        return made[-1]

    yield make
    for one in made:
        one.files.saver.close()
        one.controller.close()


@pytest.fixture
def window(another: Make) -> Window:
    found = another()
    found.controller.go(busy())
    return found


def test_saved_it_has_the_files_name_until_something_is_made(
    window: Window, tmp_path: Path
) -> None:
    assert window.sessions.unsaved_runs == 3
    window.save_as(tmp_path / "digits.advgui")
    assert window.widget.windowTitle() == "digits.advgui[*] - advgui"
    assert not window.widget.isWindowModified()
    assert window.sessions.unsaved_runs == 0
    window.controller.go(after_run(window.controller.state, "fgsm", "away"))
    assert window.widget.isWindowModified()
    assert window.sessions.unsaved_runs == 1
    window.sessions.save()
    window.written()
    assert not window.widget.isWindowModified()
    assert len(load_session(tmp_path / "digits.advgui").runs) == 4


def test_without_a_file_too_the_title_marks_what_was_made(another: Make) -> None:
    window = another()
    assert not window.widget.isWindowModified()
    window.controller.go(busy())
    assert window.widget.windowTitle() == "advgui[*]"
    assert window.widget.isWindowModified()


def test_another_window_opens_it_as_it_was(window: Window, another: Make, tmp_path: Path) -> None:
    window.library.add(network(3), trained=True)
    window.save_as(tmp_path / "digits.advgui")
    other = another()
    other.open(tmp_path / "digits.advgui")
    assert other.runs == window.runs
    assert (other.controller.state.image == window.controller.state.image).all()
    assert other.widget.windowTitle() == "digits.advgui[*] - advgui"
    assert not other.sessions.modified
    assert other.sessions.unsaved_runs == 0


def test_a_session_holds_the_networks_that_were_trained(window: Window, tmp_path: Path) -> None:
    window.library.add(network(3), trained=True)
    window.save_as(tmp_path / "digits.advgui")
    assert window.library.unsaved == ()


def test_what_would_be_lost_is_asked_about_once(window: Window, tmp_path: Path) -> None:
    window.save_as(tmp_path / "digits.advgui")
    window.controller.go(after_run(window.controller.state, "fgsm", "away"))
    window.open(tmp_path / "digits.advgui")
    assert window.asked("replacing-session") == (
        "Opening this session closes the present one, and 1 run in it is not saved."
    )
    assert window.offered("replacing-session") == {"Save first", "Open without saving", "Cancel"}
    window.press("stay")
    assert window.runs == [1, 2, 3, 4]
    window.open(tmp_path / "digits.advgui")
    window.press("open")
    assert window.runs == [1, 2, 3]


def test_a_file_that_is_there_is_not_replaced_unasked(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "digits.advgui"
    path.write_text("somebody's")
    window.save_as(path)
    assert "is already there" in window.asked("replacing")
    assert path.read_text() == "somebody's"


def test_one_that_others_have_changed_since_is_asked_about(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "digits.advgui"
    window.save_as(path)
    path.write_text("somebody's")
    window.sessions.save()
    assert window.widget.findChild(QFileDialog, "save-session") is not None
    assert path.read_text() == "somebody's"
    dialog = window.widget.findChild(QFileDialog, "save-session")
    assert isinstance(dialog, QFileDialog)
    dialog.close()


def test_a_damaged_file_is_told_and_nothing_changes(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "digits.advgui"
    path.write_bytes(b"PK")
    before = window.controller.state
    window.open(path)
    assert "digits.advgui: not a complete session." in window.asked("error")
    assert window.controller.state is before


def test_an_outcome_is_one_more_run(window: Window, another: Make, tmp_path: Path) -> None:
    kept = window.controller.state.runs.kept[1].run
    save_outcome(tmp_path / "out", kept.outcomes[0], kept.request.network, 0.5)
    other = another()
    other.open(tmp_path / "out/outcome.json")
    assert other.runs == [1]
    run = other.controller.state.run
    assert run is not None
    assert run.outcomes[0].after == kept.outcomes[0].after
    assert "Its steps were not saved" in other.controller.state.message.words


def test_an_outcome_of_a_network_that_is_not_there_is_told(
    window: Window, another: Make, tmp_path: Path
) -> None:
    state = after_run(drawn(), "fgsm", "away")
    kept = state.runs.kept[0].run
    save_outcome(tmp_path / "out", kept.outcomes[0], kept.request.network, 0.5)
    other = another()
    other.open(tmp_path / "out/outcome.json")
    assert "its network “small” is not on offer here" in other.asked("error")
    assert other.runs == []


def test_where_one_looks_is_kept(window: Window) -> None:
    places = window.sessions.snapshot().places
    assert places == {"only": "steps", "page": "only"}
