"""A file is found under its names, is known by its first bytes, and comes out the same."""

import gzip
from pathlib import Path

import pytest

from advgui.core.datasets.packed_files import (
    PackingError,
    find_file,
    read_head,
    read_unpacked,
    required_file,
    unpack,
)
from advgui.core.errors import DatasetError

NAME = "pendigits-orig.tra"
CONTENT = b".SEGMENT DIGIT 0\n" * 1000
PACKED = {"plain": CONTENT, "gzip": gzip.compress(CONTENT)}


@pytest.fixture(params=[*PACKED])
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A file, packed or not, under a name that does not tell."""
    path = tmp_path / NAME
    path.write_bytes(PACKED[request.param])
    return path


@pytest.mark.parametrize(
    "name", ["train-images-idx3-ubyte", "train-images.idx3-ubyte", "train-images-idx3-ubyte.gz"]
)
def test_a_file_is_found_under_any_of_its_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert find_file(tmp_path, "train-images-idx3-ubyte") == tmp_path / name


def test_a_file_that_is_not_there_is_named_with_its_folder(tmp_path: Path) -> None:
    with pytest.raises(DatasetError) as caught:
        required_file(tmp_path, NAME)
    assert str(caught.value) == f"{tmp_path}: {NAME} (or {NAME}.gz) is not there."


def test_of_a_file_that_compress_has_packed_it_is_told_how_to_unpack_it(tmp_path: Path) -> None:
    packed = tmp_path / f"{NAME}.Z"
    packed.write_bytes(b"\x1f\x9d\x90")
    assert find_file(tmp_path, NAME) is None
    with pytest.raises(DatasetError) as caught:
        required_file(tmp_path, NAME)
    assert str(caught.value) == (
        f"{packed}: packed by compress (.Z), which advgui does not read; unpack it there, "
        f"with gzip -d {NAME}.Z or with 7-Zip."
    )


def test_every_packing_gives_the_same_bytes(path: Path) -> None:
    assert read_unpacked(path) == CONTENT


@pytest.mark.parametrize("size", [100, len(CONTENT)])
def test_the_head_is_the_start_of_all(path: Path, size: int) -> None:
    assert read_head(path, size) == CONTENT[:size]


def test_a_head_can_be_told_by_the_first_bytes(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(PACKED["gzip"][:60])
    head = read_head(tmp_path / NAME, 100)
    assert len(head) >= 17
    assert CONTENT.startswith(head)


def test_more_than_is_wanted_is_refused() -> None:
    with pytest.raises(PackingError, match="too large once unpacked"):
        unpack(PACKED["gzip"], 1000)


def test_what_is_cut_short_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(PACKED["gzip"][:-30])
    with pytest.raises(DatasetError, match=f"{NAME}: cut short, its gzip compression does not end"):
        read_unpacked(tmp_path / NAME)


def test_damage_is_told_by_the_head(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"\x1f\x8b rubbish")
    with pytest.raises(DatasetError, match=f"{NAME}: its gzip compression is damaged"):
        read_head(tmp_path / NAME, 10)
