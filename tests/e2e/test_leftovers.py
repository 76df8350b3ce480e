"""A window that opens removes what was left by one that was killed."""

import os
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.fake_disk import signalled_at


@pytest.mark.skipif(os.name != "posix", reason="no such signals here")
def test_a_window_removes_what_a_killed_program_left(start: Start, tmp_path: Path) -> None:
    out = tmp_path / "mine.safetensors"
    killed = signalled_at("os.rename", "SIGKILL", "export", "report", "--out", out)
    killed.communicate(timeout=100)
    assert list(tmp_path.iterdir())
    with start() as user:
        user.wait_until(lambda: not list(tmp_path.iterdir()))
