"""pyqtgraph, made ready after the first paint, in pieces that are hardly noticed."""

from collections.abc import Iterator
from importlib import import_module
from time import perf_counter
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal

#: Seconds that one piece may take before the window has its turn again.
_TURN: Final = 0.004


def steps() -> Iterator[None]:
    """Import pyqtgraph; all steps but the last one are short.

    This must not be done in another thread. PySide looks up an object's class without Python's
    lock, whenever a timer fires, and a class of Qt's that is made in another thread meanwhile
    crashed one start in a hundred. pyqtgraph makes hundreds of them. Half of its time goes
    into asking for every class of three modules, which PySide makes when first asked: that is
    done here before it, one by one.
    """
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            yield
    import_module("pyqtgraph")


class Preparation(QObject):
    """Drives the steps between all other events, and says when they are ``done``."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("preparation")
        self._steps = steps()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin, as soon as nothing else is to be done."""
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()

    def _go_on(self) -> None:
        """Some steps; the next ones follow once the window has had its turn."""
        end = perf_counter() + _TURN
        for _ in self._steps:
            if perf_counter() > end:
                return
        self.stop()
        self.done.emit()
