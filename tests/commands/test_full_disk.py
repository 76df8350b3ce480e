"""A full disk is told before any work, in a sentence that names the folder."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.commands.conftest import process
from tests.fake_datasets import write_folders
from tests.fake_server import Mirror

Refused = Callable[..., str]


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own, of 400 kB, all of which is taken."""
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("only root on Linux can make such a disk")
    folder = tmp_path / "full"
    folder.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=400k", "none", folder)
    made = subprocess.run(mount, capture_output=True, check=False)
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        fill(folder / "filler")
        yield folder
    finally:
        subprocess.run(("umount", folder), check=True)


def fill(path: Path) -> None:
    """Write a file until there is no room left."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def has_room(folder: Path, size: int) -> None:
    filler = folder / "filler"
    os.truncate(filler, filler.stat().st_size - size)


@pytest.mark.parametrize("room", [0, 32 * 1024])
def test_a_network_that_cannot_be_saved_is_not_trained(
    full: Path, tmp_path: Path, room: int
) -> None:
    has_room(full, room)
    out = full / "mine.safetensors"
    out_before = sorted(full.iterdir())
    mnist = write_folders(tmp_path / "data").mnist
    ran = process("train", "--mnist", mnist, "--epochs", 10_000, "--out", out)
    assert (ran.code, ran.out) == (2, "")
    assert f"{full}: there is not enough room left on the disk (73 kB are needed)." in ran.err
    assert sorted(full.iterdir()) == out_before


def test_a_digit_is_not_attacked_for_an_outcome_that_cannot_be_saved(
    full: Path, image: Path
) -> None:
    arguments = ("attack", image, "--goal", 3, "--network", "report", "--set", "steps=5000")
    for out in (full, full / "new" / "er"):
        ran = process(*arguments, "--out", out)
        assert (ran.code, ran.out) == (2, "")
        assert f"{full}: there is not enough room left on the disk (33 kB are needed)." in ran.err
    assert [path.name for path in full.iterdir()] == ["filler"]


def test_a_network_that_is_exported_leaves_nothing_half(refused: Refused, full: Path) -> None:
    for room in (0, 4096, 32 * 1024):
        has_room(full, room)
        told = refused("export", "report", "--out", full / "mine.safetensors")
        assert f"{full}: there is not enough room left on the disk" in told
        assert [path.name for path in full.iterdir()] == ["filler"]


def test_an_outcome_that_stands_there_stays_when_the_disk_fills_up(
    refused: Refused, run: Callable[..., object], image: Path, full: Path
) -> None:
    out = full / "out"
    arguments = ("attack", image, "--network", "report", "--out", out, "--goal")
    has_room(full, 100 * 1024)
    run(*arguments, 3)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    fill(full / "more")
    assert str(full) in refused(*arguments, 4)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_data_that_have_no_room_are_not_downloaded(
    refused: Refused, full: Path, mirror: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVGUI_MIRRORS", mirror.address)
    told = refused("data", "mnist", "--download", "--yes", "--folder", full / "sets")
    assert f"{full}: there is not enough room left on the disk (55.0 MB are needed)." in told
    assert mirror.asked == []
    assert [path.name for path in full.iterdir()] == ["filler"]
