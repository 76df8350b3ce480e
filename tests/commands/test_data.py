import gzip
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from advgui.core.datasets.catalogue import DATASETS, MNIST, PEN_DIGITS
from advgui.core.datasets.download import lacking
from advgui.core.datasets.folders import cache_folder
from tests.commands.conftest import Run, environment, started
from tests.fake_server import Mirror, serve, status


@pytest.fixture
def own(mirror: Mirror, monkeypatch: pytest.MonkeyPatch) -> Mirror:
    """A mirror of one's own, as yet with nothing on it."""
    monkeypatch.setenv("ADVGUI_MIRRORS", mirror.address)
    return mirror


@pytest.fixture
def stocked(own: Mirror, mnist: Path, pendigits: Path) -> Mirror:
    """The same with the real files."""
    for folder in (mnist, pendigits):
        for path in folder.glob("*.gz"):
            own.files[f"/{folder.name}/{path.name}"] = path.read_bytes()
    return own


def test_without_data_it_is_told_where_it_was_looked_for(run: Run, own: Mirror) -> None:
    ran = run("data")
    assert (ran.code, ran.err) == (0, "")
    mnist, pen = ran.out.splitlines()
    assert mnist == (
        f"MNIST: not in {cache_folder(MNIST)}; to download (11.6 MB): advgui data mnist --download"
    )
    assert pen.startswith(f"The pen digits: not in {cache_folder(PEN_DIGITS)}; ")
    (told,) = run("data", "pendigits", "--json").json["datasets"]
    assert told == {
        "name": "pendigits",
        "folder": None,
        "published": None,
        "places": [str(cache_folder(PEN_DIGITS))],
        "download": PEN_DIGITS.packed,
    }
    assert own.asked == []


def test_both_sets_are_downloaded_checked_and_used_from_then_on(
    run: Run, stocked: Mirror, tmp_path: Path
) -> None:
    ran = run("data", "--download", "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"MNIST: in {cache_folder(MNIST)}, as published\n"
        f"The pen digits: in {cache_folder(PEN_DIGITS)}, as published\n"
    )
    assert len(stocked.asked) == 5
    assert run("data", "--download").out == ran.out
    assert len(stocked.asked) == 5
    told = run("data", "--json").json["datasets"]
    assert [one["published"] for one in told] == [True, True]
    arguments = ("train", "--share", 0.02, "--epochs", 1, "--out", tmp_path / "a.safetensors")
    trained = run(*arguments)
    assert (trained.code, trained.err) == (0, "")


def test_a_folder_of_ones_own_can_be_downloaded_to_and_is_remembered(
    run: Run, stocked: Mirror, tmp_path: Path
) -> None:
    ran = run("data", "pendigits", "--download", "--yes", "--folder", tmp_path / "sets")
    assert ran.out == f"The pen digits: in {tmp_path / 'sets/pendigits'}, as published\n"
    assert not cache_folder(PEN_DIGITS).exists()
    assert run("data", "pendigits").out == ran.out
    assert "not in" in run("data", "pendigits", "--forget").out
    assert not lacking(PEN_DIGITS, tmp_path / "sets/pendigits")


def test_a_folder_is_taken_for_what_is_in_it(
    run: Run, own: Mirror, few_mnist: Path, tmp_path: Path
) -> None:
    ran = run("data", "--folder", few_mnist.parent)
    mnist, pen = ran.out.splitlines()
    assert mnist.startswith(f"MNIST: in {few_mnist}, other than published: train-images")
    assert "not in" in pen
    assert run("data", "mnist", "--json").json["datasets"][0]["published"] is False
    arguments = ("train", "--share", 0.9, "--epochs", 1, "--out", tmp_path / "a.safetensors")
    assert run(*arguments).code == 0
    assert own.asked == []


def test_a_folder_with_nothing_in_it_is_refused(
    refused: Callable[..., str], own: Mirror, tmp_path: Path
) -> None:
    told = refused("data", "--folder", tmp_path)
    assert f"{tmp_path} does not hold MNIST: train-images-idx3-ubyte is not there." in told


