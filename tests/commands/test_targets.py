"""What stands where a file is to be written is kept as it is, or written with care."""

import json
import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from advgui.core.formats.safetensors_file import load_network
from tests.commands.conftest import Run, process
from tests.fake_datasets import write_folders
from tests.fake_disk import names_guessed

Refused = Callable[..., str]

posix = pytest.mark.skipif(os.name != "posix", reason="this system has no such files")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "mine.safetensors"


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666])
def test_a_file_keeps_its_mode(run: Run, target: Path, mode: int) -> None:
    target.write_bytes(b"old")
    target.chmod(mode)
    assert run("export", "report", "--out", target).code == 0
    assert load_network(target).stored_name == "report"
    assert stat.S_IMODE(target.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_mode_that_the_user_gives_to_new_files(run: Run, target: Path) -> None:
    former = os.umask(0o027)
    try:
        run("export", "report", "--out", target)
    finally:
        os.umask(former)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_read_only_file_is_left_as_it_is(refused: Refused, target: Path) -> None:
    target.write_bytes(b"precious")
    target.chmod(0o444)
    told = refused("export", "report", "--out", target)
    assert f"{target}: read-only, so it is left as it is." in told
    assert target.read_bytes() == b"precious"


@posix
def test_a_read_only_image_of_an_outcome_is_left_as_it_is(
    refused: Refused, run: Run, image: Path, tmp_path: Path
) -> None:
    arguments = ("attack", image, "--network", "report", "--out", tmp_path / "out", "--goal")
    run(*arguments, 3)
    (tmp_path / "out" / "adversarial.png").chmod(0o444)
    before = (tmp_path / "out" / "outcome.json").read_bytes()
    assert "adversarial.png: read-only" in refused(*arguments, 4)
    assert (tmp_path / "out" / "outcome.json").read_bytes() == before


@posix
def test_a_link_is_followed_to_the_file_that_it_names(run: Run, target: Path) -> None:
    real = target.with_name("real") / "network.safetensors"
    real.parent.mkdir()
    for content in (b"old", None):  # one that is there, and one that is not there yet
        real.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        if content is not None:
            real.write_bytes(content)
        target.symlink_to(real)
        run("export", "report", "--out", target)
        assert target.is_symlink()
        assert load_network(real).stored_name == "report"
        assert list(real.parent.iterdir()) == [real]


@posix
def test_a_link_among_the_files_of_an_outcome_is_not_followed(
    refused: Refused, image: Path, tmp_path: Path
) -> None:
    victim, out = tmp_path / "victim", tmp_path / "out"
    victim.write_bytes(b"precious")
    out.mkdir()
    (out / "outcome.json").symlink_to(victim)
    told = refused("attack", image, "--network", "report", "--goal", 3, "--out", out)
    assert "outcome.json: a link stands where a file has to go." in told
    assert victim.read_bytes() == b"precious"
    assert (out / "outcome.json").is_symlink()


@posix
@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "folder"])
def test_what_is_no_regular_file_is_refused_and_stays(
    refused: Refused, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    target = Path("mine.safetensors")
    if kind == "pipe":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()
    elif kind == "device":
        if not hasattr(os, "geteuid") or os.geteuid():
            pytest.skip("only root makes devices")
        os.mknod(target, stat.S_IFCHR | 0o666, os.makedev(1, 3))
    else:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(target))
    before = target.lstat()
    told = refused("export", "report", "--out", target)
    assert str(target) in told
    assert "not a regular file" in told or "a folder" in told
    assert os.path.samestat(target.lstat(), before)
    assert list(tmp_path.iterdir()) == [tmp_path / target]


@posix
def test_a_network_is_not_trained_for_a_pipe(tmp_path: Path) -> None:
    mnist, out = write_folders(tmp_path).mnist, tmp_path / "mine.safetensors"
    out.symlink_to("/dev/stdout")
    ran = process("train", "--mnist", mnist, "--epochs", 10_000, "--out", out)
    assert (ran.code, ran.out) == (2, "")
    assert f"{out}: not a regular file, so nothing is written to it." in ran.err
    assert out.is_symlink()


@pytest.mark.parametrize("length", [240, 250, 255])
def test_a_name_may_be_as_long_as_the_disk_allows(run: Run, tmp_path: Path, length: int) -> None:
    if os.name == "nt":
        pytest.skip("paths are shorter there")
    target = tmp_path / ("a" * (length - len(".safetensors")) + ".safetensors")
    assert run("export", "report", "--out", target).code == 0
    assert list(tmp_path.iterdir()) == [target]


@posix
def test_no_link_that_somebody_planted_is_written_through(run: Run, tmp_path: Path) -> None:
    folder, victim = tmp_path / "shared", tmp_path / "victim"
    victim.write_bytes(b"precious")
    folder.mkdir()
    with names_guessed(folder, victim) as guessed:
        for _ in range(2):
            run("export", "report", "--out", folder / "mine.safetensors")
    assert victim.read_bytes() == b"precious"
    assert len(set(guessed)) == len(guessed) >= 2  # the next name cannot be known from the last
    assert set(folder.iterdir()) == set(guessed)  # what is not ours stays


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may")
def test_a_file_of_another_user_stays_theirs(run: Run, target: Path) -> None:
    target.write_bytes(b"old")
    os.chown(target, 4711, 4712)
    run("export", "report", "--out", target)
    status = target.stat()
    assert (status.st_uid, status.st_gid) == (4711, 4712)
    assert status.st_size > 3


@posix
def test_an_outcome_is_saved_by_way_of_a_link_and_into_the_present_folder(
    run: Run, image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.mkdir()
    link.symlink_to(real)
    arguments = ("attack", image, "--network", "report", "--goal")
    run(*arguments, 3, "--out", link)
    before = real.stat()
    monkeypatch.chdir(real)
    run(*arguments, 4, "--out", ".")
    assert link.is_symlink()
    assert os.path.samestat(real.stat(), before)
    assert len(list(real.iterdir())) == 5
    assert json.loads((link / "outcome.json").read_text(encoding="utf-8"))["goal"] == 4


def test_a_name_that_no_file_can_have_is_told(refused: Refused) -> None:
    name = "a\0b.safetensors"
    for arguments in (("export", "report", "--out", name), ("recognise", name)):
        assert "no file can have such a name" in refused(*arguments)


@posix
def test_a_limit_on_the_size_of_files_is_told(refused: Refused, target: Path) -> None:
    import resource

    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, former[1]))
    try:
        told = refused("export", "report", "--out", target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
    assert f"{target}: cannot be written, as no file may be so large here." in told
    assert not list(target.parent.iterdir())
