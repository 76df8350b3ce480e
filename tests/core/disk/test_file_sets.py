"""Several files become new together, or stay old together."""

import sys
from pathlib import Path

import pytest

from advgui.core.disk.file_sets import make_together, replace_together, resolve
from tests.fake_disk import refused

OLD = {"a": b"old a", "b": b"old b"}
NEW = {"a": b"new a", "b": b"new b"}
LINKS = frozenset({"os.symlink"})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def nothing(_: Path) -> None:
    """Nothing is looked at."""


def refuse(_: Path) -> None:
    raise ValueError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with old files, and one that is somebody else's."""
    for name, content in {**OLD, "mine": b"mine"}.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("knows_links", [True, False])
def test_they_are_replaced_and_nothing_else_is_touched(folder: Path, knows_links: bool) -> None:
    with refused(frozenset() if knows_links else LINKS):
        replace_together(folder, NEW, nothing)
    assert contents(folder) == {**NEW, "mine": b"mine"}
    assert not any(path.is_symlink() for path in folder.iterdir())


def test_who_checks_sees_the_new_ones_before_they_take_their_places(folder: Path) -> None:
    seen: list[dict[str, bytes]] = []

    def look(written: Path) -> None:
        seen.extend([contents(written), {name: (folder / name).read_bytes() for name in OLD}])

    replace_together(folder, NEW, look)
    assert seen == [NEW, OLD]


def test_what_is_refused_leaves_all_as_it_was(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it is the one from above
        replace_together(folder, NEW, refuse)
    with pytest.raises(ValueError):  # noqa: PT011
        make_together(folder / "made", NEW, refuse)
    assert contents(folder) == {**OLD, "mine": b"mine"}


def test_a_new_folder_has_all_of_its_files(tmp_path: Path) -> None:
    make_together(tmp_path / "made", NEW, nothing)
    assert contents(tmp_path / "made") == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="most users of Windows may make no links")
@pytest.mark.parametrize(("current", "left"), [("old", OLD), ("new", NEW)])
def test_what_was_cut_short_is_finished_as_it_was_seen(
    tmp_path: Path, current: str, left: dict[str, bytes]
) -> None:
    place = tmp_path / "advgui-0123456789abcdef"
    for kind, files in (("old", OLD), ("new", NEW)):
        (place / kind).mkdir(parents=True)
        for name, content in files.items():
            (place / kind / name).write_bytes(content)
    (place / "seen").symlink_to(current)
    for name in OLD:
        (tmp_path / name).symlink_to(f"{place.name}/seen/{name}")
    resolve(tmp_path, place.name)
    assert contents(tmp_path) == left