def test_where_nobody_can_be_asked_nothing_is_downloaded(
    refused: Callable[..., str], stocked: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = refused("data", "--download")
    assert "--yes" in told
    monkeypatch.setattr(sys, "stdin", None)
    assert refused("data", "--download") == told
    assert stocked.asked == []


def test_where_all_mirrors_fail_the_sentence_names_them(
    refused: Callable[..., str], own: Mirror
) -> None:
    told = refused("data", "pendigits", "--download", "--yes")
    host = own.address.removeprefix("http://")
    assert f"The pen digits cannot be downloaded ({host} answered 404 Not Found)" in told
    assert "choose a folder" in told
    assert not cache_folder(PEN_DIGITS).exists()


def test_what_is_no_data_set_is_told(refused: Callable[..., str]) -> None:
    told = refused("data", "letters")
    assert "letters" in told
    assert all(name in told for name in DATASETS)


def test_training_without_data_tells_how_to_get_it(
    refused: Callable[..., str], own: Mirror, tmp_path: Path
) -> None:
    for command in (("train", "--out", tmp_path / "a.safetensors"), ("evaluate",)):
        told = refused(*command)
        assert f"MNIST is not in {cache_folder(MNIST)}" in told
        assert "advgui data --download" in told
        assert "--mnist" in told
    assert own.asked == []


def test_an_interrupted_download_ends_at_once_with_nothing_half_written(own: Mirror) -> None:
    own.files = {"/pendigits/pendigits-orig.tra.gz": bytes(1000)}
    own.usual = lambda handler, _: handler.wait()
    running = started("data", "pendigits", "--download", "--yes")
    assert own.stalling.wait(60)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, "", "")
    assert not cache_folder(PEN_DIGITS).exists()


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("\n", 1), ("no\n", 1)])
def test_on_a_terminal_it_is_asked_first_and_progress_is_shown(
    stocked: Mirror, answer: str, code: int
) -> None:
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    try:
        ours, theirs = pty.openpty()
    except OSError as error:  # a container without /dev/pts
        pytest.skip(f"this machine has no terminals to give: {error}")
    termios.tcsetwinsize(theirs, (24, 120))
    with subprocess.Popen(
        [sys.executable, "-m", "advgui", "data", "pendigits", "--download"],
        env=environment(),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        shown = _until(ours, "[y/N] ")
        assert stocked.asked == []
        os.write(ours, answer.encode())
        shown += _until(ours, None)
        assert running.stdout is not None
        told = running.stdout.read().decode()
    os.close(ours)
    host = stocked.address.removeprefix("http://")
    assert f"3.6 MB from {host}, to {cache_folder(PEN_DIGITS)}" in shown
    assert running.returncode == code
    assert ("as published" in told) == (code == 0)
    assert ("%" in shown) == (code == 0)
    assert len(stocked.asked) == (1 if code == 0 else 0)


def _until(terminal: int, end: str | None) -> str:
    """What is written to a terminal until its other end is closed, or until some words."""
    shown = ""
    try:
        while not (end and end in shown):
            part = os.read(terminal, 4096)
            if not part:
                break
            shown += part.decode()
    except OSError:  # how Linux tells that the other end is closed
        pass
    return shown


def test_the_first_mirror_that_serves_is_enough(
    run: Run, stocked: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVGUI_MIRRORS", f"http://127.0.0.1:1 {stocked.address}")
    stocked.answers.extend([status(503), serve])
    assert run("data", "pendigits", "--download", "--yes").code == 2
    assert run("data", "pendigits", "--download", "--yes").code == 0


def test_files_that_are_not_gzipped_need_no_suffix(run: Run, own: Mirror, pendigits: Path) -> None:
    content = gzip.decompress((pendigits / "pendigits-orig.tra.gz").read_bytes())
    own.files = {"/pendigits/pendigits-orig.tra.gz": content}
    assert run("data", "pendigits", "--download", "--yes").code == 0


def test_a_file_that_compress_has_packed_is_told_of_with_what_to_do(
    run: Run, own: Mirror, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    packed = tmp_path / "pendigits" / "pendigits-orig.tra.Z"
    packed.parent.mkdir()
    packed.write_bytes(b"\x1f\x9d\x90")
    missing, unread = run("data", "pendigits").out.splitlines()
    assert missing.startswith("The pen digits: not in ")
    assert unread.startswith(f"{packed}: packed by compress (.Z), which advgui does not read")
    assert "gzip -d pendigits-orig.tra.Z" in unread


def test_nothing_is_trained_without_pen_digits_that_only_have_to_be_unpacked(
    refused: Callable[..., str], few_mnist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    packed = tmp_path / "pendigits" / "pendigits-orig.tra.Z"
    packed.parent.mkdir()
    packed.write_bytes(b"\x1f\x9d\x90")
    told = refused("train", "--mnist", few_mnist, "--out", tmp_path / "a.safetensors")
    assert f"{packed}: packed by compress (.Z)" in told
