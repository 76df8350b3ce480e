"""What passes between the window and the worker: all of it frozen, all of it picklable."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import Attack, Outcome, Problem
from advgui.core.images import Array, Bytes
from advgui.core.network import Network


@dataclass(frozen=True, slots=True, eq=False)
class AttackRequest:
    """One run to be made; its ticket comes back on every report about it."""

    ticket: int
    network: Network
    attack: Attack
    problem: Problem
    seed: int


@dataclass(frozen=True, slots=True)
class StopRun:
    """End the run of that ticket now and report its best step so far."""

    ticket: int


@dataclass(frozen=True, slots=True)
class CancelRun:
    """Drop whatever runs; nothing is reported."""


@dataclass(frozen=True, slots=True)
class Close:
    """End the worker."""


Command = AttackRequest | StopRun | CancelRun | Close


@dataclass(frozen=True, slots=True)
class Ready:
    """The first message of a worker: it has come up and listens."""


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """What k steps of n images measured, arrays (k, n), about the raw iterate of each step.

    ``goal``: confidence of the goal (of the label to get away from, if untargeted).
    ``misfit``: 1/2 |y_goal - y|^2 with sigmoid activations y, the report's cost.
    ``distance``: L2 to the original, in [0, 1] pixels. ``outside``: pixels that left [0, 1].
    ``raw_reached``: whether the raw iterate reads as wanted; no verdict, because what is
    shown and saved is the valid 8-bit image.
    """

    goal: Array
    misfit: Array
    distance: Array
    outside: NDArray[np.integer[Any]]
    raw_reached: NDArray[np.bool_]

    def __len__(self) -> int:
        """The number of steps k."""
        return len(self.goal)


@dataclass(frozen=True, slots=True, eq=False)
class Progress:
    """The newest state of a run: ``images`` uint8 (n, 28, 28) of step number ``step``.

    ``curves`` holds the steps since the last report, so that every step arrives once.
    """

    ticket: int
    step: int
    images: Bytes
    curves: Curves


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """The end of a run: one outcome for each of its n images, and all its steps.

    ``images`` is uint8 (steps + 1, n, 28, 28), step 0 being the start; ``curves`` holds
    the steps since the last progress. ``stopped`` says that it was ended before its time.
    """

    ticket: int
    outcomes: tuple[Outcome, ...]
    images: Bytes
    curves: Curves
    stopped: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """The run of that ticket came to nothing; the sentence says why, for the user."""

    ticket: int
    sentence: str


Report = Progress | Finished | Failed
