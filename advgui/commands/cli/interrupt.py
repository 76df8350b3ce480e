"""Ctrl-C at work that can be kept: the first one stops it, the second one drops it."""

import signal
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import TypeVar

from advgui.core.generators import Driver

Seen = TypeVar("Seen")
Result = TypeVar("Result")


@contextmanager
def first_interrupt() -> Iterator[Callable[[], bool]]:
    """Within it, the first Ctrl-C is only taken note of; what it gives tells whether it came.

    Where Ctrl-C is ignored, as in the background of a shell, it stays so.
    """
    came = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal came
        came = True
        signal.signal(signal.SIGINT, former)

    former = signal.getsignal(signal.SIGINT)
    heard = current_thread() is main_thread() and former is signal.default_int_handler
    if heard:
        signal.signal(signal.SIGINT, note)
    try:
        yield lambda: came
    finally:
        if heard:
            signal.signal(signal.SIGINT, former)


def stoppable(
    run: Generator[Seen, None, Result],
    interrupted: Callable[[], bool],
    worth_keeping: Callable[[Seen], bool],
) -> Generator[Seen, None, Result]:
    """The same run, which ends with what it has once it is ``interrupted``.

    Raises KeyboardInterrupt where that is nothing ``worth_keeping`` yet.
    """
    driver, stopped = Driver(run), False
    for seen in driver:
        yield seen
        if interrupted() and not stopped:
            if not worth_keeping(seen):
                raise KeyboardInterrupt
            driver.stop()
            stopped = True
    return driver.value
