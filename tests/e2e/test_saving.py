"""What is saved makes its folder, and replaces nothing that nobody gave up."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPushButton

from advgui.core.digits.image_file import read_image
from advgui.core.formats.safetensors_file import load_network
from advgui.lab.attack.outcome_file import FILES
from advgui.lab.drawing.drawing_files import save_drawing
from advgui.lab.drawing.model import Drawing
from advgui.lab.opened_files import open_drawing
from advgui.ui.window import file_actions
from tests.e2e.user import ONE, SEVEN, User


@pytest.fixture
def after(user: User) -> User:
    """A user who has attacked a digit."""
    user.make_it_quick()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_finished()
    return user


def attack_another(user: User) -> None:
    """Have something else to save."""
    user.draw(ONE)
    user.press(str(user.other()))
    user.wait_until_finished()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def told(user: User) -> str:
    """What the dialog says that saving will do."""
    words = user.dialog(QDialog, "save-folder").findChild(QLabel, "save-words")
    assert isinstance(words, QLabel)
    return words.text()


def offers(user: User, name: str) -> bool:
    return user.find(QPushButton, name).isVisible()


def ask(user: User, folder: Path | str | None = None) -> None:
    """Ask to save, by the key, and type a folder."""
    user.press("Ctrl+S")
    if folder is None:
        user.dialog(QDialog, "save-folder")
    else:
        user.type_folder(folder)


def test_a_folder_that_is_not_there_yet_is_made_with_all_above_it(
    after: User, tmp_path: Path
) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    ask(after, folder)
    assert told(after).startswith("The folder is made")
    after.press("Return")
    assert set(contents(folder)) == set(FILES)
    assert after.message() == f"Saved in {folder}."
    assert np.array_equal(read_image(folder / "adversarial.png"), after.image("adversarial"))


def test_a_new_folder_is_offered_and_enter_is_enough(after: User, home: Path) -> None:
    before, goal = after.run.before.label, after.run.goal
    for name in (f"{before} as {goal}", f"{before} as {goal} 2"):
        ask(after)
        after.press("Return")
        assert set(contents(home / name)) == set(FILES)


def test_saving_twice_in_one_folder_replaces_nothing_unless_it_is_asked_for(
    after: User, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    ask(after, folder)
    after.press("Return")
    first = contents(folder)
    attack_another(after)
    ask(after, folder)
    assert all(name in told(after) for name in FILES)
    assert "“out 2”" in told(after)
    after.press("Return")
    assert contents(folder) == first
    assert set(contents(tmp_path / "out 2")) == set(FILES)
    assert after.message() == f"Saved in {tmp_path / 'out 2'}."
    ask(after, folder)
    after.click("save-replace")
    assert contents(folder)["original.png"] != first["original.png"]
    assert after.message() == f"Saved in {folder}."


@pytest.mark.parametrize("way", ["Esc", "save-cancel"])
def test_whoever_cancels_has_lost_nothing(after: User, tmp_path: Path, way: str) -> None:
    (tmp_path / "original.png").write_bytes(b"a photograph")
    ask(after, tmp_path)
    assert "Already there: original.png." in told(after)
    after.press(way) if way == "Esc" else after.click(way)
    assert contents(tmp_path) == {"original.png": b"a photograph"}


def test_what_is_offered_follows_what_is_typed(after: User, tmp_path: Path) -> None:
    (tmp_path / "outcome.json").write_text("{}")
    ask(after, tmp_path / "x")
    assert (offers(after, "save-here"), offers(after, "save-replace")) == (True, False)
    after.type_folder(tmp_path)
    assert (offers(after, "save-here"), offers(after, "save-replace")) == (False, True)
    after.find(QLineEdit, "save-path").clear()
    assert not after.find(QPushButton, "save-here").isEnabled()
    after.type_folder("~/mine")
    after.press("Return")
    assert after.message().startswith("Saved in")
    assert (Path.home() / "mine" / "outcome.json").is_file()


def test_a_folder_can_be_looked_for(after: User, tmp_path: Path) -> None:
    ask(after)
    after.click("save-browse")
    after.answer("save-look", tmp_path)
    assert after.find(QLineEdit, "save-path").text() == str(tmp_path)
    after.click("save-here")
    assert set(contents(tmp_path)) == set(FILES)


def test_a_file_in_the_way_of_a_folder_is_told(after: User, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    ask(after, tmp_path / "out")
    after.press("Return")
    assert "out: not a folder" in after.error()
    assert (tmp_path / "out").read_bytes() == b"mine"


def save_as(user: User, what: str, path: Path) -> None:
    user.choose_action(f"save-{what}")
    user.answer(f"save-{what}", path)


ENDINGS = {"drawing": "strokes", "network": "safetensors"}


@pytest.mark.parametrize("what", ENDINGS)
def test_a_file_that_is_there_is_replaced_only_where_it_is_said(
    user: User, tmp_path: Path, what: str
) -> None:
    path = tmp_path / f"mine.{ENDINGS[what]}"
    path.write_bytes(b"an earlier one")
    user.draw(SEVEN)
    save_as(user, what, tmp_path / "mine")  # the ending comes by itself
    question = user.dialog(QDialog, "replacing")
    assert path.name in question.accessibleDescription()
    user.press("Esc")
    assert path.read_bytes() == b"an earlier one"
    save_as(user, what, path)
    user.dialog(QDialog, "replacing")
    user.press("Return")  # another name
    user.answer(f"save-{what}", tmp_path / f"other.{ENDINGS[what]}")
    assert path.read_bytes() == b"an earlier one"
    assert (tmp_path / f"other.{ENDINGS[what]}").is_file()
    save_as(user, what, path)
    user.dialog(QDialog, "replacing")
    user.click("replace")
    assert path.read_bytes() != b"an earlier one"
    assert user.message() == f"Saved as {path}."


def test_a_network_that_replaces_a_file_is_the_one_that_was_chosen(
    user: User, tmp_path: Path
) -> None:
    path = tmp_path / "mine.safetensors"
    user.select("network", "report")
    save_as(user, "network", path)
    user.select("network", "softmax")
    save_as(user, "network", path)
    user.dialog(QDialog, "replacing")
    user.click("replace")
    assert load_network(path).card == user.state.network.card


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk on which no file gets written before this is set."""
    ready = threading.Event()

    def wait_and_save(path: Path, drawing: Drawing) -> None:
        assert ready.wait(60)
        save_drawing(path, drawing)

    monkeypatch.setattr(file_actions, "save_drawing", wait_and_save)
    yield ready
    ready.set()


