"""The install script, with a program that only tells its version, in a home of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pack_linux
import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a script for Linux")
ID = pack_linux.ID


class Home:
    """A user's home directory with blanks and worse in its path, and an unpacked archive."""

    def __init__(self, folder: Path, name: str = 'the "home" of $USER') -> None:
        self.folder = folder / name
        self.folder.mkdir()
        self.unpacked = folder / "un packed"
        self.program = self.folder / ".local/opt/advgui"
        self.link = self.folder / ".local/bin/advgui"
        self.share = self.folder / ".local/share"
        self.entry = self.share / f"applications/{ID}.desktop"

    def unpack(self, version: str, code: int = 0) -> None:
        """What is in the archive of a version; its program ends with a code."""
        shutil.rmtree(self.unpacked, ignore_errors=True)
        (self.unpacked / "advgui/_internal").mkdir(parents=True)
        program = self.unpacked / "advgui/advgui"
        program.write_text(f"#!/bin/sh\necho advgui {version} $*\nexit {code}\n")
        program.chmod(0o755)
        (self.unpacked / f"advgui/_internal/{version}").touch()
        pack_linux.put_shared(self.unpacked / "share")
        pack_linux.put(pack_linux.LINUX / "install.sh", self.unpacked / "install.sh")

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run the script, or a program, as the user whose home it is."""
        environment = {"HOME": str(self.folder), "PATH": os.environ["PATH"]}
        return subprocess.run(
            arguments, env=environment, cwd="/", capture_output=True, check=False, text=True
        )

    def install(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(self.unpacked / "install.sh", *arguments)

    def has(self, version: str) -> bool:
        """Whether the program is there in this version, and nothing of another one."""
        said = self.run(self.link).stdout.split()
        inside = [path.name for path in (self.program / "_internal").iterdir()]
        beside = [path.name for path in self.program.parent.iterdir()]
        return (said[1:], inside, beside) == ([version], [version], ["advgui"])


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path)
    made.unpack("1.0")
    return made


def test_it_installs_the_program_and_tells_the_desktop(home: Home) -> None:
    done = home.install()
    assert done.returncode == 0, done.stderr
    assert "is installed" in done.stdout
    assert home.has("1.0")
    for place in ("icons/hicolor/48x48/apps/{}.png", "mime/packages/{}.xml"):
        assert (home.share / place.format(ID)).is_file()


def test_the_menu_finds_the_program_in_a_path_with_blanks_and_signs(home: Home) -> None:
    home.install()
    (line,) = (x for x in home.entry.read_text("utf-8").splitlines() if x.startswith("Exec="))
    told = line.removeprefix("Exec=").replace("\\\\", "\\")  # a string's escapes come first
    path = told.removesuffix(" %f").strip('"')  # then those of a quoted argument
    assert path.replace('\\"', '"').replace("\\$", "$") == str(home.program / "advgui")


def test_a_plain_path_is_not_quoted(tmp_path: Path) -> None:
    home = Home(tmp_path, "somebody")
    home.unpack("1.0")
    home.install()
    assert f"\nExec={home.program}/advgui %f\n" in home.entry.read_text("utf-8")


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="it is not installed")
def test_the_menus_entry_is_valid_once_it_is_installed(home: Home) -> None:
    home.install()
    done = home.run("desktop-file-validate", home.entry)
    assert (done.returncode, "error" in done.stdout) == (0, False), done.stdout


def test_a_newer_version_takes_the_place_of_the_older_one(home: Home) -> None:
    home.install()
    home.unpack("2.0")
    assert home.install().returncode == 0
    assert home.has("2.0")


def test_a_program_that_does_not_start_leaves_the_old_one(home: Home) -> None:
    home.install()
    home.unpack("2.0", code=1)
    done = home.install()
    assert done.returncode == 1
    assert done.stderr.startswith("install.sh: the program does not start")
    assert home.has("1.0")


def test_an_archive_that_is_not_whole_leaves_the_old_one(home: Home) -> None:
    home.install()
    shutil.rmtree(home.unpacked / "advgui")
    done = home.install()
    assert done.returncode == 1
    assert done.stderr == "install.sh: the folder advgui is not beside this script.\n"
    assert home.has("1.0")


def test_a_copy_that_breaks_off_leaves_the_old_one(home: Home, tmp_path: Path) -> None:
    home.install()
    home.unpack("2.0")
    (tmp_path / "cp").write_text('#!/bin/sh\nmkdir -p "$3"\nexit 1\n')
    (tmp_path / "cp").chmod(0o755)
    path = f"PATH={tmp_path}:{os.environ['PATH']}"
    done = home.run("env", path, home.unpacked / "install.sh")
    assert done.returncode == 1
    assert done.stderr.endswith("cannot be written; nothing was changed.\n")
    assert home.has("1.0")


def test_what_else_has_its_name_is_left_alone(home: Home) -> None:
    home.program.mkdir(parents=True)
    (home.program / "mine").touch()
    done = home.install()
    assert "is something else" in done.stderr
    assert [path.name for path in home.program.iterdir()] == ["mine"]
    (home.program / "mine").unlink()
    home.program.rmdir()
    home.link.parent.mkdir()
    home.link.write_text("#!/bin/sh\necho pip\n")
    assert "was left alone" in home.install().stdout
    assert home.link.read_text() == "#!/bin/sh\necho pip\n"


def test_uninstalling_leaves_no_file_but_the_settings(home: Home) -> None:
    settings = home.folder / ".config/advgui/advgui.conf"
    settings.parent.mkdir(parents=True)
    settings.touch()
    home.install()
    done = home.run(home.program / "install.sh", "uninstall")
    assert done.returncode == 0, done.stderr
    cached = ("mimeinfo.cache", "mime/")
    left = [str(p.relative_to(home.share)) for p in home.share.rglob("*") if p.is_file()]
    assert not [path for path in left if not path.endswith(cached[0]) and cached[1] not in path]
    assert not (home.share / f"mime/packages/{ID}.xml").exists()
    assert not home.program.exists()
    assert not home.link.is_symlink()
    assert settings.exists()


def test_wrong_use_is_told_and_changes_nothing(home: Home) -> None:
    done = home.install("remove")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "install.sh: usage: install.sh [uninstall]\n"
    assert not (home.folder / ".local").exists()
