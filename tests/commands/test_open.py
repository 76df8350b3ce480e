"""``advgui open`` opens the window with files in it."""

from pathlib import Path

import pytest

from advgui import __main__
from advgui.__main__ import main
from tests.commands.conftest import Run


def test_the_window_is_opened_with_the_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[list[str]] = []

    def open_window(paths: tuple[str, ...]) -> int:
        opened.append(list(paths))
        return 0

    monkeypatch.setattr(__main__, "_open_window", open_window)
    assert main(["open", "a.advgui", str(tmp_path / "outcome.json")]) == 0
    assert opened == [["a.advgui", str(tmp_path / "outcome.json")]]


def test_without_a_file_it_says_how_it_is_used(run: Run) -> None:
    ran = run("open")
    assert ran.code == 2
    assert "FILE" in ran.err
