"""One pixel: every one of them is tried, black and white."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.base import EvasionAttack, Unit
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.oracle import Access, Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.steps import Step
from advgui.core.images import PIXELS, SIZE, Bytes, to_floats
from advgui.core.language import tr
from advgui.core.parameters import parameter

#: Both values of all pixels, the original and the outcome.
ALL: Final = 2 * PIXELS + 2


@dataclass(frozen=True, slots=True)
class OnePixel(EvasionAttack):
    """Changes a single pixel: all 784, each to no ink and to full ink.

    Su et al. 2019 search for the pixel and its value by differential evolution; an image this
    small has so few that all can be asked about, and what is not found does not exist, at
    least among blacks and whites. A step is a pixel with the better of its two values.
    """

    name: ClassVar[str] = "onepixel"
    title: ClassVar[str] = tr("One pixel")
    summary: ClassVar[str] = tr("Tries every single pixel, with full ink and with none.")
    source: ClassVar[str] = "Su et al. 2019, arXiv:1710.08864; exhaustive, not by evolution"
    access: ClassVar[Access] = "scores"
    norm: ClassVar[Norm] = "l0"
    unit: ClassVar[Unit] = "queries"

    queries: int = parameter(
        ALL,
        tr("Queries"),
        tr("How often an image may be shown to the network at most; 1,570 try every pixel."),
        minimum=4,
        maximum=ALL,
        role="effort",
    )

    def total(self) -> int:
        """The queries that each image may cost."""
        return self.queries

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """Pixel after pixel, row by row."""
        count = len(problem.originals)
        rows = np.arange(count)
        for number in range((self.queries - 2) // 2):
            tried = np.stack([_with(problem.originals, number, value) for value in (0, 255)])
            logits = oracle.logits(to_floats(tried).reshape(-1, SIZE, SIZE))
            logits = logits.reshape(2, count, -1)
            better = problem.leads(logits).argmax(axis=0)
            yield Step(number, tried[better, rows], logits[better, rows])


def _with(images: Bytes, pixel: int, value: int) -> Bytes:
    """The images with one pixel set."""
    changed = images.copy()
    changed[:, pixel // SIZE, pixel % SIZE] = value
    return changed
