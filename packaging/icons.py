"""Make the application's icons from its one drawing, for each system as it wants them.

    python packaging/icons.py               into packaging/icons, which are kept in git
    python packaging/icons.py --out DIR     somewhere else

``advgui.ico`` is Windows', ``advgui.icns`` macOS', and ``advgui-SIZE.png`` are those of
Linux' hicolor theme. They are kept so that the packages are made without Qt.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT: Final = Path(__file__).resolve().parents[1]
MASTER: Final = ROOT / "resources/icons/advgui.svg"
FOLDER: Final = ROOT / "packaging/icons"

WINDOWS: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS: Final = (32, 64, 128, 256, 512, 1024)
HICOLOR: Final = (16, 22, 24, 32, 48, 64, 128, 256)  # beside the drawing itself


def drawn(size: int) -> Image.Image:
    """The master as ``size`` x ``size`` pixels, drawn anew: nothing is scaled."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(MASTER)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(plain.constBits()))


def make(folder: Path) -> None:
    """Write all icons into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in HICOLOR:
        drawn(size).save(folder / f"advgui-{size}.png", optimize=True)
    for name, sizes in {"advgui.ico": WINDOWS, "advgui.icns": MACOS}.items():
        *smaller, largest = map(drawn, sizes)
        pairs = [(size, size) for size in sizes]
        largest.save(folder / name, sizes=pairs, append_images=smaller)


def main(arguments: Sequence[str]) -> int:
    """Read where to, and make them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="DIR", help="where to")
    folder = parser.parse_args(arguments).out
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication(sys.argv[:1])
    make(folder)
    for path in sorted(folder.iterdir()):
        sys.stdout.write(f"{path}: {path.stat().st_size:,} bytes\n")
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
