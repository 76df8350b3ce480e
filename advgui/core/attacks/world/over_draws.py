"""Following the slope not of an image, but of all that print and camera may make of it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.attacks.budget.descent import Look
from advgui.core.attacks.budget.gains import Gain
from advgui.core.attacks.oracle import Oracle
from advgui.core.images import SIZE, Array, Labels
from advgui.core.world.draws import Draws, Ranges, drawn

#: How many draws, which are not learned from, say which step survives best.
HELD: Final = 16
#: One step of so many is judged by them, which costs as much as two steps of four draws.
EVERY: Final = 5

_HELD_SEED: Final = 0x4E1D


@dataclass(frozen=True, slots=True, eq=False)
class OverDraws:
    """What a step asks: the mean gradient over so many new draws, the first the image itself.

    Athalye et al. 2018, equation 1, by as few draws a step as many steps need. A draw counts the
    less the surer it fools already, so that the budget is spent on those that do not.
    """

    count: int
    ranges: Ranges
    random: np.random.Generator

    def __call__(self, oracle: Oracle, climbed: Gain, rows: Labels, soften: float) -> Look:
        """The logits of the images themselves, and the gradient over draws of them."""
        copies = np.tile(rows, self.count)
        slope = climbed.of(np.tile(np.arange(len(rows)), self.count)).saturating

        def look(images: Array) -> tuple[Array, Array]:
            draws = drawn(self.count, self.random, self.ranges)
            seen, caches = draws.forward(images)
            flat = seen.reshape(-1, SIZE, SIZE)
            logits, gradient = oracle.gradient(flat, slope, soften, of=copies)
            return logits[: len(images)], draws.backward(caches, gradient.reshape(seen.shape))

        return look


def held(ranges: Ranges) -> Draws:
    """The draws by which a step is judged: the same for every step and every run."""
    return drawn(HELD, np.random.default_rng(_HELD_SEED), ranges)
