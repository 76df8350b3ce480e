"""What killed programs left is removed; what is anybody else's, or in use, is left alone."""

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.fake_disk import signalled_at
from tests.fake_server import Mirror

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no such signals here")

NAME = ".advgui-0123456789abcdef"


def killed(*arguments: object) -> None:
    running = signalled_at("os.rename", "SIGKILL", *arguments)
    out, err = running.communicate(timeout=100)
    assert running.returncode == -signal.SIGKILL, out + err


@contextmanager
def stopped(event: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A command that stands still right before a change; it has gone on at the end."""
    running = signalled_at(event, "SIGSTOP", *arguments)
    os.waitid(os.P_PID, running.pid, os.WSTOPPED)
    try:
        yield running
    finally:
        running.send_signal(signal.SIGCONT)
        running.communicate(timeout=100)


def test_any_command_removes_what_a_killed_one_left_wherever_it_wrote(
    run: Run, tmp_path: Path, image: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    for arguments in (
        ("export", "report", "--out", folder / "mine.safetensors"),
        ("attack", image, "--goal", 3, "--network", "report", "--out", folder),
    ):
        killed(*arguments)
        assert list(folder.iterdir())
        run("attacks")
        assert not list(folder.iterdir())


def test_what_a_killed_download_left_is_removed(
    run: Run, mirror: Mirror, pendigits: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVGUI_MIRRORS", mirror.address)
    monkeypatch.delenv("ADVGUI_DATA", raising=False)
    for path in pendigits.glob("*.gz"):
        mirror.files[f"/pendigits/{path.name}"] = path.read_bytes()
    killed("data", "pendigits", "--download", "--yes")
    cache = home / "cache" / "advgui"
    left = [path for path in cache.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in left) > 100_000
    run("attacks")
    assert not [path for path in cache.rglob("*") if path.is_file()]


def test_what_a_living_program_writes_is_left_alone(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "mine.safetensors"
    with stopped("os.rename", "export", "report", "--out", out) as running:
        before = list(tmp_path.iterdir())
        run("attacks")
        run("export", "report", "--out", tmp_path / "other.safetensors")
        assert set(before) <= set(tmp_path.iterdir())
    assert running.returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {out.name, "other.safetensors"}


def test_two_programs_that_save_into_one_folder_take_turns(
    run: Run, refused: Callable[..., str], tmp_path: Path, image: Path
) -> None:
    out = tmp_path / "out"
    arguments = ("attack", image, "--network", "report", "--out", out, "--goal")
    run(*arguments, 1)
    with stopped("os.symlink", *arguments, 2) as running:
        told = refused(*arguments, 3)
        assert f"{out}: another advgui is writing there, and does not come to an end." in told
        assert json.loads((out / "outcome.json").read_text(encoding="utf-8"))["goal"] == 1
    assert running.returncode in (0, 1)
    assert json.loads((out / "outcome.json").read_text(encoding="utf-8"))["goal"] == 2
    run(*arguments, 3)
    assert json.loads((out / "outcome.json").read_text(encoding="utf-8"))["goal"] == 3
    assert len(list(out.iterdir())) == 5


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "of another user", "of another name"])
def test_what_is_not_ours_is_never_removed(run: Run, tmp_path: Path, kind: str) -> None:
    folder, victim = tmp_path / "folder", tmp_path / "victim"
    folder.mkdir()
    victim.write_bytes(b"precious")
    path = folder / NAME
    if kind == "link":
        path.symlink_to(victim)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "of another user":
        path.write_bytes(b"theirs")
        if os.geteuid():
            pytest.skip("only root can give a file away")
        os.chown(path, 4711, 4711)
    else:
        path = folder / f"{NAME}.txt"
        path.write_bytes(b"mine")
    run("export", "report", "--out", folder / "mine.safetensors")
    assert os.path.lexists(path)
    assert victim.read_bytes() == b"precious"


def test_no_folder_that_somebody_planted_is_taken_for_ours(run: Run, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "folder", tmp_path / "elsewhere"
    for one in (folder, elsewhere, elsewhere / "old"):
        one.mkdir()
    (elsewhere / "old" / "mine.txt").write_bytes(b"precious")
    (folder / NAME[1:]).symlink_to(elsewhere)
    (folder / "mine.txt").symlink_to(f"{NAME[1:]}/seen/mine.txt")
    run("export", "report", "--out", folder / "mine.safetensors")
    assert (elsewhere / "old" / "mine.txt").read_bytes() == b"precious"
    assert (folder / NAME[1:]).is_symlink()
    assert (folder / "mine.txt").is_symlink()


@pytest.mark.parametrize("content", [b"", b"a\0b", b"/nowhere/at/all", b"\xff" * 5000])
def test_a_damaged_note_does_no_harm(run: Run, home: Path, content: bytes) -> None:
    notes = home / "cache" / "advgui" / "unfinished"
    notes.mkdir(parents=True)
    (notes / NAME).write_bytes(content)
    assert run("attacks").code == 0
    assert list(notes.iterdir()) == []
