"""What a server does on the way: breaks off, sends elsewhere, speaks through others."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from advgui.core.datasets import http
from advgui.core.datasets.catalogue import Dataset
from advgui.core.datasets.download import fetch
from advgui.core.errors import DatasetError
from tests.core.datasets.driven_downloads import driven, there
from tests.fake_server import (
    TINY,
    Answer,
    Handler,
    Mirror,
    cut,
    other_part,
    redirect,
    serve,
    without_length,
    without_ranges,
)

LARGE = "train-images-idx3-ubyte"


def test_a_connection_that_breaks_off_is_taken_up_where_it_broke(
    full: Mirror, tiny: Dataset, folder: Path
) -> None:
    full.answers.extend([cut(98_304), cut(65_536)])
    driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == TINY
    ranges = [asked.headers.get("Range") for asked in full.asked]
    assert ranges == [None, "bytes=98304-", "bytes=163840-", None, None, None]


def test_what_has_changed_on_the_server_is_not_joined_to_what_came_before(
    full: Mirror, tiny: Dataset, folder: Path
) -> None:
    def other(handler: Handler, content: bytes) -> None:
        serve(handler, bytes(len(content)), 98_304)

    full.answers.extend([other, serve])
    driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == TINY
    assert full.asked[1].headers["Range"] == "bytes=98304-"


@pytest.mark.parametrize("answer", [without_ranges, without_length])
def test_a_server_that_knows_no_ranges_sends_all_again(
    full: Mirror, tiny: Dataset, folder: Path, answer: Answer
) -> None:
    full.answers.extend([cut(100_000), answer])
    driven(fetch(tiny, folder, [full.pattern]))
    assert there(folder) == TINY


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
    monkeypatch.setattr(http, "_LARGEST", 200_000)
    with pytest.raises(DatasetError, match="sends more than"):
        driven(fetch(tiny, folder, [full.pattern]))


def test_redirections_are_followed(
    make_mirror: Callable[[], Mirror], tiny: Dataset, folder: Path
) -> None:
    front, back = make_mirror(), make_mirror()
    for one in (front, back):
        one.holds(tiny, TINY)
    front.answers.append(redirect(f"{back.address}/mnist/{LARGE}.gz"))
    driven(fetch(tiny, folder, [front.pattern]))
    assert there(folder) == TINY
    assert len(back.asked) == 1


def test_the_proxy_of_the_environment_is_used(
    full: Mirror, tiny: Dataset, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", full.address)
    driven(fetch(tiny, folder, ["http://mirror.invalid/mnist/{name}.gz"]))
    assert there(folder) == TINY
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
    assert there(folder) == TINY


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
