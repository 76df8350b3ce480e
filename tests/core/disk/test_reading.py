"""Files are read whole or not at all, and nothing holds the reader up."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from advgui.core.disk.reading import _pieces, inline_name, is_inline, read_bytes, read_start
from advgui.core.errors import BadInput, ImageFileError


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


def test_a_small_file_can_be_all_in_its_name(tmp_path: Path) -> None:
    content = bytes(range(256)) * 3
    path = Path(inline_name(content, "image/png"))
    assert is_inline(path)
    assert read_bytes(path, BadInput, 1_000) == content
    assert read_start(path, BadInput, 4) == content[:4]
    assert not is_inline(tmp_path / "image.png")


@pytest.mark.parametrize("text", ["data:image/png;base64,%%%", "data:image/png,plain", "data:"])
def test_a_name_that_holds_no_whole_file_says_so_in_a_sentence(text: str) -> None:
    with pytest.raises(BadInput, match="not a whole data URL"):
        read_bytes(Path(text), BadInput, 1_000)


def test_a_file_in_a_name_is_as_large_as_any_may_be() -> None:
    with pytest.raises(BadInput, match="too large"):
        read_bytes(Path(inline_name(bytes(100), "image/png")), BadInput, 99)
