"""One direction after the other, kept where it helps: what an attacker who sees scores can do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.attacks.base import EvasionAttack, Unit
from advgui.core.attacks.oracle import Access, Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.queries.search import Climb, query_budget
from advgui.core.attacks.steps import Step
from advgui.core.images import PIXELS, SIZE, Array, quantise, to_floats
from advgui.core.language import tr
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class SimBA(EvasionAttack):
    """A random direction of a basis at a time, ``eps`` forth or else back, kept where it helps.

    Guo et al. 2019, "Simple black-box adversarial attacks", algorithm 1. The directions are
    pixels, or waves of the discrete cosine transform, of which the ``frequencies`` lowest
    along and down are taken; each comes once, in random order, before any comes again.

    Three things are our own. What helps is a larger lead in logits, not a smaller
    confidence, which does not change any more where a network is sure. A direction
    that changes no byte, as that of less ink where there is none, is not asked about.
    And all images of a batch try the same direction at once, so that what comes of one does
    not depend on which others are beside it.
    """

    name: ClassVar[str] = "simba"
    title: ClassVar[str] = tr("One direction at a time (SimBA)")
    summary: ClassVar[str] = tr("Tries random pixels or waves, and keeps those that help.")
    source: ClassVar[str] = tr("Guo et al. 2019, arXiv:1905.07121, algorithm 1; on logits' leads")
    access: ClassVar[Access] = "scores"
    unit: ClassVar[Unit] = "queries"

    queries: int = query_budget()
    eps: float = parameter(
        0.2,
        tr("Length"),
        tr("How far an image goes in each direction, in L2; for a pixel, of 0 to 1."),
        minimum=0.01,
        maximum=1.0,
        scale="log",
    )
    basis: str = parameter(
        "waves",
        tr("Directions"),
        tr("Single pixels, or waves of the discrete cosine transform."),
        choices=("pixels", "waves"),
    )
    frequencies: int = parameter(
        10,
        tr("Frequencies"),
        tr("How many of the lowest frequencies, along and down, are taken of the waves."),
        minimum=1,
        maximum=SIZE,
    )

    def total(self) -> int:
        """The queries that each image may cost."""
        return self.queries

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Algorithm 1, again and again from the first direction while that leads anywhere."""
        climb, exact = Climb(oracle, problem, self.queries), to_floats(problem.originals)
        yield climb.step()
        directions, asked = self._directions(), True
        while asked:
            asked = False
            for direction in self.eps * directions[random.permutation(len(directions))]:
                for step in _tried(climb, exact, direction):
                    asked = True
                    yield step

    def _directions(self) -> Array:
        """The basis (m, 28, 28)."""
        if self.basis == "pixels":
            return np.eye(PIXELS, dtype=np.float32).reshape(-1, SIZE, SIZE)
        waves = cosines(self.frequencies)
        products: Array = waves[:, None, :, None] * waves[None, :, None, :]
        return products.reshape(-1, SIZE, SIZE)


def _tried(climb: Climb, exact: Array, direction: Array) -> Iterator[Step]:
    """Forth, and back for those images that it did not help; a step wherever one was asked.

    ``exact`` are the images before they are rounded, or small changes would never add up.
    """
    helped = np.zeros(len(exact), dtype=bool)
    for move in (direction, -direction):
        rows = climb.rows
        rows = rows[~helped[rows]]
        moved = np.clip(exact[rows] + move, 0, 1)
        candidates = quantise(moved)
        other = climb.differ(rows, candidates)
        if other.any():
            kept = climb.offer(rows[other], candidates[other])
            taken = rows[other][kept]
            exact[taken], helped[taken] = moved[other][kept], True
            yield climb.step()


def cosines(count: int) -> Array:
    """The ``count`` lowest waves (count, 28) of the orthonormal discrete cosine transform."""
    numbers, places = np.arange(count)[:, None], np.arange(SIZE) + 0.5
    waves = np.sqrt(2 / SIZE) * np.cos(np.pi * numbers * places / SIZE)
    waves[0] /= np.sqrt(2)
    lowest: Array = waves.astype(np.float32)
    return lowest
