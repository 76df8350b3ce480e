"""What ``advgui.spec`` says to PyInstaller, where it takes more than a name."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from elf import squeezed
from leftout import Entry
from PyInstaller.depend.bindepend import get_imports

from advgui import __version__ as VERSION  # noqa: N812 - a constant here

ROOT: Final = Path(__file__).resolve().parents[1]
WORK: Final = ROOT / "build/frozen"
LINUX: Final = sys.platform == "linux"

#: PyInstaller's kinds of files that are linked with libraries.
LINKED: Final = ("BINARY", "EXTENSION")

#: On Windows, a program with a console and one without; elsewhere one is both.
PROGRAMS: Final = {"advgui": True, **({"advgui-window": False} if sys.platform == "win32" else {})}

_NUMBERS: Final = (*(int(part) for part in VERSION.split(".")), 0)
_VERSION: Final = f"""
VSVersionInfo(
    ffi=FixedFileInfo(filevers={_NUMBERS}, prodvers={_NUMBERS}),
    kids=[
        VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
        StringFileInfo([StringTable("040904B0", [
            StringStruct("ProductName", "advgui"),
            StringStruct("ProductVersion", "{VERSION}"),
            StringStruct("FileVersion", "{VERSION}"),
            StringStruct("FileDescription", "advgui"),
            StringStruct("LegalCopyright", "MIT licence"),
        ])]),
    ],
)
"""


def imported_by_name() -> list[str]:
    """All of advgui: much of it is asked for by a name that only shows when it runs."""
    files = (path.relative_to(ROOT) for path in (ROOT / "advgui").rglob("*.py"))
    modules = (".".join(path.with_suffix("").parts) for path in files)
    return [name.removesuffix(".__init__") for name in modules if "__main__" not in name]


def needs(entry: Entry) -> set[str]:
    """The file names of the libraries that a file is linked with itself."""
    _, source, kind = entry
    if kind not in LINKED:
        return set()
    if not LINUX:
        return {Path(path or name).name for name, path in get_imports(source)}
    asked = subprocess.run(["objdump", "-p", source], capture_output=True, check=True, text=True)
    return set(re.findall(r"^\s*NEEDED\s+(\S+)$", asked.stdout, re.MULTILINE))


def stripped(entry: Entry) -> Entry:
    """The same without what is not loaded of it, on Linux."""
    place, source, kind = entry
    if not LINUX or kind not in LINKED:
        return entry
    made = WORK / place
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_bytes(squeezed(Path(source).read_bytes()))
    made.chmod(Path(source).stat().st_mode)
    return (place, str(made), kind)


def icon() -> str | None:
    """The icon of the programs, where it has been made; Linux looks for one elsewhere."""
    if LINUX:
        return None
    path = ROOT / "packaging/icons" / ("advgui.ico" if os.name == "nt" else "advgui.icns")
    return str(path) if path.is_file() else "NONE"


def windows_version() -> str | None:
    """A file that tells Windows about the programs."""
    if os.name != "nt":
        return None
    WORK.mkdir(parents=True, exist_ok=True)
    path = WORK / "version.txt"
    path.write_text(_VERSION, encoding="utf-8")
    return str(path)
