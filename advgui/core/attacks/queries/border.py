"""What attacks share that see labels alone: a start, a search for each image, the way back.

An attacker who sees labels needs an image that has what is wanted, to come nearer from. It
draws one: the thirty digits of the gallery ship with advgui, and no data set has to be
there. Only where none of them will do are images of noise tried, as in both papers, from which
the way is much longer (*report*, 1,000 queries: mean L2 1.6 from noise, 1.4 from a digit).

Images are rounded where they are asked about, and nowhere else: a search goes by real
numbers where small changes have to add up, but never hears of an image that is not valid.
What was found is thus what is judged, shown and saved.
"""

from abc import abstractmethod
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.alike import spawned_alike
from advgui.core.attacks.base import EvasionAttack, Unit
from advgui.core.attacks.objective import DISTANCES, Norm
from advgui.core.attacks.oracle import Access, Oracle
from advgui.core.attacks.outcome import Stuck
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.attacks.queries.search import left, query_budget
from advgui.core.attacks.queries.simba import cosines
from advgui.core.attacks.steps import Step
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import (
    SIZE,
    Array,
    Bytes,
    Labels,
    linf,
    quantise,
    squares,
    to_floats,
    unit,
)

Search = Generator[Bytes, Flags, None]
"""A search for one image: it asks about valid images (m, 28, 28), and is told which of them
have what is wanted."""
Found = Generator[Bytes, Flags, Array]
"""A part of it that returns a valid image as real numbers, (28, 28)."""

#: Asked about at once for an image, so that a run can be stopped soon.
AT_ONCE: Final = 25
#: So many drawn digits are tried at once; the one is kept from which one gets nearest.
STARTS: Final = 5
#: So many images of noise, if none of them will do.
NOISES: Final = 20
# Showing an image is a query as well: it is read by the verdict, whatever the attack knows.
_SHOWN: Final = 1
_BETWEEN_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class LabelAttack(EvasionAttack):
    """Comes nearer from an image that has what is wanted. A subclass writes ``search``."""

    access: ClassVar[Access] = "labels"
    unit: ClassVar[Unit] = "queries"
    confident: ClassVar[bool] = False
    stuck: ClassVar[Stuck | None] = "no start"
    begins_elsewhere: ClassVar[bool] = True

    queries: int = query_budget()

    def total(self) -> int:
        """The queries that each image may cost."""
        return self.queries

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """A search for each image, with random numbers of its own; equal images have equal ones."""
        randoms = spawned_alike(problem.originals, random)
        together = Together(oracle, problem, self.queries, self.norm)
        yield from together.steps(lambda row: self._from_start(problem, row, randoms[row]))

    @abstractmethod
    def search(self, original: Array, image: Array, random: np.random.Generator) -> Search:
        """From an image (28, 28) that has what is wanted, nearer and nearer to the original."""

    def _from_start(self, problem: Problem, row: int, random: np.random.Generator) -> Search:
        original = to_floats(problem.originals[row])
        if problem.starts is not None and (yield problem.starts[row][None])[0]:
            image = yield from way_back(original, to_floats(problem.starts[row]), self.norm)
            yield from self.search(original, image, random)
            return
        drawn, likely = drawn_for(problem, row)
        found = yield from start(original, drawn, likely, self.norm, random)
        if found is not None:
            yield from self.search(original, found, random)


