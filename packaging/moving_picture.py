"""Make the README's moving picture: a digit is drawn and attacked in the real window, by the mouse.

    python packaging/moving_picture.py                into packaging/screenshots/advgui.webp
    python packaging/moving_picture.py --out FILE     somewhere else

Needs advgui and no screen. Each frame is what the window shows; only the pointer is drawn on it,
which no window grabs of itself.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from screenshots import DIGIT, FOLDER, GOAL, wait_until, wait_until_there

from advgui.core.digits.gallery import read_gallery
from advgui.ui.app import make_window
from advgui.ui.drawing.canvas import InkCanvas
from advgui.ui.session.settings import NoSettings
from advgui.ui.widgets.painted_buttons import PaintedButtons
from advgui.ui.window.window import MainWindow

OUT: Final = FOLDER / "advgui.webp"
SIZE: Final = (1120, 700)
FRAME_MS: Final = 80
#: Pixels that the pointer goes in a frame: while it draws, and on its way to another thing.
PEN, WAY = 22.0, 60.0
REST_FRAMES, END_FRAMES = 8, 30
#: Steps of the run that are shown one by one before its best.
STEPS: Final = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 60, 80)
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ARROW: Final = ((0, 0), (0, 17), (4, 13), (7, 20), (10, 19), (7, 12), (12, 12))


class Film:
    """Frames of a window, and where its pointer is."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.pointer = QPoint(SIZE[0] // 2, SIZE[1] // 2)
        self.frames: list[Image.Image] = []

    def take(self, count: int = 1) -> None:
        """Let the window go on for so many frames, and grab each."""
        for _ in range(count):
            QTest.qWait(FRAME_MS // 2)
            self.frames.append(self._frame())

    def _frame(self) -> Image.Image:
        picture = self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.pointer)
        painter.setPen(QPen(QColor("white"), 1.5))
        painter.setBrush(QColor("black"))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ARROW]))
        painter.end()
        rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
        pixels = rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3)
        return Image.fromarray(pixels.copy())

    def go(self, place: QPoint) -> None:
        """Move the pointer over the window, to be seen on its way."""
        for point in _between(self.pointer, place, WAY):
            self.pointer = point
            self.take()

    def place(self, widget: QWidget, point: QPointF) -> QPoint:
        """A point of a widget in the window."""
        return widget.mapTo(self.window, point.toPoint())


def _between(start: QPoint, end: QPoint, stride: float) -> Iterator[QPoint]:
    way = QPointF(end - start)
    count = max(1, round(hypot(way.x(), way.y()) / stride))
    return ((QPointF(start) + way * (n / count)).toPoint() for n in range(1, count + 1))


def draw(film: Film) -> None:
    """Write the gallery's digit with the mouse, while the bars follow."""
    canvas = film.window.findChildren(InkCanvas, "canvas")[0]
    square = canvas.square()
    digit = next(one for one in read_gallery() if one.label == DIGIT)
    for stroke in digit.strokes:
        write(film, canvas, [square.topLeft() + QPointF(x, y) * square.width() for x, y in stroke])
    film.take(REST_FRAMES)


def write(film: Film, canvas: InkCanvas, places: Sequence[QPointF]) -> None:
    """Write one stroke, a frame for every few pixels of it."""
    points = [place.toPoint() for place in places]
    film.go(canvas.mapTo(film.window, points[0]))
    QTest.mousePress(canvas, LEFT, NO_KEY, points[0])
    travelled = 0.0
    for last, point in pairwise(points):
        QTest.mouseMove(canvas, point)
        film.pointer = canvas.mapTo(film.window, point)
        travelled += hypot(point.x() - last.x(), point.y() - last.y())
        if travelled >= PEN:
            travelled = 0.0
            film.take()
    QTest.mouseRelease(canvas, LEFT, NO_KEY, points[-1])


def attack(film: Film) -> None:
    """Click the bar of another digit, wait for the end, and walk through the run."""
    controller = film.window.controller
    bars = film.window.findChildren(PaintedButtons, "bars")[0]
    place = bars.cell(GOAL).center()
    film.go(film.place(bars, place))
    film.take(REST_FRAMES // 2)
    QTest.mouseClick(bars, LEFT, NO_KEY, place.toPoint())
    wait_until(lambda: not controller.state.running and not controller.telling)
    for step in STEPS:
        controller.show_step(step)
        film.take()
    controller.show_step(None)
    film.take(END_FRAMES)


def film_of(app: QApplication) -> list[Image.Image]:
    """Open the window with nobody's settings, and play it."""
    window = make_window(app, NoSettings())
    window.resize(*SIZE)
    window.findChildren(QAction, "theme-light")[0].trigger()
    window.show()
    wait_until_there(window)
    film = Film(window)
    film.take(REST_FRAMES)
    draw(film)
    attack(film)
    window.close()
    window.deleteLater()
    return film.frames


def save(frames: Sequence[Image.Image], path: Path) -> None:
    """Write a WebP that begins anew at its end."""
    first, *others = frames
    first.save(
        path,
        "WEBP",
        save_all=True,
        append_images=others,
        duration=FRAME_MS,
        loop=0,
        quality=80,
        method=4,
        minimize_size=True,
    )


def main(arguments: Sequence[str]) -> int:
    """Read where it is wanted, and make it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT, metavar="FILE", help="where to")
    chosen = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    frames = film_of(QApplication(sys.argv[:1]))
    save(frames, chosen.out)
    seconds = len(frames) * FRAME_MS / 1000
    size = chosen.out.stat().st_size
    sys.stdout.write(f"{chosen.out}: {len(frames)} frames, {seconds:.1f} s, {size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
