"""However a file is packed, it is known by its first bytes and comes out the same."""

import gzip
import io
import zipfile

import pytest

from advgui.core.datasets.unpacking import PackingError, unpack, unpack_head
from tests.core.datasets.compress import compress

NAME = "pendigits-orig.tra"
CONTENT = b".SEGMENT DIGIT 0\n" * 1000


def zipped(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("about.txt", b"Something else.")
        archive.writestr(name, content)
    return packed.getvalue()


PACKED = {
    "plain": CONTENT,
    "gzip": gzip.compress(CONTENT),
    "compress": compress(CONTENT),
    "zip": zipped(NAME, CONTENT),
    "compress in zip": zipped(f"set/{NAME}.Z", compress(CONTENT)),
    "gzip in zip": zipped(f"{NAME}.gz", gzip.compress(CONTENT)),
}


@pytest.mark.parametrize("packed", PACKED.values(), ids=PACKED)
def test_every_packing_gives_the_same_bytes(packed: bytes) -> None:
    assert unpack(packed, len(CONTENT), NAME) == CONTENT


@pytest.mark.parametrize("packing", ["gzip", "compress", "zip", "gzip in zip"])
def test_more_than_is_wanted_is_refused(packing: str) -> None:
    with pytest.raises(PackingError, match="too large once unpacked"):
        unpack(PACKED[packing], 1000, NAME)


@pytest.mark.parametrize("size", [1, 100, len(CONTENT)])
@pytest.mark.parametrize("packing", ["plain", "gzip", "compress"])
def test_the_head_is_the_start_of_all(packing: str, size: int) -> None:
    assert unpack_head(PACKED[packing], size) == CONTENT[:size]


@pytest.mark.parametrize("packing", ["gzip", "compress"])
def test_a_head_can_be_told_by_the_first_bytes(packing: str) -> None:
    assert CONTENT.startswith(unpack_head(PACKED[packing][:60], 100))
    assert unpack_head(PACKED[packing][:60], 17) == CONTENT[:17]


@pytest.mark.parametrize("packing", ["gzip", "zip", "gzip in zip"])
def test_what_is_cut_short_is_told(packing: str) -> None:
    with pytest.raises(PackingError):
        unpack(PACKED[packing][:-30], len(CONTENT), NAME)


def test_an_archive_without_the_file_says_so() -> None:
    with pytest.raises(PackingError, match=f"no {NAME} in its zip archive"):
        unpack(zipped("other.tra", CONTENT), len(CONTENT), NAME)


@pytest.mark.parametrize("packed", [b"\x1f\x8b rubbish", b"\x1f\x9d\xff rubbish"])
def test_damage_is_told_by_the_head(packed: bytes) -> None:
    with pytest.raises(PackingError, match="damaged"):
        unpack_head(packed, 10)
