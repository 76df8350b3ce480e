"""Work as a generator of steps: driven to its value, and stopped before its time."""

from collections.abc import Callable, Generator, Iterator
from typing import Generic, TypeVar

Step = TypeVar("Step")
Change = TypeVar("Change")
Value = TypeVar("Value")


class Stop(Exception):
    """Thrown into a run to end it now and keep what it has: the best step, or the network."""


class Driver(Iterator[Step], Generic[Step, Value]):
    """Iterates over the steps of a generator and keeps what it returns."""

    def __init__(self, run: Generator[Step, None, Value]) -> None:
        self._run = run
        self._stopping = False
        self.ended = False
        """Whether the generator has returned."""
        self.value: Value
        """What it has returned; there once it has ended."""

    def __next__(self) -> Step:
        """The next step. Raises StopIteration at the end, and what the generator raises."""
        try:
            if not self._stopping:
                return next(self._run)
            self._stopping = False
            return self._run.throw(Stop)
        except StopIteration as end:
            if not self.ended:
                self.ended, self.value = True, end.value
            raise StopIteration from None

    def stop(self) -> None:
        """Have the generator, which has begun, end with what it has at the next step."""
        self._stopping = not self.ended

    def close(self) -> None:
        """Drop the generator, and what it has."""
        self._run.close()


def drive(
    run: Generator[Step, None, Value], on_step: Callable[[Step], object] = lambda _: None
) -> Value:
    """Drive a generator to its end, with a look at each of its steps; returns its value."""
    driver = Driver(run)
    for step in driver:
        on_step(step)
    return driver.value


def stopped_when(
    run: Generator[Step, None, Value], enough: Callable[[Step], bool]
) -> Generator[Step, None, Value]:
    """The same work, which ends with what it has after the first step that is ``enough``."""
    driver = Driver(run)
    for step in driver:
        yield step
        if enough(step):
            driver.stop()
    return driver.value


def changed(
    run: Generator[Step, None, Value], change: Callable[[Step], Change]
) -> Generator[Change, None, Value]:
    """The same work with each of its steps changed; it is closed with this one."""
    driver = Driver(run)
    for step in driver:
        yield change(step)
    return driver.value
