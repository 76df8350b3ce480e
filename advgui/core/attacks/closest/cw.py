"""Carlini and Wagner's attack in L2: a penalty weighed by a binary search, within the box."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.base import EvasionAttack
from advgui.core.attacks.closest.margins import shortfall_slope, shortfalls
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import TIE, Flags, Problem
from advgui.core.attacks.shared_parameters import softening
from advgui.core.attacks.steps import Step
from advgui.core.images import Array, quantise, squares, to_floats
from advgui.core.language import tr
from advgui.core.nn.losses import Slope
from advgui.core.nn.optimisers import Adam
from advgui.core.parameters import parameter

#: Where a pixel of 0 or 1 begins: within the box by less than rounding takes away again. The
#: paper's .999999 leaves it almost no slope, and a hundred steps without a change.
INSIDE: Final = 0.998
#: So many times as large is the next weight while none has fooled the network.
GROWTH: Final = 10.0
#: Of so many searches, the last tries the smallest weight again that has fooled the network.
LONG: Final = 10


@dataclass(frozen=True, slots=True)
class CarliniWagner(EvasionAttack):
    """Minimise |x - x0|^2 + c f(x) over w, where x = (tanh w + 1) / 2 cannot leave the box.

    Carlini and Wagner 2017, section VI A: f is by how much the goal's lead falls short, c is
    ten times as large until it fools and is then halved in between; each search begins anew,
    Adam's moments too, and of all steps of all searches the closest is kept. The last search
    of ten or more takes the smallest c that has fooled.

    Two things are our own. f is asked at the rounded image, so what fools is never lost to
    rounding, and c is in units of f at the original, so that the scale of the logits does not
    matter: were f straight, the best c would be twice the squared distance.
    """

    name: ClassVar[str] = "cw"
    title: ClassVar[str] = tr("Carlini and Wagner (L2)")
    summary: ClassVar[str] = tr("A small change, its weight found by a slow binary search.")
    source: ClassVar[str] = tr("Carlini and Wagner 2017, arXiv:1608.04644, section VI A")
    begins_elsewhere: ClassVar[bool] = True

    searches: int = parameter(
        6, tr("Searches"), tr("How many weights of the goal are tried."), minimum=1, maximum=20
    )
    steps: int = parameter(
        300,
        tr("Steps"),
        tr("How many steps are made with each weight."),
        minimum=1,
        maximum=5000,
        scale="log",
        role="effort",
    )
    rate: float = parameter(
        0.05,
        tr("Rate", "of steps"),
        tr("How far each step goes."),
        minimum=0.001,
        maximum=1.0,
        scale="log",
    )
    first: float = parameter(
        1.0,
        tr("First weight"),
        tr("The goal's weight in the first search: near the squared distance that is expected."),
        minimum=0.001,
        maximum=1000.0,
        scale="log",
    )
    soften: float = softening()

    def total(self) -> int:
        """All steps of all searches, counted from 0."""
        return self.searches * self.steps - 1

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """One search after the other; each step on the 8-bit grid."""
        originals = to_floats(problem.originals)
        starts = originals if problem.starts is None else to_floats(problem.starts)
        scale = np.maximum(shortfalls(problem, oracle.logits(originals)), TIE)
        search = Search(len(originals), self.first)
        for number in range(self.searches):
            if number == self.searches - 1 >= LONG - 1:
                search.repeat_smallest()
            slope = shortfall_slope(problem, search.weights / scale)
            fooled = np.zeros(len(originals), dtype=np.bool_)
            for step in islice(self._descent(oracle, originals, starts, slope), self.steps):
                yield step._replace(number=number * self.steps + step.number)
                fooled |= problem.leads(step.logits) > problem.wanted_lead
            search.learn(fooled)

    def _descent(
        self, oracle: Oracle, originals: Array, starts: Array, slope: Slope
    ) -> Iterator[Step]:
        """Adam on w, for ever; f's gradient is that at the rounded image."""
        w = np.arctanh((2 * starts - 1) * np.float32(INSIDE))
        adam = Adam([w])
        for number in count():
            tanh = np.tanh(w)
            real = (tanh + 1) / 2
            content = quantise(real)
            images = to_floats(content)
            logits, gradient = oracle.gradient(images, slope, self.soften)
            yield Step(number, content, logits, known=squares(images - originals))
            gradient = gradient + 2 * (real - originals)
            adam.update([gradient * (1 - tanh * tanh) / 2], self.rate)

    def gradient(self, oracle: Oracle, problem: Problem, images: Array) -> Array:
        """That of f, wherever the image is."""
        ones = np.ones(len(images))
        return oracle.gradient(images, shortfall_slope(problem, ones), self.soften)[1]


class Search:
    """For each image, the weight to try next: the smallest that fools is looked for."""

    def __init__(self, images: int, first: float) -> None:
        self.weights = np.full(images, first)
        self._low = np.zeros(images)
        self._high = np.full(images, np.inf)

    def learn(self, fooled: Flags) -> None:
        """Go on where these weights have fooled the network, or have not."""
        self._high = np.where(fooled, np.minimum(self._high, self.weights), self._high)
        self._low = np.where(fooled, self._low, np.maximum(self._low, self.weights))
        none = np.isinf(self._high)
        between = (self._low + np.where(none, 0, self._high)) / 2
        self.weights = np.where(none, GROWTH * self.weights, between)

    def repeat_smallest(self) -> None:
        """Take the smallest weight that has fooled, where there is one."""
        self.weights = np.where(np.isinf(self._high), self.weights, self._high)
