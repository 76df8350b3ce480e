"""Work that is written down while it goes on, now and then, in the process that does it."""

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import perf_counter, process_time
from typing import Final

from advgui.core.errors import BadInput
from advgui.core.resuming.checkpoints import Checkpoint, Checkpoints

#: From one time to the next, in seconds: so much may be lost at most.
KEEP_S: Final = 1.5
#: Of a large one so many times the processor's time that it took, a hundredth of it all; not of
#: what it waited for a busy disk, or that would keep the next one waiting, too.
RESTS: Final = 100

_log = logging.getLogger("advgui")

Write = Callable[[Checkpoint, Path], None]
"""Writes the work as it is now, with all that it needs to go on, to that place."""


class Keeper:
    """Writes work to a place, where there is one: right after a step, when that is due.

    ``checkpoints`` are those of the work: new ones, or such as go on from the ``former``.
    """

    def __init__(self, place: Path | None, former: Checkpoint | None = None) -> None:
        self._place = place
        self.checkpoints = Checkpoints(former)
        self._due = perf_counter() + KEEP_S
        self.off = place is None
        """Whether nothing is written: there is no place, or something is in the way."""
        if former is None:
            self.remove()

    def look(self, write: Write) -> None:
        """Write it down if that is due."""
        if not self.off and perf_counter() >= self._due:
            self.keep(write)

    def keep(self, write: Write) -> None:
        """Write it down now. What is in the way is told once, and the work goes on."""
        started = process_time()
        checkpoint = self.checkpoints.now()
        if self.off or self._place is None or not checkpoint:
            return
        try:
            self._place.parent.mkdir(parents=True, exist_ok=True)
            write(checkpoint, self._place)
        except (BadInput, OSError) as error:
            self.off = True
            _log.warning("The work cannot be kept for an abrupt end: %s", error)
        self._due = perf_counter() + max(KEEP_S, RESTS * (process_time() - started))

    def remove(self) -> None:
        """Nothing is left of it."""
        if self._place is not None:
            with suppress(OSError):  # what cannot be removed is told when it is read
                self._place.unlink()
