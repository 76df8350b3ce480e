"""A slope guessed from scores: random pairs, forth and back, and a step along their average."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.base import EvasionAttack, Unit
from advgui.core.attacks.budget.ball import BALLS, Ball
from advgui.core.attacks.budget.descent import Steady
from advgui.core.attacks.objective import Budget, Norm, Objective, Surest
from advgui.core.attacks.oracle import Access, Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.queries.search import Climb, Rows, left, query_budget
from advgui.core.attacks.queries.simba import cosines
from advgui.core.attacks.shared_parameters import frequency_count, l2_budget, linf_budget
from advgui.core.attacks.steps import Step
from advgui.core.images import SIZE, Array, Bytes, quantise, to_floats
from advgui.core.language import tr
from advgui.core.parameters import parameter

# More images at once would take much memory, and no less time for each.
_AT_ONCE: Final = 2048


@dataclass(frozen=True, slots=True)
class _Estimated(EvasionAttack):
    """Steps inside a budget along a slope that is estimated from scores.

    Ilyas et al. 2018, "Black-box adversarial attacks with limited queries and information",
    section 2.1: of random directions u, each tried forth and back (antithetic pairs,
    Salimans et al. 2017), the slope is about the sum of (f(x + sigma u) - f(x - sigma u)) u. A
    step is the steepest one in the norm, of the sum of all slopes so far.

    Four things are our own. f is the lead in logits, which still changes where a confidence
    does not. The images asked about are valid, and u is what is left of it in them: what
    the box and the rounding took away was not tried. A random direction is one of the lowest
    waves of the discrete cosine transform, which are fewer than pixels and weigh more. And
    all images of a batch try the same directions, so that what comes of one does not
    depend on which others are beside it.
    """

    access: ClassVar[Access] = "scores"
    unit: ClassVar[Unit] = "queries"

    queries: int = query_budget()
    budget: float = linf_budget(0.2)
    pairs: int = parameter(
        20,
        tr("Pairs"),
        tr("How many directions, each forth and back, a slope is estimated from."),
        minimum=1,
        maximum=500,
        scale="log",
    )
    sigma: float = parameter(
        0.1,
        tr("Sigma"),
        tr("How far a pixel goes in each direction on average, of 0 to 1; a level is .004."),
        minimum=0.01,
        maximum=1.0,
        scale="log",
    )
    length: float = parameter(
        0.2,
        tr("Length"),
        tr("How far a step goes, in budgets."),
        minimum=0.01,
        maximum=2.0,
        scale="log",
    )
    momentum: float = parameter(
        0.8,
        tr("Momentum"),
        tr("How much of the slopes so far goes into the next step."),
        maximum=0.99,
    )
    frequencies: int = frequency_count(
        10,
        tr(
            "How many of the lowest frequencies, along and down, directions have; with 28 any "
            "pixel by itself."
        ),
    )

    @property
    def ball(self) -> Ball:
        """What the budget allows."""
        return BALLS[self.norm](self.budget)

    def total(self) -> int:
        """The queries that each image may cost."""
        return self.queries

    def limit(self) -> Budget:
        """The budget, as far as 8-bit images can use it."""
        return Budget(self.norm, self.ball.size)

    def objective(self, problem: Problem) -> Objective:
        """Whatever is inside will do."""
        return Surest(problem)

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """A slope of pairs, a step along it, and a query that tells where it leads."""
        ball, originals = self.ball, problem.originals
        whole = to_floats(originals)
        pace = Steady(ball, whole, self.length * ball.size, self.momentum)
        changes: Array = np.zeros_like(whole)
        climb = Climb(oracle, problem, self.queries)
        yield climb.step()
        while len(rows := climb.rows):
            # All that are left were asked about equally often; one query is the step's own.
            pairs = min(self.pairs, (int(left(oracle, self.queries)[rows[0]]) - 1) // 2)
            if not pairs:
                return
            slope = np.zeros_like(whole)
            for some in np.array_split(self._directions(pairs, random), _parts(pairs * len(rows))):
                slope[rows] += _slope(oracle, problem, climb.images, rows, some)
            changes = pace(changes, climb.leads, slope)
            climb.offer(rows, ball.rounded(changes[rows], originals[rows]), anyhow=True)
            yield climb.step()

    def _directions(self, pairs: int, random: np.random.Generator) -> Array:
        """Random directions (pairs, 28, 28), in which a pixel goes ``sigma`` on average."""
        count, waves = self.frequencies, cosines(self.frequencies)
        weights = random.normal(size=(pairs, count, count)) * (self.sigma * SIZE / count)
        directions: Array = waves.T @ weights.astype(np.float32) @ waves
        return directions


@dataclass(frozen=True, slots=True)
class NES(_Estimated):
    """A slope estimated from scores, where no pixel may change by more than the budget."""

    name: ClassVar[str] = "nes"
    title: ClassVar[str] = tr("Estimated slope, L∞ (NES)")
    summary: ClassVar[str] = tr("Estimates the slope from pairs of queries, and follows it.")
    source: ClassVar[str] = tr(
        "Ilyas et al. 2018, arXiv:1804.08598, section 2.1; Salimans et al. 2017, arXiv:1703.03864"
    )
    norm: ClassVar[Norm] = "linf"


@dataclass(frozen=True, slots=True)
class NESL2(_Estimated):
    """A slope estimated from scores, where the Euclidean norm is at most the budget."""

    name: ClassVar[str] = "nes-l2"
    title: ClassVar[str] = tr("Estimated slope, L2 (NES)")
    summary: ClassVar[str] = tr("Estimates the slope from pairs of queries, within an L2 budget.")
    source: ClassVar[str] = tr(
        "Ilyas et al. 2018, arXiv:1804.08598, section 2.1; Salimans et al. 2017, arXiv:1703.03864"
    )
    norm: ClassVar[Norm] = "l2"

    budget: float = l2_budget(2.0)


def _parts(images: int) -> int:
    """In how many parts so many pairs are asked about."""
    return -(-2 * images // _AT_ONCE)


def _slope(oracle: Oracle, problem: Problem, images: Bytes, rows: Rows, directions: Array) -> Array:
    """The sum over antithetic pairs, (m, 28, 28), for m of the images; of no known scale."""
    now = to_floats(images[rows])[:, None]
    forth, back = quantise(now + directions), quantise(now - directions)
    asked = to_floats(np.concatenate([forth, back], axis=1)).reshape(-1, SIZE, SIZE)
    of = np.repeat(rows, 2 * len(directions))
    leads = problem.of(of).leads(oracle.logits(asked, of)).reshape(len(rows), 2, -1)
    between = to_floats(forth) - to_floats(back)
    gains = leads[:, 0] - leads[:, 1]
    gains[~np.isfinite(gains)] = 0  # of what left float32 nothing is known
    slope: Array = np.einsum("np,npij->nij", gains, between)
    return slope
