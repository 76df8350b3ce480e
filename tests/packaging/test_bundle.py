"""What is measured of the bundle, and the licences that come with it."""

import tarfile
from pathlib import Path

import bundle
import notices
import pytest
import qt_libraries


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "advgui"
    (made / "_internal").mkdir(parents=True)
    (made / "advgui").write_bytes(b"x" * 1_500_000)
    (made / "_internal/link").symlink_to(made / "advgui")
    return made


def test_a_file_is_counted_once_however_often_it_is_linked(folder: Path) -> None:
    assert bundle.size_of(folder) == 1.5


def test_the_download_holds_the_folder_and_nobody_s_name(folder: Path) -> None:
    with tarfile.open(bundle.pack(folder)) as archive:
        members = {member.name: member for member in archive.getmembers()}
    assert set(members) == {"advgui", "advgui/advgui", "advgui/_internal", "advgui/_internal/link"}
    assert {(member.uid, member.uname) for member in members.values()} == {(0, "root")}


def test_the_licences_of_all_that_is_bundled_are_there(folder: Path) -> None:
    notices.write_notices(folder)
    told = (folder / "THIRD-PARTY.txt").read_text("utf-8")
    for name in ("numpy", "PySide6", "pillow", "safetensors", "requests", "certifi"):
        assert f"\n{name}" in told
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (folder / "LGPL-3.0.txt").read_text("utf-8")
    assert (folder / "GPL-3.0.txt").is_file()
    assert (folder / "LICENSE").is_file()


def test_a_bundle_of_scripts_needs_no_library_of_the_system(folder: Path) -> None:
    assert qt_libraries.needed_of_system(folder, qt_libraries.heads(folder)) == set()
