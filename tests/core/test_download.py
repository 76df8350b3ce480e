"""A download ends with every file whole and right, or with none of it and one sentence."""

import gzip
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import pytest

from advgui.core import download, transfer
from advgui.core.catalogue import Dataset
from advgui.core.datafolders import cache_folder
from advgui.core.datasets import read_mnist
from advgui.core.download import Progress, fetch, lacking
from advgui.core.errors import DatasetError
from tests.core.compress import compress
from tests.mirror import (
    Answer,
    Handler,
    Mirror,
    corrupt,
    cut,
    described,
    other_part,
    redirect,
    sends,
    serve,
    silent,
    stall,
    status,
    tiny_contents,
    without_length,
    without_ranges,
)

CONTENTS = tiny_contents()
LARGE = "train-images-idx3-ubyte"
SHORT = 0.4  # seconds of patience where a test waits for them

MakeMirror = Callable[[], Mirror]


@pytest.fixture
def tiny() -> Dataset:
    return described(CONTENTS)


@pytest.fixture
def full(mirror: Mirror, tiny: Dataset) -> Mirror:
    """A mirror that has everything."""
    mirror.holds(tiny, CONTENTS)
    return mirror


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mnist"


def driven(run: Generator[Progress, None, Path]) -> tuple[list[Progress], Path]:
    seen = []
    while True:
        try:
            seen.append(next(run))
        except StopIteration as end:
            return seen, end.value


def there(folder: Path) -> dict[str, bytes]:
    """All that stands in a folder, hidden or not."""
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def test_all_files_are_fetched_and_can_be_read(full: Mirror, tiny: Dataset, folder: Path) -> None:
    seen, got = driven(fetch(tiny, folder, [full.pattern]))
    assert got == folder
    assert there(folder) == CONTENTS
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


@pytest.mark.parametrize("pack", [bytes, gzip.compress, compress], ids=["plain", "gz", "Z"])
def test_any_packing_ends_with_the_same_files(
    mirror: Mirror, tiny: Dataset, folder: Path, pack: Callable[[bytes], bytes]
) -> None:
    mirror.files = {f"/{name}": pack(content) for name, content in CONTENTS.items()}
    driven(fetch(tiny, folder, [f"{mirror.address}/{{name}}"]))
    assert there(folder) == CONTENTS


