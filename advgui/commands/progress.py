"""Generators driven to their end, with a bar on a terminal and none in a pipe."""

from collections.abc import Callable, Generator
from typing import TypeVar

from tqdm import tqdm

Seen = TypeVar("Seen")
Result = TypeVar("Result")


def followed(run: Generator[Seen, None, Result], look: Callable[[Seen], object]) -> Result:
    """Drive a generator to its end, look at all that it yields, and return its result."""
    while True:
        try:
            seen = next(run)
        except StopIteration as end:
            result: Result = end.value
            return result
        look(seen)


def followed_share(
    run: Generator[Seen, None, Result],
    title: str,
    done: Callable[[Seen], float],
    note: Callable[[Seen], str] = lambda _: "",
) -> Result:
    """The same, with a bar: ``done`` tells the share in [0, 1] that is done, ``note`` words."""
    with tqdm(
        total=1.0,
        desc=title,
        bar_format="{desc} {percentage:3.0f}% |{bar}| {elapsed} <{remaining} {postfix}",
        disable=None,
        leave=False,
    ) as bar:

        def look(seen: Seen) -> None:
            bar.set_postfix_str(note(seen), refresh=False)
            bar.update(done(seen) - bar.n)

        return followed(run, look)
