"""pyqtgraph is imported beside the window: in one go, on its thread, it would hold it for frames.

pyqtgraph touches every class of Qt there is, and each is made when it is first touched. Made on
another thread than the window's, while the window makes others, two of 300 starts crashed; so
they are made on the window's own, a few at a time, and the rest is imported on a thread.
"""

from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from threading import Thread
from time import perf_counter
from typing import Final

from advgui.core.language import tr
from advgui.ui.plotting.no_opengl import stand_in

_PACKAGE: Final = "pyqtgraph"
#: What it imports of Qt; of the first three it touches all.
_TOUCHED: Final = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")
_IMPORTED: Final = ("PySide6.QtSvg", "PySide6.QtTest")
#: So long may classes be made at a time.
_PIECE_S: Final = 0.002


class _Import(Thread):
    """Not a daemon: a process does not end in the midst of an import, which may crash it."""

    def __init__(self) -> None:
        super().__init__(name="import of pyqtgraph")

    def run(self) -> None:
        """Where it cannot be imported, ``failure`` tells why."""
        try:
            import_module(_PACKAGE)
        except ImportError as error:
            _failures.append(str(error))
        except MemoryError:  # which has no words of its own
            _failures.append(tr("there is not enough memory"))


def _pieces() -> Iterator[None]:
    """Make all that it will touch; yields wherever there may be a break."""
    for name in _TOUCHED:
        module = import_module(name)
        for one in dir(module):
            getattr(module, one)
            yield
    for name in _IMPORTED:
        with suppress(ImportError):  # pyqtgraph can do without
            import_module(name)
        yield
    stand_in()


_waiting: Final = _pieces()
_threads: Final[list[_Import]] = []
_failures: Final[list[str]] = []


def advance() -> None:
    """A little of what the window's thread has to do for it; then it is imported on another.

    To be called again and again, with time for other things between, until it is ``ready``.
    """
    if _threads:
        return
    end = perf_counter() + _PIECE_S
    for _ in _waiting:
        if perf_counter() > end:
            return
    _threads.append(_Import())
    _threads[0].start()


def ready() -> bool:
    """Whether to import it takes no time any more."""
    return bool(_threads) and not _threads[0].is_alive()


def failure() -> str:
    """Why it cannot be imported; empty where it can, or nobody knows yet."""
    return _failures[0] if _failures else ""


def finish() -> None:
    """Wait until an import that was begun is done: some tenths of a second at most."""
    for thread in _threads:
        thread.join()