class Together:
    """A search for each image of a batch, which ask together; the nearest found are shown.

    Each is at a stage of its own and knows nothing of the others. An image is
    asked about until its search has ended or its budget is used up; one that has what is
    wanted already is never searched.
    """

    def __init__(self, oracle: Oracle, problem: Problem, queries: int, norm: Norm) -> None:
        """Ask about the originals."""
        count = len(problem.originals)
        self._oracle, self._problem, self._queries, self._norm = oracle, problem, queries, norm
        self._exact = to_floats(problem.originals)
        self._already = problem.reached(oracle.labels(self._exact))
        self._nearest: Bytes = problem.originals.copy()
        self._distances = np.full(count, np.inf)
        self._shown: Bytes = problem.originals
        self._shown_at = np.zeros(count, np.int64)

    def steps(self, search: Callable[[int], Search]) -> Iterator[Step]:
        """A step whenever all have asked; ``search`` begins that of an image by its row."""
        yield Step(0, self._shown)
        rows = [int(row) for row in np.flatnonzero(~self._already)]
        searches = {row: search(row) for row in rows}
        asking = {row: next(one) for row, one in searches.items()}
        number = 0
        while asking := self._within(asking):
            for row, flags in self._told(asking).items():
                try:
                    asking[row] = searches[row].send(flags)
                except StopIteration:
                    del asking[row]
            self._show(list(self._within(asking)))
            number += 1
            yield Step(number, self._shown)

    def _within(self, asking: dict[int, Bytes]) -> dict[int, Bytes]:
        """What is asked about images whose queries are not used up."""
        more = self._left() > 0
        return {row: images for row, images in asking.items() if more[row]}

    def _left(self) -> Labels:
        return left(self._oracle, self._queries) - _SHOWN

    def _told(self, asking: dict[int, Bytes]) -> dict[int, Flags]:
        """What each is told; no more is asked about an image than it has left.

        A search that is told less than it asked is not gone on with, as nothing is left then.
        """
        most = self._left()
        asked = {row: images[: most[row]] for row, images in asking.items()}
        counts = [len(images) for images in asked.values()]
        rows = np.repeat(list(asked), counts)
        images = np.concatenate(list(asked.values()))
        labels = self._oracle.labels(to_floats(images), rows)
        flags = self._problem.of(rows).reached(labels)
        parts = np.split(flags, np.cumsum(counts)[:-1])
        for (row, some), hits in zip(asked.items(), parts, strict=True):
            self._keep(row, some[hits])
        told = dict(zip(asked, parts, strict=True))
        return {row: hits for row, hits in told.items() if len(hits) == len(asking[row])}

    def _keep(self, row: int, images: Bytes) -> None:
        """Keep the nearest of the images that have what is wanted."""
        if not len(images):
            return
        distances = DISTANCES[self._norm](to_floats(images) - self._exact[row])
        best = distances.argmin()
        if distances[best] < self._distances[row]:
            self._nearest[row], self._distances[row] = images[best], distances[best]

    def _show(self, asking: list[int]) -> None:
        """Show the nearest now and then, and once a search has ended."""
        queries = self._oracle.queries
        due = queries - self._shown_at >= _BETWEEN_SHOWN
        ended = np.ones(len(due), dtype=bool)
        ended[asking] = False
        changed = (self._nearest != self._shown).any(axis=(1, 2)) & (due | ended)
        if changed.any():
            self._shown = np.where(changed[:, None, None], self._nearest, self._shown)
            self._shown_at[changed] = queries[changed]


def start(
    original: Array, drawn: Bytes, likely: int, norm: Norm, random: np.random.Generator
) -> Generator[Bytes, Flags, Array | None]:
    """An image with what is wanted, as near as the straight way to it goes; None if none has it.

    ``drawn`` (m, 28, 28) are asked about: ``STARTS`` of the ``likely`` first together, and if
    none of them has it, the others and images of noise, until one has.
    """
    few = min(STARTS, likely)
    hits = yield drawn[:few]
    found = list(drawn[:few][hits])
    others = chain(drawn[few:], random.integers(0, 256, (NOISES, SIZE, SIZE), np.uint8))
    while not found and (image := next(others, None)) is not None:
        if (yield image[None])[0]:
            found.append(image)
    nearest = None
    for image in found:
        back = yield from way_back(original, to_floats(image), norm)
        if nearest is None or distance(back - original, norm) < distance(nearest - original, norm):
            nearest = back
    return nearest


def way_back(original: Array, image: Array, norm: Norm) -> Found:
    """The nearest to the original on the way from an image that has what is wanted.

    A binary search: along the line between the two, or for L∞ along images that leave the
    original ever less. It ends where one more step would change no pixel by a level.
    """
    away = image - original
    peak = float(linf(away))
    near, far = 0.0, 1.0
    while (far - near) * peak * 255 > 1:
        share = (near + far) / 2
        change = share * away if norm == "l2" else np.clip(away, -share * peak, share * peak)
        tried = quantise(original + change)
        if (yield tried[None])[0]:
            far, image = share, to_floats(tried)
        else:
            near = share
    return image


def drawn_for(problem: Problem, row: int) -> tuple[Bytes, int]:
    """The gallery's digits in the order in which they are asked about, and how many are likely.

    Those come first that were drawn as what is wanted, the nearest before others.
    """
    images, labels = _gallery()
    differences = to_floats(images) - to_floats(problem.originals[row])
    hit = labels == problem.goals[row]
    likely = hit if problem.form == "targeted" else ~hit
    order = np.lexsort((squares(differences), ~likely))
    return images[order], int(likely.sum())


def directions(count: int, frequencies: int, random: np.random.Generator) -> Array:
    """Random directions (count, 28, 28) of length 1, of so many lowest waves each way."""
    waves = _waves(frequencies)
    weights = random.standard_normal((count, frequencies, frequencies), np.float32)
    return unit(waves.T @ weights @ waves)


def distance(difference: Array, norm: Norm) -> float:
    """How long a difference (28, 28) is in the norm."""
    return float(DISTANCES[norm](difference))


_waves = cache(cosines)


@cache
def _gallery() -> tuple[Bytes, Labels]:
    """The drawn digits that ship with advgui (30, 28, 28), and what they were drawn as (30,)."""
    digits = read_gallery()
    images = np.stack([render(digit.strokes) for digit in digits])
    return images, np.array([digit.label for digit in digits])
