"""A zip of a session is read by limits, and whatever is wrong with it is told."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from advgui.core.errors import SessionFileError
from advgui.lab.sessions import members
from advgui.lab.sessions.members import FolderMembers, Packed, ZipMembers, write_zip, zip_bytes

PARTS = [("session.json", b"{}" * 50), ("runs/7.png", b"\x89PNG"), ("runs/7.json", b"")]


def zipped(*named: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in named:
            archive.writestr(name, content)
    return buffer.getvalue()


def test_parts_come_back_as_they_were() -> None:
    found = ZipMembers(zip_bytes(PARTS))
    assert [(name, found.packed(name).unpacked()) for name in found.names] == PARTS


def test_the_same_parts_give_the_same_bytes() -> None:
    assert zip_bytes(PARTS) == zip_bytes(PARTS)


def test_parts_in_a_folder_are_read_alike(tmp_path: Path) -> None:
    (tmp_path / "runs").mkdir()
    (tmp_path / "session.json").write_bytes(PARTS[0][1])
    (tmp_path / "runs/7.zip").write_bytes(zip_bytes(PARTS[1:]))
    (tmp_path / "runs/8.zip").write_bytes(b"damaged")
    (tmp_path / "notes.txt").write_text("somebody's")
    found = FolderMembers(tmp_path)
    assert set(found.names) == {name for name, _ in PARTS}
    assert [(name, found.packed(name).unpacked()) for name, _ in PARTS] == PARTS
    with pytest.raises(ValueError, match=r"lacks drawing\.json"):
        found.packed("drawing.json")


@pytest.mark.parametrize(
    "name", ["../session.json", "/etc/passwd", "runs/0.json", "runs/../7.json", "x", "runs/7.py"]
)
def test_a_part_that_no_session_has_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no session, as it holds"):
        ZipMembers(zipped((name, b"")))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped(("runs/1.json", bytes(3 * 2**20)))
    assert len(bomb) < 4096
    with pytest.raises(ValueError, match="has more than 2 MB"):
        ZipMembers(bomb)


def test_a_part_that_becomes_larger_than_it_says_is_refused() -> None:
    content = bytearray(zipped(("runs/1.json", bytes(2**20))))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    with pytest.raises(ValueError, match="not a complete session"):
        ZipMembers(bytes(content)).packed("runs/1.json").unpacked()


def test_too_many_parts_are_refused_by_what_their_list_says() -> None:
    content = bytearray(zip_bytes(PARTS))
    content[-12:-10] = b"\xff\xff"
    with pytest.raises(ValueError, match="more than 10,000 runs"):
        ZipMembers(bytes(content))


def test_a_list_that_is_told_of_elsewhere_is_refused() -> None:
    content = zip_bytes(PARTS)
    with pytest.raises(ValueError, match="more than 256 MB"):
        ZipMembers(content[:-22] + b"PK\x06\x07" + bytes(16) + content[-22:])


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two parts of one name"):
        ZipMembers(zipped(PARTS[0], PARTS[0]))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(method: int) -> None:
    with pytest.raises(ValueError, match="packed in a way that is not read"):
        ZipMembers(zipped(PARTS[0], method=method))


@pytest.mark.parametrize("content", [b"", b"PK", bytes(10_000), b"PK\x05\x06" + bytes(17)])
def test_what_is_no_zip_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not a complete session"):
        ZipMembers(content)


def test_every_cut_and_every_flipped_bit_is_told_or_does_no_harm() -> None:
    whole = zip_bytes(PARTS)
    harmless = 0
    for at in range(len(whole)):
        damaged = [whole[:at], whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :]]
        for content in damaged:
            try:
                found = ZipMembers(content)
                read = [(name, found.packed(name).unpacked()) for name in found.names]
            except ValueError:
                continue
            assert read == PARTS
            harmless += 1
    assert harmless < len(whole)


def test_what_is_damaged_inside_is_told() -> None:
    packed = Packed.of(bytes(1000))
    cut = Packed(packed.content[:-3], packed.size, packed.checksum, packed.deflated)
    with pytest.raises(ValueError, match="not a complete session"):
        cut.unpacked()
    wrong = Packed(packed.content, packed.size, zlib.crc32(b"else"), packed.deflated)
    with pytest.raises(ValueError, match="not a complete session"):
        wrong.unpacked()


def test_a_session_that_could_not_be_opened_again_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(members, "SESSION_BYTES", 100)
    path = tmp_path / "large.advgui"
    with pytest.raises(SessionFileError, match="delete some of its runs first"):
        write_zip(path, PARTS)
    assert not path.exists()
