"""Which shared libraries Qt lacks on this Linux machine, and who has them on Debian.

Nothing is guessed: the system's own loader is asked about the very files that a window
loads, so that the answer holds for any version of Qt and any system.
"""

import os
import re
import subprocess
from pathlib import Path

MODULES = ("Core", "Gui", "Widgets", "DBus", "Svg", "OpenGL", "OpenGLWidgets")
IRREGULAR = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
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


def debian_package(library: str) -> str:
    """The package of a library such as ``libX11.so.6``, by Debian's policy, section 8.1.

    It is the library's name and version, with a hyphen between two figures: ``libx11-6``.
    """
    name, _, version = library.lower().partition(".so.")
    hyphen = "-" if name[-1].isdigit() else ""
    return IRREGULAR.get(library, f"{name}{hyphen}{version}")
