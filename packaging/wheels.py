"""Build dist/*.whl and dist/*.tar.gz, and try each in an environment of its own.

Run by ``python3 packaging/start.py wheels``, or by any Python that has the group ``wheels``.
What is installed is asked far from this checkout, so that it cannot lean on it.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path
from typing import Final

import smoke

ROOT: Final = Path(__file__).resolve().parents[1]
DIST: Final = ROOT / "dist"

#: What a wheel has to hold, and with what before it a source distribution, which anybody can
#: test and package again.
INSTALLED: Final = (
    *("advgui/__main__.py", "advgui/py.typed", "advgui/resources/gallery.json"),
    *("advgui/resources/networks/report.safetensors", "advgui/resources/icons/advgui.svg"),
)
SOURCES: Final = ("LICENSE", "README.md", "pyproject.toml", "resources/gallery.json")
SCRIPTS: Final = ("packaging/start.py", "tests/conftest.py")

BIN: Final = "Scripts" if os.name == "nt" else "bin"


def build() -> tuple[Path, Path]:
    """Make both anew: the sdist from this checkout, the wheel from the sdist."""
    for old in (*DIST.glob("advgui-*.whl"), *DIST.glob("advgui-*.tar.gz")):
        old.unlink()
    subprocess.run([sys.executable, "-m", "build", "--outdir", DIST, ROOT], check=True)
    (wheel,), (sdist,) = DIST.glob("advgui-*.whl"), DIST.glob("advgui-*.tar.gz")
    return wheel, sdist


def lacking(wheel: Path, sdist: Path) -> list[str]:
    """What has to be in the wheel or in the sdist, and is not."""
    with zipfile.ZipFile(wheel) as archive:
        held = archive.namelist()
    found = [name for name in INSTALLED if name not in held]
    if not any(name.endswith("dist-info/licenses/LICENSE") for name in held):
        found.append(f"LICENSE in {wheel.name}")
    top = sdist.name.removesuffix(".tar.gz")
    with tarfile.open(sdist) as archive:
        inside = archive.getnames()
    return found + [name for name in (*SOURCES, *SCRIPTS) if f"{top}/{name}" not in inside]


def try_out(package: Path, folder: Path) -> bool:
    """Install a package with what it requires, and have the program try itself."""
    sys.stdout.write(f"\n== {package.name}\n")
    sys.stdout.flush()
    venv.create(folder, with_pip=True, clear=True)
    quiet = ("--quiet", "--disable-pip-version-check")
    python = folder / BIN / "python"
    install = (python, "-I", "-m", "pip", "install", *quiet, package)
    subprocess.run(install, cwd=folder, check=True)
    return smoke.main([str(folder / BIN / "advgui")]) == 0


def main() -> int:
    """Build both, look into them and try them; 0 if all is well."""
    wheel, sdist = packages = build()
    if lacks := lacking(wheel, sdist):
        sys.stdout.write(f"They lack {', '.join(lacks)}.\n")
        return 1
    with tempfile.TemporaryDirectory() as name:
        well = [try_out(one, Path(name) / one.suffix[1:]) for one in packages]
    return int(not all(well))


if __name__ == "__main__":
    sys.exit(main())
