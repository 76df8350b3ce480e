"""One command for format, lint, types, imports and tests."""

import pytest
from check import CHECKS, chosen


def test_all_checks_are_made_unless_one_is_named() -> None:
    assert chosen([]) == list(CHECKS)
    assert chosen(["-k", "pen"]) == list(CHECKS)
    assert chosen(["--only", "types"]) == ["types"]


@pytest.mark.parametrize("arguments", [["--only"], ["--only", "speed"], ["--only", "lint", "-q"]])
def test_a_check_that_there_is_not_is_told(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="After --only stands one of format, lint"):
        chosen(arguments)
