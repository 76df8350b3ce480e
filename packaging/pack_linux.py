"""Make Linux' packages from the frozen folder: a .tar.xz with an install script, and a .deb.

    python3 packaging/start.py bundle        makes dist/advgui
    python3 packaging/pack_linux.py          makes both from it, in dist

Needs objdump (binutils) and dpkg-deb, and no package of Python's. With SOURCE_DATE_EPOCH set,
the same folder gives the same bytes.
"""

import argparse
import gzip
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import qt_libraries

ROOT: Final = Path(__file__).resolve().parents[1]
LINUX: Final = ROOT / "packaging/linux"
ID: Final = "io.github.advgui.advgui"
VERSION: Final = re.findall(r'"([\d.]+)"', (ROOT / "advgui/__init__.py").read_text("utf-8"))[0]
MACHINE: Final = platform.machine()

#: What the bundled libraries read, though they do not link to it: fonts and keyboards.
_READ: Final = ("fontconfig-config", "xkb-data")

_CONTROL: Final = """\
Package: advgui
Version: {version}
Architecture: {architecture}
Maintainer: the advgui maintainers <maintainers@advgui.invalid>
Installed-Size: {size}
Depends: {depends}
Section: science
Priority: optional
Description: laboratory for adversarial attacks on handwritten digits
 Draw a digit, see what neural networks take it for, click another digit and
 watch the network being fooled. Every step of an attack can be looked at
 again; networks can be trained, compared and exported.
"""


def put(source: Path, target: Path) -> None:
    """Copy a file or a folder, with the folders above it, readable for everyone."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_symlink():
        target.symlink_to(source.readlink())
    elif source.is_dir():
        for inner in source.iterdir():
            put(inner, target / inner.name)
    else:
        shutil.copyfile(source, target)
        started = os.access(source, os.X_OK) and ".so" not in source.name  # as policy 10.2 wants
        target.chmod(0o755 if started else 0o644)


def put_shared(share: Path) -> None:
    """The menu's entry, icons, MIME type and metadata, where desktops look for them."""
    put(LINUX / f"{ID}.desktop", share / f"applications/{ID}.desktop")
    put(LINUX / f"{ID}.xml", share / f"mime/packages/{ID}.xml")
    put(LINUX / f"{ID}.metainfo.xml", share / f"metainfo/{ID}.metainfo.xml")
    hicolor = share / "icons/hicolor"
    put(ROOT / "resources/icons/advgui.svg", hicolor / f"scalable/apps/{ID}.svg")
    for icon in (ROOT / "packaging/icons").glob("advgui-*.png"):
        size = icon.stem.removeprefix("advgui-")
        put(icon, hicolor / f"{size}x{size}/apps/{ID}.png")


def depends(frozen: Path) -> list[str]:
    """The Debian packages that hold what is linked to and is not in the folder."""
    told = qt_libraries.heads(frozen)
    libc = max(map(int, re.findall(r"GLIBC_2\.(\d+)", told)))
    linked = qt_libraries.needed_of_system(frozen, told)
    others = {qt_libraries.debian_package(name) for name in linked} - {"libc6"}
    return [f"libc6 (>= 2.{libc})", *sorted({*others, *_READ})]


def make_tar(frozen: Path, out: Path, work: Path) -> Path:
    """The archive that a user unpacks, and whose install.sh puts it into the home directory."""
    top = work / f"advgui-{VERSION}"
    put(frozen, top / "advgui")
    put_shared(top / "share")
    put(LINUX / "install.sh", top / "install.sh")
    path = out / f"advgui-{VERSION}-linux-{MACHINE}.tar.xz"
    with tarfile.open(path, "w:xz", preset=9) as tar:
        tar.add(top, top.name, filter=_nobodys)
    return path


def make_deb(frozen: Path, out: Path, work: Path) -> Path:
    """The package for Debian and what comes from it; its triggers update the caches."""
    top = work / "deb"
    put(frozen, top / "usr/lib/advgui")
    put_shared(top / "usr/share")
    (top / "usr/bin").mkdir()
    (top / "usr/bin/advgui").symlink_to("../lib/advgui/advgui")
    documents = top / "usr/share/doc/advgui"
    put(LINUX / "copyright", documents / "copyright")
    news = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    (documents / "changelog.gz").write_bytes(news)
    size = sum(path.lstat().st_size for path in top.rglob("*")) // 1024
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}[MACHINE]
    needed = ", ".join(depends(frozen))
    control = _CONTROL.format(version=VERSION, architecture=architecture, size=size, depends=needed)
    (top / "DEBIAN").mkdir()
    (top / "DEBIAN/control").write_text(control, "utf-8")
    path = out / f"advgui_{VERSION}_{architecture}.deb"
    build = ("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", top, path)
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    return path


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    return member


def main(arguments: Sequence[str]) -> int:
    """Make both packages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--frozen", type=Path, default=ROOT / "dist/advgui", metavar="DIR")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR")
    chosen = parser.parse_args(arguments)
    if not (chosen.frozen / "advgui").is_file():
        sys.exit(f"{chosen.frozen} holds no frozen advgui: packaging/start.py bundle makes it.")
    os.umask(0o022)
    chosen.out.mkdir(parents=True, exist_ok=True)
    for make in (make_tar, make_deb):
        with tempfile.TemporaryDirectory() as work:
            path = make(chosen.frozen, chosen.out, Path(work))
        sys.stdout.write(f"{path}: {path.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
