"""What the steps of a run measured, in the lane that is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.oracle import Counts
from advgui.core.images import LABELS, Array
from advgui.core.nn.losses import squared_error_value
from advgui.lab.runs.shown_run import ShownRun
from advgui.lab.worker.recording import RecordedBlock

_NO_LOGITS: Final = np.empty((0, LABELS), np.float32)
_NO_SQUARES: Final = np.empty(0, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """What k steps of one lane measured, arrays (k,), about the raw iterate of each step.

    ``goal``: confidence of the goal (of the label to get away from, if untargeted).
    ``misfit``: 1/2 |y_goal - y|^2 with sigmoid activations y, the report's cost.
    ``distance``: L2 to the original, in [0, 1] pixels.
    ``queries``: how often the image had gone forward; None where steps are what counts.
    ``numbers``: those of the steps (k,), where some were dropped; None where all are there.
    """

    goal: Array
    misfit: Array
    distance: Array
    queries: Counts | None = None
    numbers: NDArray[np.intp] | None = None

    @property
    def steps(self) -> NDArray[np.intp]:
        """The number of each step."""
        return np.arange(len(self)) if self.numbers is None else self.numbers

    @property
    def places(self) -> NDArray[np.integer[Any]]:
        """Where each step stands: at its queries where those count, else at its number."""
        return self.steps if self.queries is None else self.queries

    def __len__(self) -> int:
        """The number of steps k."""
        return len(self.goal)

    def __add__(self, more: "Curves") -> "Curves":
        """These curves and the steps after them."""
        return Curves(
            np.concatenate([self.goal, more.goal]),
            np.concatenate([self.misfit, more.misfit]),
            np.concatenate([self.distance, more.distance]),
            _joined([self.queries, more.queries]),
        )


def measured(run: ShownRun, pieces: Sequence[RecordedBlock]) -> Curves:
    """The curves of some pieces of a run's recording, in its selected lane."""
    lane = run.selected
    goal = int(run.request.problem.goals[lane])
    logits = np.concatenate([_NO_LOGITS, *(piece.logits[:, lane] for piece in pieces)])
    squares = np.concatenate([_NO_SQUARES, *(piece.squares(lane) for piece in pieces)])
    return Curves(
        goal=run.network.activate(logits)[:, goal],
        misfit=squared_error_value(logits, np.full(len(logits), goal)),
        distance=np.sqrt(squares),
        queries=_joined(
            [None if piece.queries is None else piece.queries[:, lane] for piece in pieces]
        ),
    )


def _joined(parts: Sequence[Counts | None]) -> Counts | None:
    """All that was counted, None where nothing was."""
    counted = [part for part in parts if part is not None]
    return np.concatenate(counted) if counted else None


class Gauge:
    """Measures the run that is shown while it grows, and each of its steps once."""

    def __init__(self) -> None:
        self._of: tuple[int, int, int] | None = None
        self._pieces = 0
        self._curves: Curves | None = None

    def curves(self, run: ShownRun) -> Curves:
        """Those of the selected lane, over all steps so far."""
        numbers = run.recording.numbers
        of = (run.ticket, run.selected, 0 if numbers is None else len(numbers))
        if self._of != of:
            self._of, self._pieces, self._curves = of, 0, None
        new = measured(run, run.recording.pieces[self._pieces :])
        self._pieces = len(run.recording.pieces)
        new = replace(new, numbers=numbers)
        self._curves = new if self._curves is None else self._curves + new
        return self._curves
