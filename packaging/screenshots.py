"""Make the README's pictures from the real window, the same ones every time.

    python packaging/screenshots.py                       all scenes, into packaging/screenshots
    python packaging/screenshots.py --scale 2 --out DIR   twice as many pixels, somewhere else
    python packaging/screenshots.py compare every         these scenes only

Needs advgui and no screen. The digit, the goals and the seed are fixed; the letters are those
of this system's font.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QDeadlineTimer, QEventLoop
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from advgui.core.digits.gallery import read_gallery
from advgui.core.zoo import SHIPPED
from advgui.ui.app import make_window
from advgui.ui.defence.bracket_view import BracketView
from advgui.ui.defence.curves_view import CurvesView
from advgui.ui.defence.page import DefendPage
from advgui.ui.session.settings import NoSettings
from advgui.ui.window.window import MainWindow

FOLDER: Final = Path(__file__).resolve().parent / "screenshots"
SIZE: Final = (1280, 800)
DIGIT, GOAL = 7, 3
LARGEST: Final = 150_000  # bytes of a picture, more is told in fewer colours
PATIENCE_MS: Final = 180_000  # what runs may take so long


def wait_until(holds: Callable[[], bool]) -> None:
    """Let the window go on until something holds; ends the script where it never does."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not holds():
        if deadline.hasExpired():
            sys.exit("The window did not come to rest.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def wait_until_there(window: MainWindow) -> None:
    """Until all is in the window, and whoever types means it."""
    wait_until(window.isActiveWindow)
    wait_until(lambda: window.findChild(QWidget, "chart") is not None)


def attack(window: MainWindow, aim: object) -> None:
    """Press a key that attacks, and wait for the end."""
    QTest.keySequence(window, str(aim))
    controller = window.controller
    wait_until(lambda: not controller.state.running and not controller.telling)


def every_digit(window: MainWindow) -> None:
    """All goals at once, one of them in the large."""
    attack(window, "E")
    window.controller.select_lane(GOAL)


def only_as_real_numbers(window: MainWindow) -> None:
    """The report's attack, where rounding to a valid image undoes it."""
    window.network.network_chosen.emit("report")
    window.controller.choose_attack("penalty")
    for goal in (GOAL, *range(10)):
        attack(window, goal)
        shown = window.controller.view
        if shown is not None and shown.raw_reached and not shown.fooled:
            return
    sys.exit("The report's attack has fooled the network toward every digit.")


def compared(window: MainWindow) -> None:
    """One attack's image, and what every network makes of it."""
    window.network.network_chosen.emit("bayes")
    attack(window, GOAL)
    window.pages.choose("compare")
    others = f"of {len(SHIPPED) - 1} others"
    wait_until(lambda: others in _words(window, "compare-headline"))


def every_network(window: MainWindow) -> None:
    """The digit attacked on every network, and each image shown to all."""
    attack(window, GOAL)
    window.pages.choose("compare")
    for name in ("compare-all", "transfer-start"):
        window.findChildren(QAbstractButton, name)[0].click()
    wait_until(lambda: "shown to others" in _words(window, "transfer-headline"))


def defended(window: MainWindow) -> None:
    """The report's network behind a threshold: attacked, proven and measured."""
    window.network.network_chosen.emit("report")
    window.controller.choose_defence("threshold")
    attack(window, GOAL)
    window.pages.choose("defend")
    page = window.findChildren(DefendPage)[0]
    curves, proof = page.findChildren(CurvesView)[0], page.findChildren(BracketView)[0]
    window.findChildren(QAbstractButton, "robustness-start")[0].click()
    wait_until(lambda: not curves.measurer.state.busy)
    wait_until(lambda: proof.prover.proof.ended)


def _words(window: MainWindow, name: str) -> str:
    return window.findChildren(QLabel, name)[0].text()


SCENES: Final[dict[str, tuple[str, Callable[[MainWindow], None]]]] = {
    "every": ("dark", every_digit),
    "report": ("light", only_as_real_numbers),
    "defend": ("light", defended),
    "compare": ("light", compared),
    "transfer": ("dark", every_network),
}


def picture_of(app: QApplication, name: str) -> QPixmap:
    """Open the window, play a scene, and look at it once nothing moves."""
    theme, scene = SCENES[name]
    window = make_window(app, NoSettings())
    window.resize(*SIZE)
    window.findChildren(QAction, f"theme-{theme}")[0].trigger()
    window.show()
    digit = next(one for one in read_gallery() if one.label == DIGIT)
    window.controller.draw_strokes(digit.strokes)
    wait_until_there(window)
    scene(window)
    QTest.qWait(200)  # the figures of the bars follow ten times a second
    picture = window.grab()
    window.close()
    window.deleteLater()
    return picture


def small(picture: QPixmap) -> bytes:
    """A picture as PNG, in a palette of its own where it would be large."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    picture.save(buffer, "PNG")
    image = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    content = _png(image)
    if len(content) <= LARGEST:
        return content
    # No pixel is off by more than 8 of 255 so; median cut repaints small coloured words.
    palette = image.quantize(256, Image.Quantize.MAXCOVERAGE, 3, dither=Image.Dither.NONE)
    return _png(palette)


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def take(names: Sequence[str], folder: Path) -> None:
    """Make the pictures of some scenes, with nobody's settings."""
    app = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        content = small(picture_of(app, name))
        (folder / f"{name}.png").write_bytes(content)
        sys.stdout.write(f"{folder / name}.png: {len(content):,} bytes\n")


def main(arguments: Sequence[str]) -> int:
    """Read what is wanted, and make it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "scenes", nargs="*", choices=[*SCENES, []], metavar="SCENE", help=", ".join(SCENES)
    )
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="DIR", help="where to")
    parser.add_argument("--scale", default="1", choices=("1", "2"), help="of a screen's pixels")
    chosen = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = chosen.scale
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    take(chosen.scenes or list(SCENES), chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
