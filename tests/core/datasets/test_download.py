"""A download ends with every file whole and right, or with none of it and one sentence."""

import gzip
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from advgui.core.datasets import download
from advgui.core.datasets.catalogue import Dataset
from advgui.core.datasets.download import fetch, lacking
from advgui.core.datasets.folders import cache_folder
from advgui.core.datasets.readers import read_mnist
from advgui.core.errors import DatasetError
from tests.core.datasets.driven_downloads import driven, there
from tests.fake_disk import full_at
from tests.fake_server import (
    TINY,
    Answer,
    Mirror,
    corrupt,
    cut,
    redirect,
    sends,
    silent,
    stall,
    status,
)

LARGE = "train-images-idx3-ubyte"
SHORT = 0.4  # seconds of patience where a test waits for them

MakeMirror = Callable[[], Mirror]


def test_all_files_are_fetched_and_can_be_read(full: Mirror, tiny: Dataset, folder: Path) -> None:
    seen, got = driven(fetch(tiny, folder, [full.pattern]))
    assert got == folder
    assert there(folder) == TINY
    assert len(read_mnist(folder, "train").labels) == 400
    assert [step.done for step in seen] == sorted(step.done for step in seen)
    assert seen[-1].done == seen[-1].total == tiny.packed
    assert {step.total for step in seen} == {tiny.packed}
    assert not seen[-1].failures


def test_nothing_is_asked_before_the_generator_is_driven(
    full: Mirror, tiny: Dataset, folder: Path
) -> None:
    fetch(tiny, folder, [full.pattern]).close()
    assert (full.asked, folder.parent.exists()) == ([], False)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_any_packing_ends_with_the_same_files(
    mirror: Mirror, tiny: Dataset, folder: Path, pack: Callable[[bytes], bytes]
) -> None:
    mirror.files = {f"/{name}": pack(content) for name, content in TINY.items()}
    driven(fetch(tiny, folder, [f"{mirror.address}/{{name}}"]))
    assert there(folder) == TINY


BAD: dict[str, tuple[Answer, str]] = {
    "no such file": (status(404), "answered 404 Not Found"),
    "broken": (status(500), "answered 500"),
    "cut at once": (cut(0), "broke off|cannot be reached"),
    "corrupt": (corrupt, "sent something else than the file"),
    "a page to log in": (sends(b"<html>Log in!</html>"), "sent something else than the file"),
    "nothing": (sends(b""), "sent something else than the file"),
    "gzip cut short": (sends(gzip.compress(TINY[LARGE])[:-9]), "sent something else"),
    "far too much": (sends(gzip.compress(bytes(3_000_000))), "sent something else"),
    "no number of bytes": (sends(b"x", Content_Length="many"), "makes no sense|sent something"),
    "unknown protocol": (
        redirect("gopher://127.0.0.1/"),
        "cannot be asked (No connection adapters",
    ),
    "without end": (redirect("/mnist/train-images-idx3-ubyte.gz"), "without end"),
    "silent": (silent, "gave no answer within 0.4 s"),
    "stalls": (stall(1000), "sent nothing more for 0.4 s"),
}


@pytest.mark.parametrize(("answer", "words"), BAD.values(), ids=BAD)
def test_where_one_mirror_fails_the_next_is_asked(
    make_mirror: MakeMirror, tiny: Dataset, folder: Path, answer: Answer, words: str
) -> None:
    bad, good = make_mirror(), make_mirror()
    for one in (bad, good):
        one.holds(tiny, TINY)
    bad.usual = answer
    seen, _ = driven(fetch(tiny, folder, [bad.pattern, good.pattern], patience_s=SHORT))
    assert there(folder) == TINY
    (failure,) = seen[-1].failures
    told, _, reason = failure.partition(" ")
    assert told == bad.address.removeprefix("http://")
    assert any(word in reason for word in words.split("|")), reason
    assert len(good.asked) == 4


def test_a_mirror_that_failed_is_asked_last_from_then_on(
    make_mirror: MakeMirror, tiny: Dataset, folder: Path
) -> None:
    bad, good = make_mirror(), make_mirror()
    good.holds(tiny, TINY)
    driven(fetch(tiny, folder, [bad.pattern, good.pattern]))
    assert (len(bad.asked), len(good.asked)) == (1, 4)


