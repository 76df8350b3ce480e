"""The licences of what is in the bundle, as their authors' packages tell them."""

import re
import shutil
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]

#: The extras of advgui that are in the bundle, and what else is: its first instructions.
EXTRAS: Final = ("onnx",)
BESIDE: Final = ("pyinstaller",)

_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA: Final = re.compile(r"extra\s*==\s*[\"']([^\"']+)")
_TEXTS: Final = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_HEAD: Final = """\
advgui is under the MIT licence, see LICENSE. It comes with Python (PSF licence,
https://docs.python.org/3/license.html) and with the packages below, each under a licence of
its own. Qt and PySide6 are used under the LGPL version 3 as shared libraries, which can be
replaced by others in this folder; their source is at https://download.qt.io/official_releases/.
"""


def write_notices(folder: Path) -> None:
    """Put advgui's LICENSE and THIRD-PARTY.txt into a folder."""
    shutil.copy(ROOT / "LICENSE", folder)
    parts = [_HEAD, *(notice(one) for one in bundled())]
    (folder / "THIRD-PARTY.txt").write_text("\n".join(parts), encoding="utf-8")


def bundled() -> list[Distribution]:
    """What advgui requires, and what that requires, as it is installed."""
    found: dict[str, Distribution] = {}
    waiting = [*required(distribution("advgui"), EXTRAS), *BESIDE]
    while waiting:
        name = waiting.pop()
        if name.lower() not in found:
            one = found[name.lower()] = distribution(name)
            waiting += required(one) if name not in BESIDE else ()
    return [found[name] for name in sorted(found)]


def required(one: Distribution, extras: tuple[str, ...] = ()) -> Iterator[str]:
    """The names of what a distribution requires, also for some of its extras."""
    for requirement in one.requires or ():
        extra = _EXTRA.search(requirement)
        name = _NAME.match(requirement)
        if name and (extra is None or extra[1] in extras) and _applies(requirement):
            yield name[0]


def _applies(requirement: str) -> bool:
    """Whether it is required on this system: no more is asked than whether it is there."""
    from importlib.metadata import PackageNotFoundError

    try:
        distribution(_NAME.match(requirement)[0])  # type: ignore[index]
    except PackageNotFoundError:
        return ";" not in requirement
    return True


def notice(one: Distribution) -> str:
    """Name, version, licence and home of a distribution, and its licences' texts."""
    told = one.metadata
    licence = told.get("License-Expression") or told.get("License") or ""
    head = f"{one.name} {one.version}: {licence.splitlines()[0] if licence else 'see below'}"
    texts = [text for path in one.files or () if _TEXTS.search(path.name) for text in [path.read_text()]]
    return "\n".join(["=" * 80, head, *texts])
