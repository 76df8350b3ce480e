"""A mirror on this machine that serves files as asked, or badly in every way there is."""

import gzip
import hashlib
import ssl
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from advgui.core.datasets.catalogue import DataFile, Dataset
from advgui.core.images import Bytes

Answer = Callable[["Handler", bytes], None]


class Handler(BaseHTTPRequestHandler):
    """One request; what it is answered with is the mirror's choice."""

    server: "_Server"

    def do_GET(self) -> None:
        mirror = self.server.mirror
        mirror.asked.append(Asked(self.path, self.headers))
        path = "/" + self.path.partition("://")[2].partition("/")[2] if "://" in self.path else ""
        content = mirror.files.get(path or self.path)
        answer = mirror.answers.popleft() if mirror.answers else mirror.usual
        try:
            if content is None:
                self.send_error(404)
            else:
                answer(self, content)
        except ConnectionError:
            pass  # who asked has gone

    def start(self, code: int, **headers: object) -> None:
        """The head of an answer; in a name, ``_`` stands for ``-``."""
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()

    def wait(self) -> None:
        """Say nothing until the test is over."""
        self.server.mirror.stalling.set()
        self.server.mirror.over.wait(60)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    mirror: "Mirror"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came."""

    path: str
    headers: Message


def serve(handler: Handler, content: bytes, most: int | None = None) -> None:
    """All of the file, or the part that is asked for; breaks off after ``most`` bytes."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    asked = handler.headers.get("Range")
    if asked is None or handler.headers.get("If-Range", tag) != tag:
        handler.start(200, Content_Length=len(content), ETag=tag)
        handler.wfile.write(content[:most])
        return
    rest = content[int(asked.removeprefix("bytes=").removesuffix("-")) :]
    span = f"bytes {len(content) - len(rest)}-{len(content) - 1}/{len(content)}"
    handler.start(206, Content_Length=len(rest), Content_Range=span, ETag=tag)
    handler.wfile.write(rest[:most])


def cut(size: int) -> Answer:
    """Break off after ``size`` more bytes, with all of them announced."""
    return lambda handler, content: serve(handler, content, size)


def stall(size: int) -> Answer:
    """Send ``size`` bytes, then nothing, and keep the connection."""

    def answer(handler: Handler, content: bytes) -> None:
        handler.start(200, Content_Length=len(content))
        handler.wfile.write(content[:size])
        handler.wait()

    return answer


def silent(handler: Handler, _: bytes) -> None:
    """Take the request and never answer."""
    handler.wait()


def status(code: int) -> Answer:
    """An error page."""
    return lambda handler, _: handler.send_error(code)


def sends(content: bytes, **headers: object) -> Answer:
    """Something else than what was asked for."""

    def answer(handler: Handler, _: bytes) -> None:
        handler.start(200, **{"Content_Length": len(content), **headers})
        handler.wfile.write(content)

    return answer


def corrupt(handler: Handler, content: bytes) -> None:
    """One byte of the file is wrong."""
    middle = len(content) // 2
    wrong = bytes([content[middle] ^ 0xFF])
    sends(content[:middle] + wrong + content[middle + 1 :])(handler, b"")


def without_length(handler: Handler, content: bytes) -> None:
    """The file, and the end of the connection as its end."""
    handler.start(200)
    handler.wfile.write(content)


def without_ranges(handler: Handler, content: bytes) -> None:
    """All of the file, whatever part is asked for."""
    sends(content)(handler, b"")


def other_part(handler: Handler, content: bytes) -> None:
    """The start of the file as an answer to who asked for its rest."""
    span = f"bytes 0-{len(content) - 1}/{len(content)}"
    handler.start(206, Content_Length=len(content), Content_Range=span)
    handler.wfile.write(content)


def redirect(address: str) -> Answer:
    """Look there."""
    return lambda handler, _: handler.start(302, Location=address, Content_Length=0)


@dataclass
class Mirror:
    """A server of ``files``, by path. ``answers`` are for the next requests, then ``usual``."""

    address: str
    server: ThreadingHTTPServer
    files: dict[str, bytes] = field(default_factory=dict)
    answers: deque[Answer] = field(default_factory=deque)
    usual: Answer = serve
    asked: list[Asked] = field(default_factory=list)
    stalling: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    def holds(self, dataset: Dataset, contents: dict[str, bytes]) -> None:
        """Serve the files of a data set, gzipped, as a school's own mirror does."""
        for file in dataset.files:
            self.files[f"/{dataset.name}/{file.name}.gz"] = gzip.compress(contents[file.name])

    def secure(self, certificate: Path) -> None:
        """Speak https from now on, with a certificate and its key in one file."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)

    @property
    def pattern(self) -> str:
        """The address of each of those files."""
        return f"{self.address}/mnist/{{name}}.gz"


@pytest.fixture
def make_mirror(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Mirror]]:
    """Starts mirrors that end with the test."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("ADVGUI_DATA", "ADVGUI_MIRRORS"):
        monkeypatch.delenv(name, raising=False)
    servers: list[tuple[_Server, threading.Thread]] = []

    def make() -> Mirror:
        server = _Server(("127.0.0.1", 0), Handler)
        server.mirror = Mirror(f"http://127.0.0.1:{server.server_port}", server)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        servers.append((server, thread))
        return server.mirror

    yield make
    for server, thread in servers:
        server.mirror.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def mirror(make_mirror: Callable[[], Mirror]) -> Mirror:
    """One such mirror."""
    return make_mirror()


def _idx(values: Bytes) -> bytes:
    sides = b"".join(side.to_bytes(4, "big") for side in values.shape)
    return (0x0800 + values.ndim).to_bytes(4, "big") + sides + values.tobytes()


def tiny_contents() -> dict[str, bytes]:
    """The four files of an MNIST of 400 and 100 images that do not pack well."""
    random = np.random.default_rng(0)
    contents = {}
    for part, count in (("train", 400), ("t10k", 100)):
        images = random.integers(0, 256, (count, 28, 28), dtype=np.uint8)
        contents[f"{part}-images-idx3-ubyte"] = _idx(images)
        contents[f"{part}-labels-idx1-ubyte"] = _idx(np.arange(count, dtype=np.uint8) % 10)
    return contents


TINY: Final = tiny_contents()


def described(contents: dict[str, bytes], *mirrors: str) -> Dataset:
    """A data set of those files, as MNIST's place in the program."""
    files = tuple(
        DataFile(
            name=name,
            packed=len(gzip.compress(content)),
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
        )
        for name, content in contents.items()
    )
    return Dataset(
        name="mnist",
        title="MNIST",
        about="500 digits",
        licence="CC0",
        files=files,
        mirrors=mirrors,
    )
