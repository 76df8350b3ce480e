"""What is loaded of a library stays as it is, and the rest is gone."""

import re
import shutil
import struct
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import elf
import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no ELF files")

LOAD = 1
Image = list[tuple[int, int, int, bytes]]


def packages() -> Path:
    spec = find_spec("numpy")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parents[1]


#: Libraries that patchelf has put more into, and one that it has not.
LIBRARIES = sorted(
    path
    for pattern in (
        "numpy.libs/*openblas*",
        "PIL/_imaging.*.so",
        "pillow.libs/libXau*",
        "PySide6/QtSvg.*so",
    )
    for path in packages().glob(pattern)
)


def image(content: bytes) -> Image:
    """What is in memory once it is loaded, without the tables of places in the file."""
    (table,) = struct.unpack_from("<Q", content, 32)
    bare = bytearray(content)
    bare[:64] = bytes(64)
    bare[table : table + len(elf.segments(content)) * 56] = bytes(len(elf.segments(content)) * 56)
    return [
        (one.kind, one.address, one.room, bytes(bare[one.offset : one.offset + one.length]))
        for one in elf.segments(content)
        if one.kind == LOAD
    ]


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda path: path.name.split(".")[0])
class TestOfALibrary:
    def test_memory_is_the_same(self, library: Path) -> None:
        content = library.read_bytes()
        squeezed = elf.squeezed(content)
        assert image(squeezed) == image(content)
        assert len(squeezed) <= len(content)

    def test_pages_can_be_mapped(self, library: Path) -> None:
        for one in elf.segments(elf.squeezed(library.read_bytes())):
            assert (one.address - one.offset) % (one.align or 1) == 0

    def test_it_says_the_same_of_what_it_needs(self, library: Path, tmp_path: Path) -> None:
        if not shutil.which("objdump"):
            pytest.skip("there is no objdump")
        made = tmp_path / library.name
        made.write_bytes(elf.squeezed(library.read_bytes()))
        first, second = (
            subprocess.run(["objdump", "-p", path], capture_output=True, check=True, text=True)
            for path in (library, made)
        )
        asked = re.compile(r"NEEDED.*|GLIBC_.*")
        assert asked.findall(first.stdout) == asked.findall(second.stdout) != []


def test_debugging_and_gaps_are_gone() -> None:
    """Of Pillow, three quarters are what a debugger reads."""
    for library in LIBRARIES:
        if library.parent.name in {"PIL", "pillow.libs"}:
            content = library.read_bytes()
            loaded = sum(one.length for one in elf.segments(content) if one.kind == LOAD)
            pages = 0x10000 * len(elf.segments(content))
            assert len(elf.squeezed(content)) < loaded + pages


def test_it_can_be_loaded_and_used(tmp_path: Path) -> None:
    folder = packages() / "numpy.libs"
    if not folder.is_dir():
        pytest.skip("this numpy brings no libraries of its own")
    for library in folder.iterdir():
        (tmp_path / library.name).write_bytes(elf.squeezed(library.read_bytes()))
    (openblas,) = tmp_path.glob("*openblas*")
    program = (
        f"import ctypes; print(ctypes.CDLL({str(openblas)!r}).scipy_openblas_get_parallel64_())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().isdigit()


def test_what_is_no_such_file_stays_as_it_is() -> None:
    assert elf.squeezed(b"#!/bin/sh\n") == b"#!/bin/sh\n"
    assert elf.squeezed(b"") == b""


def test_segments_that_share_bytes_stay_as_they_are() -> None:
    head = bytearray(64)
    head[:6] = b"\x7fELF\x02\x01"
    struct.pack_into("<Q", head, 32, 64)
    struct.pack_into("<HH", head, 54, 56, 2)
    rows = [(LOAD, 4, 0, 0, 0, 200, 200, 4096), (LOAD, 4, 100, 4196, 4196, 100, 100, 4096)]
    content = bytes(head) + b"".join(struct.pack("<II6Q", *row) for row in rows) + bytes(100)
    assert elf.squeezed(content) == content
