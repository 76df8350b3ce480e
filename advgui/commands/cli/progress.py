"""Generators driven to their end, with a bar on a terminal and none in a pipe."""

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TypeVar

from tqdm import tqdm

from advgui.core.generators import drive

Item = TypeVar("Item")
Seen = TypeVar("Seen")
Result = TypeVar("Result")

tqdm.monitor_interval = 0  # no thread of its own: every bar here is updated often enough


def counted_off(items: Iterable[Item], unit: str, total: int) -> Iterator[Item]:
    """The items, with a bar that counts them up to their ``total``."""
    yield from tqdm(items, total=total, unit=f" {unit}", disable=None, leave=False)


def followed(
    run: Generator[Seen, None, Result],
    number: Callable[[Seen], int],
    *,
    total: int | None,
    unit: str,
) -> Result:
    """Drive a generator to its end and return its result.

    The bar shows the ``number`` of what was yielded last, of ``total`` if that is known.
    """
    with tqdm(total=total, unit=f" {unit}", disable=None, leave=False) as bar:

        def seen(step: Seen) -> None:
            bar.update(number(step) - bar.n)

        return drive(run, seen)


def followed_share(
    run: Generator[Seen, None, Result],
    title: str,
    done: Callable[[Seen], float],
    note: Callable[[Seen], str] = lambda _: "",
) -> Result:
    """The same, with a bar of the share in [0, 1] that is ``done``, and words beside it."""
    form = "{desc} {percentage:3.0f}% |{bar}| {elapsed} <{remaining} {postfix}"
    with tqdm(total=1.0, desc=title, bar_format=form, disable=None, leave=False) as bar:

        def seen(step: Seen) -> None:
            bar.set_postfix_str(note(step), refresh=False)
            bar.update(done(step) - bar.n)

        return drive(run, seen)
