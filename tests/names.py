"""Tests that are spread over processes need the same names in all of them."""

from typing import Final

import pytest

#: What is longer is the look of a value.
_LONGEST: Final = 1000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a name that may be another one in the next process."""
    for item in items:
        if len(item.nodeid) > _LONGEST or " at 0x" in item.nodeid:
            raise pytest.UsageError(
                f"{item.nodeid[:_LONGEST]}: this name tells what a value looks like, which may "
                "differ from process to process; give it by ids=, or pass what makes the value."
            )
