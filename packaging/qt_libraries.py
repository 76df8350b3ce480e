"""Which shared libraries Qt lacks on this Linux machine, and who has them on Debian.

Nothing is guessed: the system's own loader is asked about the very files that a window
loads, so that the answer holds for any version of Qt and any system.

    python3 packaging/qt_libraries.py dist/advgui    what that folder needs of the system
"""

import os
import re
import subprocess
import sys
from pathlib import Path

MODULES = ("Core", "Gui", "Widgets", "DBus", "Svg")
GLIBC = (
    *("ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libc.so.6", "libdl.so.2", "libm.so.6"),
    *("libpthread.so.0", "libresolv.so.2", "librt.so.1", "libutil.so.1"),
)
IRREGULAR = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
    "libgcc_s.so.1": "libgcc-s1",
    **dict.fromkeys(GLIBC, "libc6"),
}


def _missing_for(*files: Path) -> set[str]:
    asked = subprocess.run(
        ["ldd", *(file for file in files if file.exists())],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "LC_ALL": "C"},
    )
    return set(re.findall(r"^\s*(\S+) => not found$", asked.stdout, re.MULTILINE))


def missing(qt: Path, platforms: list[str]) -> set[str]:
    """What Qt lacks, in its folder, to open a window on the best of these platforms.

    Of several platform plugins, one that loads is enough: the one that lacks the least.
    """
    modules = [qt / f"lib/libQt6{module}.so.6" for module in MODULES]
    plugins = [qt / f"plugins/platforms/libq{name}.so" for name in platforms]
    found = [_missing_for(*modules, plugin) for plugin in plugins if plugin.exists()]
    return min(found, key=len) if found else _missing_for(*modules)


def heads(folder: Path) -> str:
    """What objdump tells of the programs and libraries in a folder: what they are linked with."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    linked = [str(path) for path in files if _is_elf(path)]
    if not linked:
        return ""
    told = subprocess.run(["objdump", "-p", *linked], capture_output=True, check=True, text=True)
    return told.stdout


def needed_of_system(folder: Path, told: str) -> set[str]:
    """What its libraries are linked with, by what ``heads`` told, and it does not hold itself."""
    held = {path.name for path in folder.rglob("*.so*")}
    return set(re.findall(r"^\s*NEEDED\s+(\S+)$", told, re.MULTILINE)) - held


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def debian_package(library: str) -> str:
    """The package of a library such as ``libX11.so.6``, by Debian's policy, section 8.1.

    It is the library's name and version, with a hyphen between two figures: ``libx11-6``.
    """
    name, _, version = library.lower().replace("_", "-").partition(".so.")
    hyphen = "-" if name[-1].isdigit() else ""
    return IRREGULAR.get(library, f"{name}{hyphen}{version}")


if __name__ == "__main__":
    looked_into = Path(sys.argv[1])
    for needed in sorted(needed_of_system(looked_into, heads(looked_into))):
        sys.stdout.write(f"{needed:26} {debian_package(needed)}\n")
