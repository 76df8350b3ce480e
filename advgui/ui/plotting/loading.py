"""pyqtgraph is imported on a thread, once: on the window's own it would hold it for frames.

It touches every class of Qt there is, which takes a quarter of a second. Nothing is imported
before ``begin``, and what imports pyqtgraph by name may do so only once it is ``ready``.
"""

from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import Final

_PACKAGE: Final = "pyqtgraph"


class _Import(Thread):
    """Not a daemon: a process does not end in the midst of an import, which may crash it."""

    def __init__(self) -> None:
        super().__init__(name="import of pyqtgraph")

    def run(self) -> None:
        """Where it cannot be imported, whoever imports it next is told why."""
        with suppress(ImportError):
            import_module(_PACKAGE)


_threads: Final[list[_Import]] = []


def begin() -> None:
    """Import it in the background, unless that was begun before."""
    if not _threads:
        _threads.append(_Import())
        _threads[0].start()


def ready() -> bool:
    """Whether to import it takes no time any more."""
    return bool(_threads) and not _threads[0].is_alive()


def finish() -> None:
    """Wait until an import that was begun is done: some tenths of a second at most."""
    for thread in _threads:
        thread.join()
