"""Only what a person can redraw: bent strokes, and one more, within what the digit stays by."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.base import EvasionAttack, Unit
from advgui.core.attacks.objective import Norm, Objective, Surest
from advgui.core.attacks.oracle import Access, Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.queries.search import Rows, left, query_budget
from advgui.core.attacks.steps import Step
from advgui.core.attacks.strokes.redrawing import Redrawing, StrokeEncoding
from advgui.core.digits.rendering import Floats
from advgui.core.errors import ParameterError
from advgui.core.images import Array, Bytes, quantise, to_floats
from advgui.core.language import tr
from advgui.core.parameters import parameter

#: Children of a generation, which is a step: each is a query.
CHILDREN: Final = 24
#: How much each of the best of them weighs in the mean that is the next parent.
_WEIGHTS: Final = np.log(6.5) - np.log(np.arange(1, 7))
#: Generations of random strokes, before anything is bent.
_STROKES: Final = 4
#: How far a number of a child is from its parent's, in units of the digit's size.
_SIGMA: Final = 0.03

_NO_INK: Final = tr(
    "The attack pen changes strokes, and this is an image without any: draw a digit, or open a "
    "drawing that was saved as strokes."
)
_TOO_MUCH: Final = tr(
    "The attack pen changes the strokes of a digit, and this drawing has too many."
)


@dataclass(frozen=True, slots=True)
class Pen(EvasionAttack):
    """Strokes that are bent, moved and made longer, and one that is added.

    Every stroke has a control point each 4.5 pixels along its way, its ends among them. A
    bend moves these by at most ``bend`` of the digit's size, and what is between follows by
    raised cosines; one stroke more is as long as ``added`` of all ink at most. So the digit stays
    the same to the eye, and a hand can draw it.

    First strokes are tried at random, then strokes and bends together by an evolution
    strategy with weighted recombination (Hansen and Ostermeier 2001, section 2) on the lead in
    logits: nothing but scores is seen. An image is given up to as soon as it leads by
    ``lead``, which leaves room for what a hand does otherwise. All images of a batch try the
    same random numbers, so that what comes of one does not depend on which others are beside it.
    """

    name: ClassVar[str] = "pen"
    title: ClassVar[str] = tr("Pen strokes")
    summary: ClassVar[str] = tr("Bends strokes and adds one, so that a person can draw it.")
    source: ClassVar[str] = tr(
        "Our own; its search is Hansen and Ostermeier 2001, doi:10.1162/106365601750190398"
    )
    access: ClassVar[Access] = "scores"
    norm: ClassVar[Norm] = "none"
    unit: ClassVar[Unit] = "queries"
    confident: ClassVar[bool] = False
    on_strokes: ClassVar[bool] = True

    queries: int = query_budget(500)
    bend: float = parameter(
        0.08,
        tr("Bend"),
        tr("How far any point of a stroke may move, as a share of the digit's size."),
        minimum=0.0,
        maximum=0.12,
        role="budget",
        beyond=tr("bent any further, the digit becomes the goal"),
    )
    added: float = parameter(
        0.1,
        tr("Added ink"),
        tr("How long the added stroke may be, as a share of all ink; at 0 none is added."),
        maximum=0.25,
        beyond=tr("with more ink it is another digit"),
    )
    lead: float = parameter(
        1.5,
        tr("Lead"),
        tr(
            "By how many logits the goal must lead every other label, so that it still fools "
            "when a hand has redrawn it; at 0 its being read is enough."
        ),
        maximum=50.0,
        role="confidence",
    )

    def total(self) -> int:
        """The queries that each image may cost."""
        return self.queries

    def asked(self, problem: Problem) -> Problem:
        """With its own lead."""
        return replace(problem, confidence=self.lead)

    def objective(self, problem: Problem) -> Objective:
        """Whatever is inside both budgets will do."""
        return Surest(problem)

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """A step is a generation: as many children as that, and the best of all so far."""
        search = _Search(self, oracle, problem)
        yield search.step()
        draws = iter(lambda: random.spawn(1)[0], None)
        for generation, draw in enumerate(draws):
            if not len(rows := search.rows):
                return
            search.offer(rows, search.children(rows, draw, strokes=generation < _STROKES))
            yield search.step()


class _Search:
    """Each image's best change so far, and the one that the next children are born of."""

    def __init__(self, attack: Pen, oracle: Oracle, problem: Problem) -> None:
        """Ask about the originals."""
        self._oracle, self._problem, self._queries = oracle, problem, attack.queries
        redrawings = _redrawings(attack, problem)
        self._encoding = StrokeEncoding(redrawings, problem.originals)
        self._best = np.zeros((len(redrawings), max(one.numbers for one in redrawings)))
        self._drawn = quantise(self._encoding.images(self._best))
        self._logits = oracle.logits(to_floats(self._drawn))
        self._leads = problem.leads(self._logits)
        self._parents = self._best.copy()
        self._number = 0

    def step(self) -> Step:
        """The next step: what is best of each image."""
        number, self._number = self._number, self._number + 1
        best, logits, drawn = self._best.copy(), self._logits.copy(), self._drawn.copy()
        return Step(number, best, logits, self._encoding, drawn=drawn)

    @property
    def rows(self) -> Rows:
        """Which images still may and need be asked about."""
        asking = (self._leads <= self._problem.wanted_lead) & (self._left > 0)
        return np.flatnonzero(asking)

    def children(
        self, rows: Rows, random: np.random.Generator, *, strokes: bool
    ) -> tuple[Floats, ...]:
        """Changes (k, numbers) for each of the rows, k being as many as the budget has left.

        ``strokes`` are tried at random, where any may be added; else what is near the parent.
        """
        count = min(CHILDREN, int(self._left[rows].min()))
        places, noise = random.random((count, 4)), random.normal(0, _SIGMA, (self._width, count)).T
        made = []
        for row, one in zip(rows, self._encoding.of(rows), strict=True):
            near = self._parents[row, : one.numbers] + one.smoothed(noise[:, : one.numbers])
            tried = strokes and one.longest > 0
            made.append(one.strokes_at(places) if tried else one.within(near))
        return tuple(made)

    def offer(self, rows: Rows, children: tuple[Floats, ...]) -> None:
        """Ask about all of them; each image keeps the best, and goes on from the better ones."""
        of = np.repeat(rows, len(children[0]))
        drawn = np.stack(
            [
                one.changed(child).image()
                for one, some in zip(self._encoding.of(rows), children, strict=True)
                for child in some
            ]
        )
        logits = self._oracle.logits(to_floats(drawn), of)
        leads = self._problem.of(of).leads(logits)
        for row, changes in zip(rows, children, strict=True):
            mine = of == row
            self._take(row, changes, leads[mine], logits[mine], drawn[mine])

    def _take(
        self, row: np.intp, changes: Floats, leads: Array, logits: Array, drawn: Bytes
    ) -> None:
        """One image's children, with what became of each."""
        order = np.argsort(-leads, kind="stable")
        best, numbers = order[0], changes.shape[1]
        if leads[best] > self._leads[row]:
            self._best[row, :numbers] = changes[best]
            self._leads[row], self._logits[row] = leads[best], logits[best]
            self._drawn[row] = drawn[best]
        if self._number > _STROKES:
            weights = _WEIGHTS[: len(order)] / _WEIGHTS[: len(order)].sum()
            self._parents[row, :numbers] = weights @ changes[order[: len(weights)]]
        else:
            self._parents[row] = self._best[row]

    @property
    def _width(self) -> int:
        return self._best.shape[1]

    @property
    def _left(self) -> NDArray[np.int64]:
        return left(self._oracle, self._queries)


def _redrawings(attack: Pen, problem: Problem) -> tuple[Redrawing, ...]:
    """Of each image's ink; of the same ink the same, as of all goals of one drawing."""
    if problem.inks is None:
        raise ParameterError(_NO_INK)
    if not all(ink.changeable for ink in problem.inks):
        raise ParameterError(_TOO_MUCH)
    made = {id(ink): Redrawing(ink, attack.bend, attack.added) for ink in problem.inks}
    return tuple(made[id(ink)] for ink in problem.inks)