def begin_saving(user: User, path: Path) -> None:
    assert user.window.workspace is not None
    user.window.workspace.files.save_drawing(path)


def test_on_a_slow_disk_one_goes_on_and_is_told_when_it_is_saved(
    user: User, tmp_path: Path, slow: threading.Event
) -> None:
    path = tmp_path / "seven.strokes"
    user.draw(SEVEN)
    drawing = user.state.drawing
    begin_saving(user, path)
    user.draw(ONE)
    assert len(user.state.drawing.strokes) == 2
    assert not path.exists()
    assert "Saved" not in user.message()
    slow.set()
    user.wait_until_saved()
    assert user.message() == f"Saved as {path}."
    assert np.array_equal(open_drawing(path).image(), drawing.image())


def test_where_it_is_saved_next_is_asked_once_the_last_is_there(
    user: User, tmp_path: Path, slow: threading.Event
) -> None:
    user.draw(SEVEN)
    begin_saving(user, tmp_path / "seven.strokes")
    user.choose_action("save-drawing")
    assert not user.window.findChildren(QFileDialog, "save-drawing")
    slow.set()
    user.answer("save-drawing", tmp_path / "again.strokes")
    assert (tmp_path / "again.strokes").read_bytes() == (tmp_path / "seven.strokes").read_bytes()


def test_whoever_closes_meanwhile_closes_once_it_is_written(
    user: User, tmp_path: Path, slow: threading.Event
) -> None:
    user.draw(SEVEN)
    begin_saving(user, tmp_path / "seven.strokes")
    threading.Timer(0.1, slow.set).start()
    user.window.leave()
    assert not user.window.isVisible()
    assert (tmp_path / "seven.strokes").is_file()


def test_what_could_not_be_written_keeps_the_window_open_and_is_told(
    user: User, tmp_path: Path, slow: threading.Event
) -> None:
    user.draw(SEVEN)
    begin_saving(user, tmp_path / "nowhere" / "seven.strokes")
    threading.Timer(0.1, slow.set).start()
    user.window.leave()
    assert user.window.isVisible()
    assert "its folder is not there" in user.error()
