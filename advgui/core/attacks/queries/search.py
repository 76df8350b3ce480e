"""What attacks share that see scores alone: a budget of queries, and a search that climbs."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.attacks.steps import Step
from advgui.core.images import Bytes, to_floats
from advgui.core.language import tr
from advgui.core.parameters import parameter

Rows = NDArray[np.intp]

#: No run has more steps than queries, and as many can be kept of all digits at once.
MOST_QUERIES: Final = 10_000
# The query by which the outcome is read belongs to the budget, too.
_VERDICT: Final = 1


def query_budget(default: int = 1000) -> int:
    """The row of the parameter table that every attack has whose work is its queries."""
    return parameter(
        default,
        tr("Queries"),
        tr("How often each image may be shown to the network, the verdict on it included."),
        minimum=10,
        maximum=MOST_QUERIES,
        scale="log",
        role="effort",
    )


def left(oracle: Oracle, queries: int) -> NDArray[np.int64]:
    """How many of so many queries each image (n,) has left before its verdict."""
    return queries - _VERDICT - oracle.queries


class Climb:
    """Each image as it leads most so far; whoever asks for no more than a lead climbs.

    The network is only ever asked about valid images. An image drops out of the batch once
    it has what is wanted, or its budget is used up: no query is spent on it any more.
    """

    def __init__(self, oracle: Oracle, problem: Problem, queries: int) -> None:
        """Ask about the originals."""
        self._oracle, self._problem, self._queries = oracle, problem, queries
        self.images: Bytes = problem.originals
        self.logits = oracle.logits(to_floats(problem.originals))
        self.leads = problem.leads(self.logits)
        self._number = 0

    def step(self) -> Step:
        """The next step: the images as they are, which are valid and were read."""
        number, self._number = self._number, self._number + 1
        return Step(number, self.images, self.logits)

    @property
    def rows(self) -> Rows:
        """Which images still may and need be asked about."""
        asking = (self.leads <= self._problem.wanted_lead) & (left(self._oracle, self._queries) > 0)
        return np.flatnonzero(asking)

    def differ(self, rows: Rows, candidates: Bytes) -> Flags:
        """Which candidates are another image than that of their row: of others all is known."""
        other: Flags = (candidates != self.images[rows]).any(axis=(1, 2))
        return other

    def offer(self, rows: Rows, candidates: Bytes, *, anyhow: bool = False) -> Flags:
        """Ask about a candidate for each of the rows; which of them lead more and are kept.

        ``anyhow`` all are: a search may have to start from where it is worse.
        """
        logits = self._oracle.logits(to_floats(candidates), rows)
        leads = self._problem.of(rows).leads(logits)
        kept: Flags = (leads > self.leads[rows]) | anyhow
        if kept.any():
            taken = rows[kept]
            # Steps that were told already keep what they have.
            self.images, self.logits = self.images.copy(), self.logits.copy()
            self.images[taken], self.logits[taken] = candidates[kept], logits[kept]
            self.leads[taken] = leads[kept]
        return kept
