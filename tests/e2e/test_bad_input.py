"""Bad input is told in one sentence, and nothing that was there is harmed."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage

from advgui.lab.attack.state import LabState
from tests.commands.test_bad_input import BAD_IMAGES, BAD_NETWORKS, BAD_STROKES
from tests.e2e.conftest import Start
from tests.e2e.user import SEVEN, User

#: The window opens the first digit of a file, and reads no further.
FIRST_IS_BAD = [text for text, told in BAD_STROKES.items() if "line 2" not in told]
NOT_IN_A_FILE_DIALOG = ("a folder", "missing")


@pytest.fixture
def drawn(user: User) -> User:
    """A user who has drawn a digit."""
    user.draw(SEVEN)
    return user


@pytest.fixture
def after(drawn: User) -> User:
    """A user who has attacked a digit."""
    drawn.make_it_quick()
    drawn.click_bar(drawn.other())
    drawn.wait_until_finished()
    return drawn


def unharmed(user: User, before: LabState) -> bool:
    """Whether everything is as it was, but for the line at the foot of the window."""
    now = user.state
    names = ("network", "history", "image", "attack", "seed", "threshold", "run", "reading")
    return all(getattr(now, name) is getattr(before, name) for name in names)


def is_one_sentence(text: str) -> bool:
    return text[0].isupper() + text.count("\n") <= 1 and text.endswith(".") and len(text) < 200


@pytest.mark.parametrize("name", BAD_IMAGES)
def test_a_bad_image_is_told(drawn: User, tmp_path: Path, name: str) -> None:
    make, told = BAD_IMAGES[name]
    path = tmp_path / "digit.png"
    make(path)
    before = drawn.state
    ways: list[Callable[[Path], None]]
    ways = [drawn.drop] if name in NOT_IN_A_FILE_DIALOG else [drawn.drop, drawn.open]
    for way in ways:
        way(path)
        sentence = drawn.error()
        assert "digit.png" in sentence
        assert told in sentence
        assert is_one_sentence(sentence)
        assert unharmed(drawn, before)


@pytest.mark.parametrize("text", FIRST_IS_BAD)
def test_a_bad_strokes_file_is_told(drawn: User, tmp_path: Path, text: str) -> None:
    path = tmp_path / "digit.jsonl"
    path.write_text(text, encoding="utf-8")
    before = drawn.state
    drawn.drop(path)
    sentence = drawn.error()
    assert "digit.jsonl" in sentence
    assert BAD_STROKES[text] in sentence
    assert unharmed(drawn, before)


@pytest.mark.parametrize(
    "name", [name for name in BAD_NETWORKS if name not in NOT_IN_A_FILE_DIALOG]
)
def test_a_bad_network_is_told(drawn: User, tmp_path: Path, name: str) -> None:
    make, told = BAD_NETWORKS[name]
    path = tmp_path / "bad.safetensors"
    make(path)
    before, entry = drawn.state, drawn.chosen("network")
    drawn.open_network(path)
    sentence = drawn.error()
    assert "bad.safetensors" in sentence
    assert told in sentence
    assert is_one_sentence(sentence)
    assert unharmed(drawn, before)
    assert drawn.chosen("network") == entry


def test_a_running_attack_goes_on_whatever_is_dropped_or_opened(
    drawn: User, tmp_path: Path
) -> None:
    drawn.make_it_long()
    drawn.click_bar(drawn.other())
    drawn.wait_until_running()
    ticket = drawn.run.ticket
    for number, (make, _) in enumerate(BAD_IMAGES.values()):
        path = tmp_path / f"{number}.png"
        make(path)
        drawn.drop(path)
        assert str(number) in drawn.error()
    path = tmp_path / "bad.safetensors"
    BAD_NETWORKS["truncated"][0](path)
    drawn.open_network(path)
    assert "bad.safetensors" in drawn.error()
    drawn.wait_until_running(steps=drawn.run.step + 2)
    assert drawn.run.ticket == ticket


def test_a_bad_file_on_the_command_line_opens_an_empty_window(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "digit.png"
    path.write_text("no image", encoding="utf-8")
    with start(path) as user:
        assert "digit.png" in user.error()
        assert user.state.drawing.empty
        user.draw(SEVEN)
        assert user.words("bars-note") == f"Reads the drawing as {user.reads()}."


def test_a_clipboard_without_a_digit_is_told(drawn: User) -> None:
    before = drawn.state
    QGuiApplication.clipboard().setText("seven")
    drawn.press("Ctrl+V")
    assert drawn.error() == "There is no image on the clipboard."
    blank = QImage(40, 40, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    QGuiApplication.clipboard().setImage(blank)
    drawn.press("Ctrl+V")
    assert is_one_sentence(drawn.error())
    assert unharmed(drawn, before)


def test_a_folder_that_cannot_take_an_outcome_is_told(after: User, tmp_path: Path) -> None:
    (tmp_path / "thresholded.png").mkdir()
    before, shown = after.state, after.image("adversarial")
    after.save_in(tmp_path)
    assert str(tmp_path) in after.error()
    assert [path.name for path in tmp_path.iterdir()] == ["thresholded.png"]
    assert unharmed(after, before)
    assert np.array_equal(after.image("adversarial"), shown)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes into any folder"
)
def test_a_folder_that_may_not_be_written_in_is_told(after: User, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    after.save_in(folder)
    sentence = after.error()
    assert str(folder) in sentence
    assert is_one_sentence(sentence)
    assert list(folder.iterdir()) == []
