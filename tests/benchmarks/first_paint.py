"""Opens a window and writes the clock after its first paint; ends at once.

Run as a process of its own; its argument is ``empty`` or ``advgui``. The clock is
``perf_counter``, which processes share, so that whoever starts this knows how long it took.
"""

import os
import sys
from time import perf_counter
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


def painted() -> None:
    """Called when all that the first paint event began is painted."""
    sys.stdout.write(f"{perf_counter()}\n")
    sys.stdout.flush()
    os._exit(0)


class EmptyWindow(QMainWindow):
    """Nothing in it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QTimer.singleShot(0, painted)
        super().paintEvent(event)


def open_empty() -> None:
    """The least that a window takes."""
    app = QApplication([])
    window = EmptyWindow()
    window.resize(1280, 800)
    window.show()
    app.exec()


def open_advgui() -> None:
    """The program, as its users start it."""
    from advgui.__main__ import main
    from advgui.ui.window import MainWindow

    paint = MainWindow.paintEvent

    def paint_and_tell(window: MainWindow, event: QPaintEvent) -> None:
        QTimer.singleShot(0, painted)
        paint(window, event)

    with patch.object(MainWindow, "paintEvent", paint_and_tell):
        main([])


if __name__ == "__main__":
    open_empty() if sys.argv[1] == "empty" else open_advgui()
