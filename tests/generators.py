"""Generators driven to their end."""

from collections.abc import Generator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def finished(run: Generator[Item, None, Result]) -> tuple[list[Item], Result]:
    """All that a generator yields, and what it returns."""
    items = []
    while True:
        try:
            items.append(next(run))
        except StopIteration as end:
            result: Result = end.value
            return items, result
