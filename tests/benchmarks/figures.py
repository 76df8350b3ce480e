"""What the benchmarks found, each beside its aim, and how two things are compared."""

from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import perf_counter
from typing import Final, NamedTuple

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROUNDS: Final = 40


class Figure(NamedTuple):
    """One line of the table."""

    what: str
    aim: str
    measured: str
    spread: str = ""


FIGURES: Final = pytest.StashKey[list[Figure]]()
Note = Callable[[Figure], None]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, once."""
    start = perf_counter()
    work()
    return perf_counter() - start


def in_turns(
    benchmark: BenchmarkFixture,
    work: Callable[[], object],
    setup: Callable[[], object],
    *,
    rounds: int,
    warmup: int = 0,
) -> None:
    """Measure ``work``, with ``setup`` before every round; once each, where nothing is measured."""
    pedantic: Callable[..., object] = benchmark.pedantic
    # What a setup returns would be taken for arguments.
    pedantic(work, setup=lambda: setup() and None, rounds=rounds, warmup_rounds=warmup)


def ratios(
    benchmark: BenchmarkFixture,
    one: Callable[[], object],
    other: Callable[[], object],
    rounds: int = ROUNDS,
) -> list[float]:
    """The time of ``one`` over that of ``other``, taken in turns; none where not measured.

    Whatever slows the machine down slows both, so their ratio means something where a
    time alone does not.
    """
    others: list[float] = []
    in_turns(benchmark, one, lambda: others.append(seconds(other)), rounds=rounds, warmup=2)
    if benchmark.stats is None:
        return []
    return [mine / its for mine, its in zip(benchmark.stats.stats.data, others[2:], strict=True)]


def times(what: str, aim: str, values: Sequence[float]) -> Figure:
    """A figure that is the median of some ratios."""
    return Figure(what, aim, f"{median(values):.2f} x", spread(values, " x"))


def milliseconds(what: str, aim: str, values: Sequence[float]) -> Figure:
    """A figure that is the median of some durations, given in seconds."""
    found = [1000 * value for value in values]
    return Figure(what, aim, f"{median(found):.2f} ms", spread(found, " ms"))


def spread(values: Sequence[float], unit: str = "") -> str:
    """From the fifth to the ninety-fifth of a hundred values."""
    if len(values) < 2:
        return ""
    cuts = quantiles(values, n=20, method="inclusive")
    return f"p5 {cuts[0]:.2f}, p95 {cuts[-1]:.2f}{unit}"
