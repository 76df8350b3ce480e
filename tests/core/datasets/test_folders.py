"""The data sets are found where a user has them, and nowhere by accident."""

from pathlib import Path

import pytest

from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS, Dataset
from advgui.core.datasets.folders import (
    cache_folder,
    find_data,
    forget,
    holds,
    inside,
    places,
    remember,
    unread_words,
    within,
)
from advgui.core.errors import DatasetError
from tests.fake_server import TINY, described


@pytest.fixture(autouse=True)
def _nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADVGUI_DATA", raising=False)


@pytest.fixture
def tiny() -> Dataset:
    return described(TINY)


def fill(folder: Path, *, suffix: str = "") -> Path:
    folder.mkdir(parents=True)
    for name, content in TINY.items():
        (folder / f"{name}{suffix}").write_bytes(content)
    return folder


def test_the_cache_is_the_users_own(home: Path) -> None:
    assert cache_folder(MNIST).is_relative_to(home)
    assert cache_folder(MNIST).name == "mnist"
    assert find_data(MNIST) is None


def test_a_named_folder_comes_before_the_variable_and_that_before_the_cache(
    tiny: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(cache_folder(tiny))
    assert find_data(tiny) == cache_folder(tiny)
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path / "shared"))
    assert find_data(tiny) == cache_folder(tiny)
    shared = fill(tmp_path / "shared/mnist")
    assert find_data(tiny) == shared
    named = fill(tmp_path / "named")
    remember(tiny, named)
    assert find_data(tiny) == named
    assert places(tiny) == (named, shared, cache_folder(tiny))
    forget(tiny)
    assert find_data(tiny) == shared


def test_one_folder_is_remembered_for_each_data_set(tmp_path: Path) -> None:
    remember(MNIST, tmp_path / "a")
    remember(PEN_DIGITS, tmp_path / "b")
    remember(MNIST, tmp_path / "c")
    assert places(MNIST)[0] == tmp_path / "c"
    assert places(PEN_DIGITS)[0] == tmp_path / "b"


def test_a_folder_is_remembered_wherever_the_program_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    remember(MNIST, Path("here"))
    monkeypatch.chdir("/")
    assert places(MNIST)[0] == tmp_path / "here"


@pytest.mark.parametrize("rubbish", ["", "[]", '{"mnist": 3}', '{"mnist": "', "\0"])
def test_rubbish_in_what_was_remembered_does_no_harm(
    rubbish: str, tmp_path: Path, home: Path
) -> None:
    remember(MNIST, tmp_path)
    (file,) = home.rglob("folders.json")
    file.write_text(rubbish)
    assert places(MNIST) == (cache_folder(MNIST),)
    remember(MNIST, tmp_path)
    assert places(MNIST)[0] == tmp_path


def test_what_cannot_be_written_down_is_told(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "file"))
    with pytest.raises(DatasetError, match="cannot be made"):
        remember(MNIST, tmp_path)


def test_one_file_of_four_is_not_enough(tiny: Dataset, tmp_path: Path) -> None:
    folder = fill(tmp_path / "data")
    assert holds(tiny, folder)
    (folder / "t10k-labels-idx1-ubyte").unlink()
    assert not holds(tiny, folder)
    with pytest.raises(DatasetError, match="t10k-labels-idx1-ubyte is not there"):
        inside(tiny, folder)


def test_what_is_half_written_in_the_cache_counts_as_missing(tiny: Dataset) -> None:
    folder = fill(cache_folder(tiny))
    (folder / "t10k-labels-idx1-ubyte").write_bytes(b"")
    assert find_data(tiny) is None


@pytest.mark.parametrize("part", ["", "mnist", "MNIST/raw"])
def test_the_folder_around_it_will_do(tiny: Dataset, tmp_path: Path, part: str) -> None:
    folder = fill(tmp_path / "chosen" / part)
    assert inside(tiny, tmp_path / "chosen") == within(tiny, tmp_path / "chosen") == folder


def test_a_folder_whose_files_are_something_else_is_refused(tiny: Dataset, tmp_path: Path) -> None:
    folder = fill(tmp_path / "data")
    (folder / "train-images-idx3-ubyte").write_bytes(b"rubbish, and more of it")
    with pytest.raises(DatasetError, match=r"train-images-idx3-ubyte: .* magic number"):
        inside(tiny, folder)


@pytest.mark.parametrize("content", [b"", b"rubbish", b".SEGMENT rubbish"])
def test_pen_digits_that_are_none_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pendigits-orig.tra").write_bytes(content)
    with pytest.raises(DatasetError, match="no pen digits in it"):
        inside(PEN_DIGITS, tmp_path)


def test_the_real_files_are_taken(mnist: Path, pendigits: Path) -> None:
    assert inside(MNIST, mnist) == mnist
    assert inside(PEN_DIGITS, pendigits) == pendigits


def test_a_name_that_no_disk_takes_is_no_folder(tiny: Dataset) -> None:
    with pytest.raises(DatasetError, match="does not hold MNIST"):
        inside(tiny, Path("x" * 5000))


def test_a_file_that_compress_has_packed_is_found_and_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    assert unread_words(PEN_DIGITS) == ""
    packed = tmp_path / "pendigits" / "pendigits-orig.tra.Z"
    packed.parent.mkdir()
    packed.write_bytes(b"\x1f\x9d\x90")
    assert find_data(PEN_DIGITS) is None
    assert unread_words(PEN_DIGITS).startswith(f"{packed}: packed by compress (.Z)")
    with pytest.raises(DatasetError, match=r"gzip -d pendigits-orig\.tra\.Z or with 7-Zip"):
        inside(PEN_DIGITS, packed.parent)
