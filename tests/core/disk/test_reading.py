"""Files are read whole or not at all, and nothing holds the reader up."""

import os
from pathlib import Path

import pytest

from advgui.core.disk.reading import read_bytes
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
