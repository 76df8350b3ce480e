"""Opens a window and writes the clock after its first paint; ends at once.

Run as a process of its own; its argument is ``empty``, ``advgui``, or ``filled`` for the first
paint with all that is in advgui's window. The clock is ``perf_counter``, which processes
share, so that whoever starts this knows how long it took.
"""

import os
import sys
from functools import partial
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def painted() -> None:
    """Called when all that the first paint event began is painted."""
    sys.stdout.write(f"{perf_counter()}\n")
    sys.stdout.flush()
    os._exit(0)


class FirstPaint(QObject):
    """Waits for a window's first paint event, or the first one with its columns.

    It looks at the events of that window alone: to be told of all others, Python would have
    to know the class of each object of Qt's, which takes a tenth of the start.
    """

    def __init__(self, *, filled: bool) -> None:
        super().__init__()
        self._filled = filled

    def watch(self, window: QMainWindow) -> None:
        """From now on."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let it pass: the timer's turn comes after all that is painted with it."""
        if event.type() == QEvent.Type.Paint and (
            not self._filled or watched.findChild(QObject, "attack-page")
        ):
            QTimer.singleShot(0, painted)
        return False


def open_empty(app: QApplication, first: FirstPaint) -> None:
    """The least that a window takes."""
    window = QMainWindow()
    first.watch(window)
    window.resize(1280, 800)
    window.show()
    app.exec()


def open_advgui(first: FirstPaint) -> None:
    """The program, as its users start it."""
    from advgui.__main__ import main
    from advgui.ui import app

    app.run_window = partial(app.run_window, begin=first.watch)
    main([])


if __name__ == "__main__":
    application = QApplication([])
    waiting = FirstPaint(filled=sys.argv[1] == "filled")
    open_empty(application, waiting) if sys.argv[1] == "empty" else open_advgui(waiting)
