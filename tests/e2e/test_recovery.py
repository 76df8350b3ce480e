"""A window may end at any moment: what was drawn and chosen is there at the next start."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.image_file import write_png
from advgui.core.digits.rendering import render
from tests.e2e.own_process import beside, seen
from tests.fake_datasets import write_folders

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")

ABRUPT = ("SIGKILL", "SIGTERM", "SIGHUP")


def drawings(home: Path) -> Path:
    """Where the drawings of windows are kept that are open, or ended abruptly."""
    return home / "state/advgui/drawings"


def left(act: str, *arguments: object, end: int = signal.SIGKILL) -> dict[str, object]:
    """What was to be seen in a window when it was ended."""
    with beside(act, *arguments) as one:
        told = one.told()
        one.signal(end)
        one.ended()
        return told


@pytest.mark.parametrize("name", ABRUPT)
def test_a_drawing_comes_back_after_an_abrupt_end(name: str) -> None:
    before = left("draw", end=getattr(signal, name))
    after = seen("look")
    assert before["drawn"]
    assert after["image"] == before["image"]
    assert "Here is your drawing" in after["message"]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGQUIT", "SIGINT"])
def test_a_window_that_a_signal_ends_ends_in_order(name: str) -> None:
    with beside("attack") as one:
        one.told()
        one.signal(getattr(signal, name))
        assert one.ended() == 0
        assert one.complaints() == ""


def test_a_drawing_that_came_back_can_be_undone() -> None:
    left("draw")
    assert not seen("undo")["drawn"]


def test_an_image_that_was_opened_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "seven.png"
    write_png(path, render(read_gallery()[7].strokes))
    before = left("open", path)
    assert seen("look")["image"] == before["image"]


def test_a_drawing_comes_back_once_more_where_it_was_not_touched() -> None:
    before = left("draw")
    left("look")
    assert seen("look")["image"] == before["image"]


def test_a_drawing_comes_back_after_its_window_was_closed() -> None:
    before = seen("draw")
    after = seen("look")
    assert before["drawn"]
    assert after["image"] == before["image"]
    assert "Here is your drawing" in after["message"]


def test_what_was_cleared_stays_away(home: Path) -> None:
    left("clear")
    after = seen("look")
    assert not after["drawn"]
    assert "Here is" not in after["message"]
    assert list(drawings(home).iterdir()) == []


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
def test_what_was_chosen_is_kept(name: str) -> None:
    left("seed", end=getattr(signal, name))
    assert seen("look")["seed"] == 4711


def test_two_windows_at_once_have_a_drawing_each() -> None:
    with beside("draw") as first, beside("one") as second:
        wanted = {first.told()["image"], second.told()["image"]}
        assert len(wanted) == 2
        third = seen("look")  # neither is taken from a window that is open
        assert not third["drawn"]
        for one in (first, second):
            one.signal(signal.SIGKILL)
            one.ended()
    told = seen("look")  # and both come back on one sheet, undo shows the other
    assert told["image"] in wanted
    assert "2 windows have left a drawing each" in told["message"]
    assert seen("look")["image"] == told["image"]


@pytest.mark.parametrize(
    "content",
    [b"\xff\0", b"[" * 100_000, b'{"strokes": [[[0, 1e999]]]}', None],
    ids=["bytes", "nested", "infinite", "fifo"],
)
def test_a_damaged_drawing_is_set_aside_and_told(home: Path, content: bytes | None) -> None:
    path = drawings(home) / "1.json"
    path.parent.mkdir(parents=True)
    if content is None:
        os.mkfifo(path)
    else:
        path.write_bytes(content)
    told = seen("look")
    assert not told["drawn"]
    assert "was set aside: " in told["message"]
    assert [p.suffix for p in drawings(home).iterdir()] == [".damaged"]


def test_where_nothing_can_be_kept_the_window_opens_and_says_so_once(home: Path) -> None:
    (home / "state").mkdir()
    (home / "state/advgui").write_text("no folder")
    with beside("draw-close") as one:
        assert one.told()["drawn"]
        assert one.ended() == 0
        assert one.complaints().count("no drawing can be kept there") == 1


@pytest.fixture
def display() -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """An X server that a test may end."""
    if sys.platform != "linux" or shutil.which("Xvfb") is None:
        pytest.skip("there is no Xvfb")
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1400x900x24"]
    server = subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL)
    os.close(theirs)
    with os.fdopen(ours) as told:
        number = told.readline().strip()
    try:
        yield f":{number}", server
    finally:
        server.kill()
        server.wait()


def test_drawing_and_choices_are_kept_where_the_screen_goes_away(
    display: tuple[str, "subprocess.Popen[bytes]"],
) -> None:
    name, server = display
    xcb = {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
    with beside("seed", **xcb) as one:
        one.told()
        one.signal(signal.SIGTERM)
        one.ended()
    with beside("draw", **xcb) as one:
        before = one.told()
        server.kill()
        assert one.ended() != 0
    after = seen("look")
    assert before["drawn"]
    assert after["image"] == before["image"]
    assert after["seed"] == 4711


def test_a_second_interrupt_ends_a_window_that_trains(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folders(tmp_path)
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    with beside("train") as one:
        one.told()
        one.signal(signal.SIGINT)
        time.sleep(1)
        assert one.process.poll() is None  # it asks
        one.signal(signal.SIGINT)
        assert one.ended() == 0
        assert one.complaints().count("Ctrl-C once more closes it") == 1


def test_a_window_that_trains_is_ended_without_a_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folders(tmp_path)
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    with beside("train") as one:
        one.told()
        one.signal(signal.SIGTERM)
        assert one.ended() == 0
        assert one.complaints() == ""
