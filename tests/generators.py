"""Generators driven to their end."""

from collections.abc import Generator
from typing import TypeVar

from advgui.core.generators import Driver

Item = TypeVar("Item")
Result = TypeVar("Result")


def finished(run: Generator[Item, None, Result]) -> tuple[list[Item], Result]:
    """All that a generator yields, and what it returns."""
    driver = Driver(run)
    return list(driver), driver.value
