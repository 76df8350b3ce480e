"""Commands whose memory is watched, and files that tell of more than they hold."""

import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.commands.conftest import Ran, environment

MOST: Final = 500
"""Megabytes that no file may make a command take."""

# Of its own memory a process is told the most here, not that of the one that started it.
_STATUS: Final = Path("/proc/self/status")
_WATCHED: Final = """
import sys
from pathlib import Path
from advgui.__main__ import main
code = main(sys.argv[2:])
(peak,) = [line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line]
Path(sys.argv[1]).write_text(peak.split()[1])
sys.exit(code)
"""

Watched = Callable[..., Ran]


@pytest.fixture
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """Runs a command in a process of its own, that has to stay below ``MOST`` megabytes."""
    if not _STATUS.exists():
        pytest.skip("the most memory that was taken is told by Linux only")
    note = tmp_path_factory.mktemp("watched") / "peak"

    def call(*arguments: object) -> Ran:
        command = [sys.executable, "-W", "error", "-c", _WATCHED, note, *arguments]
        done = subprocess.run(
            list(map(str, command)),
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=100,
            check=False,
        )
        assert int(note.read_text()) < MOST * 1000, done.stderr
        return Ran(done.returncode, done.stdout, done.stderr)

    return call


def png(width: int, height: int, depth: int, colour: int, row: bytes) -> bytes:
    """A PNG of equal rows, made without its pixels; ``depth`` and ``colour`` as in its header."""
    packer = zlib.compressobj(1)
    rows = b"".join(packer.compress(b"\0" + row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
