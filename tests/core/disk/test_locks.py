"""One writes in a folder at a time, and a lock ends with whoever had it."""

import os
import sys
from pathlib import Path

import pytest

from advgui.core.disk.locks import lock, only_writer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")


def is_locked(path: Path) -> bool:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        lock(descriptor)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(descriptor)


def test_a_folder_is_one_writers_for_the_block_and_no_longer(tmp_path: Path) -> None:
    with only_writer(tmp_path):
        assert is_locked(tmp_path)
    assert not is_locked(tmp_path)


def test_who_fails_lets_go_of_it(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), only_writer(tmp_path):
        raise RuntimeError
    assert not is_locked(tmp_path)


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), only_writer(tmp_path / "missing"):
        pytest.fail("there is no such folder")