BAD: dict[str, tuple[Answer, str]] = {
    "no such file": (status(404), "answered 404 Not Found"),
    "broken": (status(500), "answered 500"),
    "cut at once": (cut(0), "broke off|cannot be reached"),
    "corrupt": (corrupt, "sent something else than the file"),
    "a page to log in": (sends(b"<html>Log in!</html>"), "sent something else than the file"),
    "nothing": (sends(b""), "sent something else than the file"),
    "gzip cut short": (sends(gzip.compress(CONTENTS[LARGE])[:-9]), "sent something else"),
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
        one.holds(tiny, CONTENTS)
    bad.usual = answer
    seen, _ = driven(fetch(tiny, folder, [bad.pattern, good.pattern], patience=SHORT))
    assert there(folder) == CONTENTS
    (failure,) = seen[-1].failures
    told, _, reason = failure.partition(" ")
    assert told == bad.address.removeprefix("http://")
    assert any(word in reason for word in words.split("|")), reason
    assert len(good.asked) == 4


def test_a_mirror_that_failed_is_asked_last_from_then_on(
    make_mirror: MakeMirror, tiny: Dataset, folder: Path
) -> None:
    bad, good = make_mirror(), make_mirror()
    good.holds(tiny, CONTENTS)
    driven(fetch(tiny, folder, [bad.pattern, good.pattern]))
    assert (len(bad.asked), len(good.asked)) == (1, 4)


def test_where_nobody_listens_the_next_mirror_is_asked(
    full: Mirror, tiny: Dataset, folder: Path
) -> None:
    closed = "http://127.0.0.1:1/{name}"
    seen, _ = driven(fetch(tiny, folder, [closed, full.pattern]))
    assert there(folder) == CONTENTS
    assert seen[-1].failures == ("127.0.0.1:1 cannot be reached",)


def test_where_all_mirrors_fail_one_sentence_tells_what_each_did_and_what_to_do(
    make_mirror: MakeMirror, tiny: Dataset, folder: Path
) -> None:
    first, second = make_mirror(), make_mirror()
    second.holds(tiny, CONTENTS)
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


def test_a_connection_that_breaks_off_is_taken_up_where_it_broke(
    full: Mirror, tiny: Dataset, folder: Path
) -> None:
    full.answers.extend([cut(98_304), cut(65_536)])
    driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == CONTENTS
    ranges = [asked.headers.get("Range") for asked in full.asked]
    assert ranges == [None, "bytes=98304-", "bytes=163840-", None, None, None]


def test_what_has_changed_on_the_server_is_not_joined_to_what_came_before(
    full: Mirror, tiny: Dataset, folder: Path
) -> None:
    def other(handler: Handler, content: bytes) -> None:
        serve(handler, bytes(len(content)), 98_304)

    full.answers.extend([other, serve])
    driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == CONTENTS
    assert full.asked[1].headers["Range"] == "bytes=98304-"


@pytest.mark.parametrize("answer", [without_ranges, without_length])
def test_a_server_that_knows_no_ranges_sends_all_again(
    full: Mirror, tiny: Dataset, folder: Path, answer: Answer
) -> None:
    full.answers.extend([cut(100_000), answer])
    driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == CONTENTS


def test_another_part_than_was_asked_for_is_not_taken(
    full: Mirror, tiny: Dataset, folder: Path
) -> None:
    full.answers.extend([cut(100_000), other_part])
    with pytest.raises(DatasetError, match="sent another part than it was asked for"):
        driven(fetch(tiny, folder, [full.pattern]))


def test_it_is_not_tried_for_ever(full: Mirror, tiny: Dataset, folder: Path) -> None:
    full.usual = cut(10_000)
    with pytest.raises(DatasetError, match="broke off"):
        driven(fetch(tiny, folder, [full.pattern]))
    assert len(full.asked) == 3
    assert there(folder) == {}


def test_a_server_that_sends_more_than_any_file_is_left(
    full: Mirror, tiny: Dataset, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "LARGEST", 200_000)
    with pytest.raises(DatasetError, match="sends more than"):
        driven(fetch(tiny, folder, [full.pattern]))


def test_redirections_are_followed(make_mirror: MakeMirror, tiny: Dataset, folder: Path) -> None:
    front, back = make_mirror(), make_mirror()
    for one in (front, back):
        one.holds(tiny, CONTENTS)
    front.answers.append(redirect(f"{back.address}/mnist/{LARGE}.gz"))
    driven(fetch(tiny, folder, [front.pattern]))
    assert there(folder) == CONTENTS
    assert len(back.asked) == 1


def test_the_proxy_of_the_environment_is_used(
    full: Mirror, tiny: Dataset, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", full.address)
    driven(fetch(tiny, folder, ["http://mirror.invalid/mnist/{name}.gz"]))
    assert there(folder) == CONTENTS
    assert full.asked[0].path == f"http://mirror.invalid/mnist/{LARGE}.gz"


def test_a_proxy_that_is_not_there_is_told(
    full: Mirror, tiny: Dataset, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with pytest.raises(DatasetError, match="cannot be reached through the proxy"):
        driven(fetch(tiny, folder, [full.pattern]))


def test_a_server_without_https_is_told(full: Mirror, tiny: Dataset, folder: Path) -> None:
    safe = full.pattern.replace("http://", "https://")
    with pytest.raises(DatasetError, match=r"127\.0\.0\.1:\d+ cannot be reached over https"):
        driven(fetch(tiny, folder, [safe]))


def test_a_certificate_that_nobody_signed_is_not_trusted(
    full: Mirror, tiny: Dataset, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = self_signed(tmp_path)
    full.secure(certificate)
    safe = full.pattern.replace("http://", "https://")
    with pytest.raises(DatasetError, match="has a certificate that is not trusted"):
        driven(fetch(tiny, folder, [safe]))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    driven(fetch(tiny, folder, [safe]))
    assert there(folder) == CONTENTS


def self_signed(folder: Path) -> Path:
    """A certificate of 127.0.0.1 with its key, in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("this machine has no openssl program")
    path = folder / "certificate.pem"
    options = "req -x509 -nodes -newkey rsa:2048 -days 2 -subj /CN=127.0.0.1"
    more = [
        "-addext",
        "subjectAltName=IP:127.0.0.1",
        "-keyout",
        str(path),
        "-out",
        str(folder / "c.pem"),
    ]
    command = [openssl, *options.split(), *more]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + (folder / "c.pem").read_bytes())
    return path


@pytest.mark.parametrize("steps", [0, 1, 2, 5, 20, 60])
def test_who_cancels_leaves_whole_files_or_none(
    full: Mirror, tiny: Dataset, folder: Path, steps: int
) -> None:
    run = fetch(tiny, folder, [full.pattern], tick=0.001)
    with closing(run):
        for _ in range(steps):
            next(run, None)
    left = there(folder)
    assert left == {name: CONTENTS[name] for name in left}
    for thread in threading.enumerate():
        if thread.name == "download mnist":
            thread.join(10)
    assert there(folder) == left


@pytest.mark.parametrize("answer", [silent, stall(1000)])
def test_who_cancels_does_not_wait_for_a_silent_server(
    full: Mirror, tiny: Dataset, folder: Path, answer: Answer
) -> None:
    full.usual = answer
    run = fetch(tiny, folder, [full.pattern], patience=60)
    with closing(run):
        while not full.stalling.is_set():
            next(run)
    waiting = [one for one in threading.enumerate() if one.name == "download mnist"]
    assert [one.daemon for one in waiting] == [True]  # it is still there, and holds nobody up
    assert not folder.parent.exists()


def test_only_what_is_missing_is_fetched(full: Mirror, tiny: Dataset, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / f"{LARGE}.gz").write_bytes(gzip.compress(CONTENTS[LARGE]))
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
    (folder / LARGE).write_bytes(CONTENTS[LARGE][:-1])
    assert lacking(tiny, folder) == tiny.files
    driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == CONTENTS


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


def test_a_full_disk_is_told_and_nothing_stays(
    full: Mirror, tiny: Dataset, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:1000])
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(DatasetError, match="No space left"):
        driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == {}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_that_nobody_foresaw_ends_the_download(
    tiny: Dataset, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(download, "transfer", broken)
    with pytest.raises(DatasetError, match="ended unexpectedly"):
        driven(fetch(tiny, folder, ["http://127.0.0.1:1/{name}"]))


def test_nothing_of_the_network_is_imported_before_a_download() -> None:
    modules = "advgui.core.download, advgui.commands.data, advgui.commands.train"
    script = f"import {modules}, sys; print({{'pooch', 'requests', 'urllib3'}} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
