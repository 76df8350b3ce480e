import os
from pathlib import Path

import pytest

from advgui.ui.session.file_handles import handles_are_left

OPEN = Path("/proc/self/fd")


def open_now() -> int:
    return len(list(OPEN.iterdir()))


@pytest.mark.skipif(not OPEN.is_dir(), reason="no list of open files here")
def test_to_ask_keeps_no_file_open() -> None:
    before = open_now()
    assert handles_are_left()
    assert open_now() == before


def test_where_the_system_gives_few_the_window_does_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[int] = []
    closed: list[int] = []
    really_open, really_close = os.open, os.close

    def scarce(path: str, flags: int) -> int:
        if len(given) >= 5:
            raise OSError("too many open files")
        given.append(really_open(path, flags))
        return given[-1]

    def close(handle: int) -> None:
        closed.append(handle)
        really_close(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", scarce)
        patched.setattr(os, "close", close)
        assert not handles_are_left()
    assert closed == given
