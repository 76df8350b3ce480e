"""Files are read whole or not at all, and written whole or not at all."""

import os
from pathlib import Path

import pytest

from advgui.core.disk.files import read_bytes, write_bytes
from advgui.core.errors import ImageFileError
from tests.fake_disk import full_at


def test_bytes_come_back_and_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_bytes(path, b"first", ImageFileError)
    write_bytes(path, b"second", ImageFileError)
    assert read_bytes(path, ImageFileError, 1024) == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_bytes(path, b"old", ImageFileError)
    with (
        full_at(1, frozenset({"os.rename"})),
        pytest.raises(ImageFileError, match=f"{tmp_path}: there is not enough room"),
    ):
        write_bytes(path, b"new", ImageFileError)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(1025))
    with pytest.raises(ImageFileError, match="too large"):
        read_bytes(path, ImageFileError, largest=1024)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ImageFileError, match="not a regular file"):
        read_bytes(tmp_path / "pipe", ImageFileError, 1024)
