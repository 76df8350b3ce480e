"""Files are read whole or not at all, and nothing holds the reader up."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from advgui.core.disk.reading import _pieces, read_bytes
from advgui.core.errors import ImageFileError


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


class Untold(BytesIO):
    """A file that has more than it tells, as those of the system itself."""

    def __init__(self, content: bytes, empty: int) -> None:
        super().__init__(content)
        self.reads, self._empty = 0, empty

    def fileno(self) -> int:
        return self._empty

    def read(self, size: int | None = -1, /) -> bytes:
        self.reads += 1
        return super().read(size)


def test_a_file_that_tells_no_size_is_not_read_byte_by_byte(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with (tmp_path / "empty").open("rb") as empty:
        file = Untold(bytes(5_000_000), empty.fileno())
        assert sum(map(len, _pieces(file, 10_000_000))) == 5_000_000
        assert file.reads < 10
