"""Generators driven to their end, with a bar on a terminal and none in a pipe; or to Ctrl-C.

The first Ctrl-C stops work that can be kept, the second one drops it.
"""

import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import TypeVar

from tqdm import tqdm

from advgui.core.generators import Driver, drive

Item = TypeVar("Item")
Step = TypeVar("Step")
Result = TypeVar("Result")

tqdm.monitor_interval = 0  # no thread of its own: every bar here is updated often enough


def with_item_bar(items: Iterable[Item], unit: str, total: int) -> Iterator[Item]:
    """The items, with a bar that counts them up to their ``total``."""
    yield from tqdm(items, total=total, unit=f" {unit}", disable=None, leave=False)


def with_step_bar(
    run: Generator[Step, None, Result],
    number: Callable[[Step], int],
    *,
    total: int | None,
    unit: str,
) -> Result:
    """Drive a generator to its end and return its result.

    The bar shows the ``number`` of what was yielded last, of ``total`` if that is known.
    """
    with tqdm(total=total, unit=f" {unit}", disable=None, leave=False) as bar:

        def show(step: Step) -> None:
            bar.update(number(step) - bar.n)

        return drive(run, show)


def with_share_bar(
    run: Generator[Step, None, Result],
    title: str,
    done: Callable[[Step], float],
    note: Callable[[Step], str] = lambda _: "",
) -> Result:
    """The same, with a bar of the share in [0, 1] that is ``done``, and words beside it."""
    form = "{desc} {percentage:3.0f}% |{bar}| {elapsed} <{remaining} {postfix}"
    with tqdm(total=1.0, desc=title, bar_format=form, disable=None, leave=False) as bar:

        def show(step: Step) -> None:
            bar.set_postfix_str(note(step), refresh=False)
            bar.update(done(step) - bar.n)

        return drive(run, show)


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
    takes_note = current_thread() is main_thread() and former is signal.default_int_handler
    if takes_note:
        signal.signal(signal.SIGINT, note)
    try:
        yield lambda: came
    finally:
        if takes_note:
            signal.signal(signal.SIGINT, former)


def stoppable(
    run: Generator[Step, None, Result],
    interrupted: Callable[[], bool],
    worth_keeping: Callable[[Step], bool],
) -> Generator[Step, None, Result]:
    """The same run, which ends with what it has once it is ``interrupted``.

    Raises KeyboardInterrupt where that is nothing ``worth_keeping`` yet.
    """
    driver, stopped = Driver(run), False
    for step in driver:
        yield step
        if interrupted() and not stopped:
            if not worth_keeping(step):
                raise KeyboardInterrupt
            driver.stop()
            stopped = True
    return driver.value
