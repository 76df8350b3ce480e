"""One command for format, lint, types, imports and tests."""

import pytest
from check import ALONE, CHECKS, SPREAD, chosen, for_pytest


def test_all_checks_are_made_unless_one_is_named() -> None:
    assert chosen([]) == list(CHECKS)
    assert chosen(["-k", "pen"]) == list(CHECKS)
    assert chosen(["--only", "types"]) == ["types"]


@pytest.mark.parametrize("arguments", [["--only"], ["--only", "speed"], ["--only", "lint", "-q"]])
def test_a_check_that_there_is_not_is_told(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="After --only stands one of format, lint"):
        chosen(arguments)


@pytest.mark.parametrize("arguments", [[], ["tests/core", "-k", "ink"], ["--cov"], ["--pdb"]])
def test_tests_are_spread_over_all_cores(arguments: list[str]) -> None:
    assert for_pytest(arguments) == [*SPREAD, *arguments]


@pytest.mark.parametrize("argument", sorted(ALONE))
def test_what_is_measured_or_watched_has_one_process(argument: str) -> None:
    arguments = ["tests/benchmarks", argument]
    assert for_pytest(arguments) == arguments


def test_whoever_says_how_many_processes_is_heard(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_one(): pass")
    done = pytester.runpytest_subprocess("-v", *for_pytest(["-n", "0"]), "-p", "no:cacheprovider")
    done.assert_outcomes(passed=1)
    assert "workers" not in done.stdout.str()
