"""When Python looks for garbage: among all that has grown old only while the window rests."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from advgui.ui.session.controller import Controller

#: After so long without a change nobody waits for a frame.
REST_MS: Final = 3000
#: What has outlived so many looks at the young is worth a look at all: Python's own measure.
_ENOUGH: Final = 10
#: So many of these make Python look by itself, should the window never rest.
_TOO_MANY: Final = 10_000


@contextmanager
def collecting_at_rest(controller: "Controller") -> Iterator[None]:
    """Whatever grows old meanwhile is looked through between the user's acts.

    With all objects of a window, and those of a thousand runs, that takes a tenth of a second.
    What is there already stays, and is never looked through.
    """
    former = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*former[:2], _TOO_MANY)
    rest = _Rest(controller)
    try:
        yield
    finally:
        rest.end()
        gc.set_threshold(*former)
        gc.unfreeze()


class _Rest(QObject):
    """Looks for garbage once nothing has changed for a while."""

    def __init__(self, controller: "Controller") -> None:
        super().__init__()
        self._clock = QTimer(self, singleShot=True, interval=REST_MS)
        self._clock.timeout.connect(_collect)
        controller.changed.connect(self._wait)

    def _wait(self) -> None:
        self._clock.start()

    def end(self) -> None:
        """Look no more."""
        self._clock.stop()


def _collect() -> None:
    if gc.get_count()[2] >= _ENOUGH:
        gc.collect()
