"""A file stands for a moment beside what is written; a living process keeps it, a dead one not."""

import os
import stat
import sys
from pathlib import Path

import pytest

from advgui.core.disk.temporary import NAME, abandoned_file, temporary_file, write_whole

LEFT = ".advgui-0123456789abcdef"


def test_it_is_there_for_the_block_and_known_by_its_name(tmp_path: Path) -> None:
    with temporary_file(tmp_path) as file:
        file.write(b"content")
        assert [path.name for path in tmp_path.iterdir()] == [file.path.name]
        assert NAME.fullmatch(file.path.name)
        assert file.path.read_bytes() == b"content"
    assert not list(tmp_path.iterdir())


def test_one_that_was_moved_stays_where_it_is(tmp_path: Path) -> None:
    with temporary_file(tmp_path) as file:
        file.write(b"content")
        file.move(tmp_path / "target")
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_file_keeps_the_mode_of_the_one_that_it_replaces(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new", like=path)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_what_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError):  # noqa: PT011 - it is the one from above
        write_whole(path, b"new", like=path)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"file": b"old"}


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows nothing is locked")
def test_what_is_in_use_is_not_abandoned(tmp_path: Path) -> None:
    with temporary_file(tmp_path) as file, abandoned_file(file.path) as found:
        assert found is None


def test_what_nobody_holds_is_abandoned(tmp_path: Path) -> None:
    (tmp_path / LEFT).write_bytes(b"half")
    with abandoned_file(tmp_path / LEFT) as found:
        assert found is not None
        assert found.read() == b"half"
        found.end()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="most users of Windows may make no links")
def test_neither_a_link_nor_a_folder_is_taken_for_abandoned(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / LEFT).symlink_to(tmp_path / "mine")
    for path in (tmp_path / LEFT, tmp_path, tmp_path / "missing"):
        with abandoned_file(path) as found:
            assert found is None
