"""What compress packed is unpacked as gzip unpacks it; what is damaged does no harm."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.datasets.lzw import LzwError, decompress
from tests.core.datasets.compress import compress

PLENTY = 1 << 24
few_letters = st.lists(st.sampled_from([b"a", b"b", b"\0", b"abc"]), max_size=3000).map(b"".join)
contents = st.binary(max_size=3000) | few_letters
widths = st.integers(10, 16)
clears = st.none() | st.integers(1, 600)


@given(contents, widths, clears)
def test_what_was_packed_is_unpacked(content: bytes, widest: int, clear: int | None) -> None:
    assert decompress(compress(content, widest, clear_every=clear), PLENTY) == content


@pytest.mark.parametrize("widest", [10, 12, 16])
@pytest.mark.parametrize("clear", [None, 700])
def test_gzip_unpacks_the_same(widest: int, clear: int | None) -> None:
    gzip = shutil.which("gzip")
    if gzip is None:
        pytest.skip("this machine has no gzip program")
    content = b"".join(b"%d %d\n" % (n % 400, n * n % 399) for n in range(20_000))
    packed = compress(content, widest, clear_every=clear)
    done = subprocess.run([gzip, "-dc"], input=packed, capture_output=True, check=True)
    assert decompress(packed, PLENTY) == done.stdout == content


@given(contents, st.data())
def test_what_is_cut_short_gives_the_start(content: bytes, data: st.DataObject) -> None:
    packed = compress(content)
    cut = data.draw(st.integers(3, len(packed)))
    assert content.startswith(decompress(packed[:cut], PLENTY))


@given(st.binary(max_size=300), st.integers(0, 255))
def test_rubbish_is_refused_or_gives_bytes(content: bytes, flags: int) -> None:
    try:
        unpacked = decompress(b"\x1f\x9d" + bytes([flags]) + content, 5000)
    except LzwError:
        return
    assert len(unpacked) <= 5000 + len(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x1f\x9d",
        b"\x1f\x8b\x90aaaa",
        b"\x1f\x9d\x89aaaa",
        b"\x1f\x9d\x91aaaa",
        b"\x1f\x9d\x90\xff\xff\xff",
    ],
)
def test_what_compress_cannot_have_written_is_refused(content: bytes) -> None:
    with pytest.raises(LzwError):
        decompress(content, PLENTY)


def test_no_more_is_unpacked_than_is_wanted() -> None:
    packed = compress(bytes(300_000))
    assert len(packed) < 2_000
    assert 50_000 < len(decompress(packed, 50_000)) < 52_000
