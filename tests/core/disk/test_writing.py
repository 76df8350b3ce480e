"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from advgui.core.disk.reading import read_bytes
from advgui.core.disk.writing import write_bytes
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
