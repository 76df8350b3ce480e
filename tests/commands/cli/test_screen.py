"""Opening the window: with what, and what is said where it cannot open."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from advgui.__main__ import main
from advgui.commands import command_names
from advgui.commands.cli.screen import (
    ScreenError,
    lacking,
    platforms,
    require_display,
    require_platform,
)
from advgui.ui.language import starting_again
from advgui.ui.language.starting_again import START_AGAIN
from tests.commands.conftest import ROOT, Run, environment, process

linux = pytest.mark.skipif(sys.platform != "linux", reason="is about Linux")


@linux
@pytest.mark.parametrize("chosen", ["", "xcb", "wayland", "wayland;xcb", "wayland-egl"])
def test_without_a_display_one_sentence_names_the_commands(chosen: str) -> None:
    ran = process(**({"QT_QPA_PLATFORM": chosen} if chosen else {}))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("advgui: There is no display")
    assert ran.err.count("\n") == 1
    assert all(name in ran.err for name in command_names())


@pytest.mark.parametrize(
    ("environment", "system"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"QT_QPA_PLATFORM": "eglfs"}, "linux"),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_where_a_window_can_open_nothing_is_said(environment: dict[str, str], system: str) -> None:
    require_display(environment, system)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ["xcb"]),
        ({"DISPLAY": ":0"}, ["xcb"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["wayland", "xcb"]),
        ({"QT_QPA_PLATFORM": "vnc:port=1;offscreen"}, ["vnc", "offscreen"]),
    ],
)
def test_platforms_are_those_that_qt_tries(
    environment: dict[str, str], expected: list[str]
) -> None:
    assert platforms(environment) == expected


def test_a_missing_library_is_named_and_where_it_comes_from() -> None:
    message = "libEGL.so.1: cannot open shared object file: No such file or directory"
    sentence = str(lacking(ImportError(message)))
    assert "it lacks libEGL.so.1;" in sentence
    assert "packaging/start.py" in sentence


def test_without_qt_one_sentence_says_so() -> None:
    blocked = "import sys; sys.modules['PySide6'] = None\n"
    code = f"{blocked}from advgui.__main__ import main; sys.exit(main([]))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("advgui: The window cannot open")
    assert done.stderr.count("\n") == 1


def _platforms() -> Path:
    from PySide6.QtCore import QLibraryInfo

    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder of Qt's platforms: ``broken`` needs a library that nobody has."""
    content = (_platforms() / "libqoffscreen.so").read_bytes()
    assert b"libQt6Gui.so.6" in content
    lacking = content.replace(b"libQt6Gui.so.6", b"libQt6Gux.so.6")
    (tmp_path / "libqbroken.so").write_bytes(lacking)
    (tmp_path / "libqwhole.so").write_bytes(content)
    return tmp_path


@linux
def test_a_platform_whose_library_is_missing_is_told_before_qt_aborts(broken: Path) -> None:
    with pytest.raises(ScreenError, match=r"it lacks libQt6Gux\.so\.6;"):
        require_platform(broken, ["broken"])


@linux
def test_one_platform_that_loads_is_enough(broken: Path) -> None:
    require_platform(_platforms(), ["offscreen"])
    require_platform(broken, ["broken", "whole"])
    require_platform(broken, ["of another build of Qt"])


@linux
def test_a_display_that_does_not_answer_is_told_before_qt_aborts() -> None:
    if not (_platforms() / "libqxcb.so").exists():
        pytest.skip("this Qt has no X11")
    ran = process(DISPLAY=":9999")
    assert (ran.code, ran.out) == (2, "")
    if "lacks" in ran.err:
        pytest.skip(f"this machine has no X11: {ran.err}")
    assert ran.err.startswith("advgui: The display that DISPLAY names does not answer")
    assert all(name in ran.err for name in command_names())


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The paths that every window was opened with, which is none in truth."""
    calls: list[list[str]] = []

    def run_window(paths: Sequence[str] = (), *, give_back: bool = False) -> int:
        calls.append([*paths, *(["all of the last one"] if give_back else [])])
        return START_AGAIN if "start again" in paths else 0

    application = ModuleType("advgui.ui.app")
    application.__dict__["run_window"] = run_window
    monkeypatch.setitem(sys.modules, "advgui.ui.app", application)
    monkeypatch.setitem(os.environ, "QT_QPA_PLATFORM", "offscreen")
    return calls


def test_no_argument_opens_the_window(run: Run, opened: list[list[str]]) -> None:
    assert run().code == 0
    assert opened == [[]]


def test_a_window_that_was_closed_to_start_again_does(
    run: Run, opened: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "start again").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(starting_again, "start_again", lambda: main(["--give-back"]))
    assert run("start again").code == 0
    assert opened == [["start again"], ["all of the last one"]]


def test_a_file_opens_the_window_with_it(run: Run, opened: list[list[str]], image: Path) -> None:
    assert run(image).code == 0
    assert opened == [[str(image)]]


def test_several_files_open_one_window(run: Run, opened: list[list[str]], image: Path) -> None:
    assert run(image, "missing.png", image.parent).code == 0
    assert opened == [[str(image), "missing.png", str(image.parent)]]


def test_a_word_that_is_no_file_opens_no_window(
    refused: Callable[..., str], opened: list[list[str]]
) -> None:
    assert "transfr" in refused("transfr")
    assert opened == []
