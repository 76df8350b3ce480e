"""What others named is shown in the window on one line, and as nothing but text."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.e2e.user import SEVEN, User

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")


def test_a_bad_file_is_named_on_one_line(user: User, tmp_path: Path) -> None:
    path = tmp_path / "a\nb\x1b[31m\u202e.json"
    path.write_text("nothing")
    user.drop(path)
    assert r"a\nb\x1b[31m\u202e.json" in user.error()


def test_a_folder_that_was_saved_in_is_named_as_plain_text(user: User, tmp_path: Path) -> None:
    folder = tmp_path / "a<b>b"
    user.make_it_quick()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_finished()
    user.save_in(folder)
    assert "a<b>b" in user.message()
    assert user.find(QLabel, "message").textFormat() == Qt.TextFormat.PlainText