def test_where_nobody_listens_the_next_mirror_is_asked(
    full: Mirror, tiny: Dataset, folder: Path
) -> None:
    closed = "http://127.0.0.1:1/{name}"
    seen, _ = driven(fetch(tiny, folder, [closed, full.pattern]))
    assert there(folder) == TINY
    assert seen[-1].failures == ("127.0.0.1:1 cannot be reached",)


def test_where_all_mirrors_fail_one_sentence_tells_what_each_did_and_what_to_do(
    make_mirror: MakeMirror, tiny: Dataset, folder: Path
) -> None:
    first, second = make_mirror(), make_mirror()
    second.holds(tiny, TINY)
    second.usual = corrupt
    mirrors = [first.pattern, second.pattern, "http://127.0.0.1:1/{name}"]
    with pytest.raises(DatasetError) as caught:
        driven(fetch(tiny, folder, mirrors))
    assert str(caught.value) == (
        f"MNIST cannot be downloaded ({first.address[7:]} answered 404 Not Found; "
        f"{second.address[7:]} sent something else than the file; "
        "127.0.0.1:1 cannot be reached): look at the connection and try again, "
        "or choose a folder that holds the files."
    )
    assert not folder.parent.exists()


@pytest.mark.parametrize("steps", [0, 1, 2, 5, 20, 60])
def test_who_cancels_leaves_whole_files_or_none(
    full: Mirror, tiny: Dataset, folder: Path, steps: int
) -> None:
    run = fetch(tiny, folder, [full.pattern], tick_s=0.001)
    with closing(run):
        for _ in range(steps):
            next(run, None)
    left = there(folder)
    assert left == {name: TINY[name] for name in left}
    for thread in threading.enumerate():
        if thread.name == "download mnist":
            thread.join(10)
    assert there(folder) == left


@pytest.mark.parametrize("answer", [silent, stall(1000)])
def test_who_cancels_does_not_wait_for_a_silent_server(
    full: Mirror, tiny: Dataset, folder: Path, answer: Answer
) -> None:
    full.usual = answer
    run = fetch(tiny, folder, [full.pattern], patience_s=60)
    with closing(run):
        while not full.stalling.is_set():
            next(run)
    waiting = [one for one in threading.enumerate() if one.name == "download mnist"]
    assert [one.daemon for one in waiting] == [True]  # it is still there, and holds nobody up
    assert not folder.parent.exists()


def test_only_what_is_missing_is_fetched(full: Mirror, tiny: Dataset, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / f"{LARGE}.gz").write_bytes(gzip.compress(TINY[LARGE]))
    seen, _ = driven(fetch(tiny, folder, [full.pattern]))
    assert [LARGE in asked.path for asked in full.asked] == [False] * 3
    assert seen[-1].total == tiny.packed - tiny.files[0].packed
    assert lacking(tiny, folder) == ()
    full.asked.clear()
    driven(fetch(tiny, folder, [full.pattern]))
    assert full.asked == []


def test_what_is_damaged_in_the_cache_is_mended(full: Mirror, tiny: Dataset) -> None:
    folder = cache_folder(tiny)
    folder.mkdir(parents=True)
    (folder / LARGE).write_bytes(TINY[LARGE][:-1])
    assert lacking(tiny, folder) == tiny.files
    driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == TINY


def test_a_users_own_file_is_left_as_it_is(full: Mirror, tiny: Dataset, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / LARGE).write_bytes(b"letters, not digits")
    with pytest.raises(DatasetError, match=r"train-images.*left as it is"):
        driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == {LARGE: b"letters, not digits"}
    assert full.asked == []


def test_what_cannot_be_written_is_not_downloaded_first(
    full: Mirror, tiny: Dataset, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DatasetError, match=r"file: not a folder"):
        driven(fetch(tiny, tmp_path / "file" / "mnist", [full.pattern]))
    assert full.asked == []


def test_a_full_disk_is_told_and_nothing_stays(full: Mirror, tiny: Dataset, folder: Path) -> None:
    with full_at(1, frozenset({"os.rename"})), pytest.raises(DatasetError, match="room left"):
        driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == {}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_that_nobody_foresaw_ends_the_download(
    full: Mirror, tiny: Dataset, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(download, "unpack", broken)
    with pytest.raises(DatasetError, match="ended unexpectedly"):
        driven(fetch(tiny, folder, [full.pattern]))


def test_nothing_of_the_network_is_imported_before_a_download() -> None:
    modules = "advgui.core.datasets.download, advgui.commands.data, advgui.commands.train"
    script = f"import {modules}, sys; print({{'pooch', 'requests', 'urllib3'}} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
