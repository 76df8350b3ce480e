"""The set-up script: what it installs and when, and what it says where it may not."""

import os
import shutil
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
import start

Commands = list[tuple[str, ...]]


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """What the script would have run, in a project of its own."""
    made: Commands = []

    def run(*command: str | Path) -> None:
        made.append(tuple(map(str, command)))
        (tmp_path / ".venv").mkdir(exist_ok=True)

    monkeypatch.setattr(start, "run", run)
    monkeypatch.setattr(start, "works", lambda: (tmp_path / ".venv").exists())
    monkeypatch.setattr(start, "HOME", tmp_path / ".venv")
    monkeypatch.setattr(start, "PROJECT", tmp_path / "pyproject.toml")
    (tmp_path / "pyproject.toml").write_text(
        '[dependency-groups]\nlint = ["ruff"]\ntest = ["pytest>=9", {include-group = "lint"}]\n'
    )
    return made


def last_words(of: Sequence[object]) -> tuple[object, ...]:
    return tuple(of)[-2:]


def test_the_first_start_makes_the_environment_and_installs(commands: Commands) -> None:
    start.install()
    assert commands[-2][1:3] == ("-m", "venv")
    assert last_words(commands[-1]) == ("-e", str(start.ROOT))


def test_a_second_start_has_nothing_to_do(commands: Commands) -> None:
    start.install()
    commands.clear()
    start.install()
    assert commands == []


def test_the_tests_need_their_group_and_what_it_includes(commands: Commands) -> None:
    start.install()
    start.install("test")
    assert last_words(commands[-1]) == ("pytest>=9", "ruff")


def test_an_environment_for_tests_opens_the_window_too(commands: Commands) -> None:
    start.install("test")
    commands.clear()
    start.install()
    assert commands == []


def test_a_changed_project_is_installed_again(commands: Commands) -> None:
    start.install()
    commands.clear()
    start.PROJECT.write_text("[dependency-groups]\ntest = []\n")
    start.install()
    assert [command[1:4] for command in commands] == [("-m", "pip", "install")]


def test_an_interrupted_set_up_is_taken_up_again(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start.run

    def without_network(*command: str | Path) -> None:
        if "pip" in command:
            sys.exit("no network")
        run(*command)

    monkeypatch.setattr(start, "run", without_network)
    with pytest.raises(SystemExit, match="no network"):
        start.install()
    monkeypatch.setattr(start, "run", run)
    start.install()
    assert commands[-1][1:4] == ("-m", "pip", "install")


@pytest.mark.parametrize("task", start.TASKS)
def test_every_task_has_a_script_and_a_group(task: str) -> None:
    groups = tomllib.loads(start.PROJECT.read_text("utf-8"))["dependency-groups"]
    assert list(start.group(groups, task))
    assert (start.ROOT / "packaging" / start.TASKS[task]).is_file()


@pytest.mark.parametrize(
    ("task", "arguments", "expected"),
    [
        ("", ["networks"], []),
        ("", [], ["xcb"]),
        ("test", ["test"], ["offscreen"]),
        ("test", ["test", "--headed"], ["xcb"]),
        ("bundle", ["bundle"], ["xcb"]),
        ("wheels", ["wheels"], ["offscreen"]),
    ],
)
def test_libraries_are_looked_for_where_a_window_needs_them(
    task: str, arguments: list[str], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert start.needed_platforms(task, arguments) == expected


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return monkeypatch


def test_without_root_the_exact_line_is_told(
    commands: Commands, debian: pytest.MonkeyPatch
) -> None:
    debian.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit, match=r"\n    sudo apt-get install libegl1 libgl1\n"):
        start.system_install(["libegl1", "libgl1"], "Qt needs them.")
    assert commands == []


def test_root_installs_them(commands: Commands, debian: pytest.MonkeyPatch) -> None:
    debian.setattr(os, "geteuid", lambda: 0, raising=False)
    start.system_install(["libegl1", "libgl1"], "Qt needs them.")
    assert [command[:2] for command in commands] == [("apt-get", "update"), ("apt-get", "install")]
    assert last_words(commands[-1]) == ("libegl1", "libgl1")


def test_a_system_without_apt_is_told_what_lacks(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match="libgl1"):
        start.system_install(["libgl1"], "Qt needs it.")
    assert commands == []


@pytest.mark.parametrize(
    ("environment", "screen", "expected"),
    [
        ({}, False, ["offscreen"]),
        ({}, True, ["xcb"]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, ["wayland", "xcb"]),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600;xcb"}, True, ["vnc", "xcb"]),
    ],
)
def test_the_platform_is_the_one_that_qt_will_take(
    environment: dict[str, str],
    screen: bool,
    expected: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert start.platforms(screen=screen) == expected
