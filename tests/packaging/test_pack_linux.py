"""Linux' packages, made from a folder that looks like the frozen one."""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pack_linux
import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are packages for Linux")
ID = pack_linux.ID


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not installed")


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A program of this system, and a library that is bundled with it."""
    folder = tmp_path / "frozen"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy(shutil.which("true") or "", folder / "advgui")
    (folder / "_internal/data").write_text("data")
    (folder / "_internal/data").chmod(0o600)
    (folder / "_internal/link").symlink_to("data")
    return folder


def test_the_archive_is_nobodys_and_readable_for_everyone(frozen: Path, tmp_path: Path) -> None:
    path = pack_linux.make_tar(frozen, tmp_path, tmp_path / "work")
    top = f"advgui-{pack_linux.VERSION}"
    with tarfile.open(path) as tar:
        members = {member.name: member for member in tar.getmembers()}
    assert {member.uid for member in members.values()} == {0}
    modes = {name: members[f"{top}/{name}"].mode for name in ("install.sh", "advgui/advgui")}
    assert set(modes.values()) == {0o755}
    assert members[f"{top}/advgui/_internal/data"].mode == 0o644
    assert members[f"{top}/advgui/_internal/link"].issym()
    assert f"{top}/share/icons/hicolor/48x48/apps/{ID}.png" in members


@needs("objdump")
@needs("dpkg-deb")
def test_the_same_folder_gives_the_same_packages(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for make in (pack_linux.make_tar, pack_linux.make_deb):
        made = []
        for time in ("first", "second"):
            work = tmp_path / make.__name__ / time
            work.mkdir(parents=True)
            made.append(make(frozen, work, work / "inside").read_bytes())
        assert made[0] == made[1]


@needs("objdump")
def test_what_is_linked_to_and_not_bundled_has_to_be_there(frozen: Path) -> None:
    first, *others = pack_linux.depends(frozen)
    assert first.startswith("libc6 (>= 2.")
    assert others == ["fontconfig-config", "xkb-data"]


@needs("objdump")
@needs("dpkg-deb")
def test_the_package_has_all_in_its_place(frozen: Path, tmp_path: Path) -> None:
    path = pack_linux.make_deb(frozen, tmp_path, tmp_path / "work")
    listed = subprocess.run(
        ["dpkg-deb", "--contents", path], capture_output=True, check=True, text=True
    ).stdout
    places = ("bin/advgui", f"share/applications/{ID}.desktop", f"share/mime/packages/{ID}.xml")
    documents = ("share/doc/advgui/copyright", f"share/metainfo/{ID}.metainfo.xml")
    for place in (*places, *documents, "lib/advgui/advgui"):
        assert f" ./usr/{place}" in listed
    assert "./usr/bin/advgui -> ../lib/advgui/advgui" in listed
    assert all(" root/root " in line for line in listed.splitlines())


def test_what_is_not_frozen_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="holds no frozen advgui"):
        pack_linux.main(["--frozen", str(tmp_path)])
