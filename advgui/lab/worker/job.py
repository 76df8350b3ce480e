"""Work that tells its whole state at each step, so that one lane carries every kind of it.

A job is a frozen dataclass that is sent to the process beside the window: what is to be done and
with what. Its states are frozen, too, and each of them is all that is known so far, as the
window may be told but some of them.
"""

from collections.abc import Generator
from typing import Protocol, TypeVar

State_co = TypeVar("State_co", covariant=True)


class Job(Protocol[State_co]):
    """What is to be done."""

    @property
    def kind(self) -> str:
        """What it is called in a sentence: "The measurement was stopped ..."."""
        ...

    def steps(self) -> Generator[State_co, None, State_co]:
        """Do it, and return the last state. A ``Stop`` that is thrown into it ends it early.

        It may be paused or dropped between two steps, so that a step takes a few milliseconds.
        """
        ...
