"""The licences of what is in the bundle, as the packages tell them that it was made from."""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

HERE: Final = Path(__file__).resolve().parent

#: advgui as it is bundled, and what starts it and is in the bundle, too.
ROOTS: Final = ("advgui[onnx]", "pyinstaller")

_TEXT: Final = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_PYTHON: Final = f"libpython3.{sys.version_info.minor}"  # whoever has built it, see python_notice
_RULE: Final = "=" * 80
_HEAD: Final = """\
advgui is under the MIT licence, see LICENSE. This folder also holds Python and the packages
below, each under a licence of its own. Qt and PySide6 are used under the GNU Lesser General
Public License, version 3, see LGPL-3.0.txt and GPL-3.0.txt: they are shared libraries of their
own in this folder, so that they can be replaced by others. Their source is at
https://download.qt.io/official_releases/.
"""


def write_notices(folder: Path) -> None:
    """Put the licences of advgui and Qt, and THIRD-PARTY.txt, into the bundle's folder."""
    for text in (HERE.parent / "LICENSE", *(HERE / "licences").iterdir()):
        shutil.copy(text, folder)
    parts = [_HEAD, python_notice(), *map(notice, bundled()), *system_notices(folder)]
    (folder / "THIRD-PARTY.txt").write_text("\n".join(parts), encoding="utf-8")


def bundled() -> list[Distribution]:
    """What ROOTS require, and what that requires, as far as it is installed; without advgui."""
    found: dict[str, Distribution | None] = {}
    waiting = list(map(Requirement, ROOTS))
    while waiting:
        wanted = waiting.pop()
        key = wanted.name.lower()
        if key in found:
            continue
        found[key] = one = _installed(wanted.name)
        if one is not None and key != "pyinstaller":  # what builds is not in what is built
            waiting += required(one, wanted.extras)
    return [one for key, one in sorted(found.items()) if one is not None and key != "advgui"]


def required(one: Distribution, extras: set[str]) -> Iterator[Requirement]:
    """What a distribution requires on this system, with some of its extras."""
    for requirement in map(Requirement, one.requires or ()):
        cases = [{"extra": extra} for extra in ("", *extras)]
        if requirement.marker is None or any(map(requirement.marker.evaluate, cases)):
            yield requirement


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def notice(one: Distribution) -> str:
    """Name, version and licence of a distribution, and the texts that came with it."""
    told = one.metadata["License-Expression"] or one.metadata["License"] or "see below"
    files = [path for path in one.files or () if _TEXT.search(path.name) and path.suffix != ".py"]
    texts = [Path(str(path.locate())).read_text("utf-8", "replace") for path in files]
    return "\n".join([_RULE, f"{one.name} {one.version}: {told.splitlines()[0]}", "", *texts])


def python_notice() -> str:
    """Python's licence, where this Python was installed with it."""
    head = f"{_RULE}\nPython {sys.version.split()[0]}: https://docs.python.org/3/license.html\n"
    path = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    return head + (path.read_text("utf-8", "replace") if path.is_file() else "")


def system_notices(folder: Path) -> list[str]:
    """What Debian tells of those of its libraries that were bundled; none on other systems."""
    if not shutil.which("dpkg-query"):
        return []
    bundled_ones = (folder / "_internal").glob("lib*.so*")
    libraries = [path.name for path in bundled_ones if not path.is_symlink()]
    command = ["dpkg-query", "--search", *(f"*/{name}" for name in libraries)]
    asked = subprocess.run(command, capture_output=True, check=False, text=True)
    packages = sorted({line.split(":")[0] for line in asked.stdout.splitlines()} - {_PYTHON})
    named: dict[str, list[str]] = {}
    for path in (Path(f"/usr/share/doc/{name}/copyright") for name in packages):
        if path.is_file():
            named.setdefault(path.read_text("utf-8", "replace"), []).append(path.parent.name)
    return [f"{_RULE}\n{', '.join(names)}, of Debian\n\n{text}" for text, names in named.items()]
