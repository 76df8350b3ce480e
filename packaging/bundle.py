"""Build dist/advgui, the folder that runs where no Python is, and say how large it is.

Run by ``python3 packaging/start.py bundle``, or by any Python that has the group ``bundle``.
"""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Final

from notices import write_notices

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "dist/advgui"
MEGABYTE: Final = 1_000_000

#: What the folder and its download may be at most, in megabytes.
LARGEST_FOLDER: Final = 188.1
LARGEST_DOWNLOAD: Final = 53.1


def build() -> None:
    """Have PyInstaller make the folder anew; ends where it cannot."""
    if sys.platform == "linux" and not shutil.which("objdump"):
        sys.exit("This needs binutils: sudo apt-get install binutils")
    where = ("--distpath", FOLDER.parent, "--workpath", ROOT / "build/pyinstaller")
    options = ("--noconfirm", "--clean", "--log-level", "WARN")
    command = (
        sys.executable,
        "-m",
        "PyInstaller",
        *options,
        *where,
        ROOT / "packaging/advgui.spec",
    )
    subprocess.run(command, check=True)


def size_of(folder: Path) -> float:
    """The megabytes of all files in a folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / MEGABYTE


def pack(folder: Path) -> Path:
    """The folder as .tar.xz beside it, as small as xz makes it, and the same at every time."""
    packed = folder.with_name(f"{folder.name}.tar.xz")
    with tarfile.open(packed, "w:xz", preset=9) as archive:
        archive.add(folder, folder.name, filter=_of_nobody)
    return packed


def _of_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def main() -> int:
    """Build, add the licences, and measure; 1 where the budget is exceeded."""
    build()
    write_notices(FOLDER)
    sizes = size_of(FOLDER), pack(FOLDER).stat().st_size / MEGABYTE
    sys.stdout.write(f"{FOLDER}: {sizes[0]:.1f} MB, as .tar.xz {sizes[1]:.1f} MB\n")
    if sizes[0] <= LARGEST_FOLDER and sizes[1] <= LARGEST_DOWNLOAD:
        return 0
    sys.stdout.write(f"That is above {LARGEST_FOLDER} MB or, packed, {LARGEST_DOWNLOAD} MB.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
