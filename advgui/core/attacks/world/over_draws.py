"""Following the slope not of an image, but of all that print and camera may make of it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.attacks.budget.descent import Look
from advgui.core.attacks.budget.gains import Gain
from advgui.core.attacks.oracle import Oracle
from advgui.core.images import SIZE, Array, Labels
from advgui.core.world.draws import Draws, Ranges, drawn

#: How many draws, which are not learned from, say which step survives best, and of how many steps.
HELD: Final = 128
JUDGED: Final = 4
#: How far from the border to the goal a draw still counts, at the first step and at the last; in
#: spreads of the logits at the drawing.
WIDE: Final = 0.2
NARROW: Final = 0.05

_HELD_SEED: Final = 0x4E1D
_LEAST: Final = np.float32(1e-6)


@dataclass(frozen=True, slots=True, eq=False)
class OverDraws:
    """What a step asks: the mean gradient over so many new draws, the first the image itself.

    Athalye et al. 2018, equation 1, but of the share of draws that fool, softened: a draw that
    fools surely has nothing to gain, and one that cannot fool at this budget is given up. The
    nearer the last of so many ``steps`` is, the less it is softened.
    """

    count: int
    ranges: Ranges
    random: np.random.Generator
    steps: int

    def __call__(self, oracle: Oracle, climbed: Gain, rows: Labels, soften: float) -> Look:
        """The logits of the images themselves, and the gradient over draws of them."""
        return _Look(self, oracle, climbed, rows, soften)


@dataclass(slots=True, eq=False)
class _Look:
    """One try's looks, each of them at the next step."""

    over: OverDraws
    oracle: Oracle
    climbed: Gain
    rows: Labels
    soften: float
    number: int = 0
    spreads: Array | None = None

    def __call__(self, images: Array) -> tuple[Array, Array]:
        """Logits and gradient of images (m, 28, 28)."""
        over, count = self.over, self.over.count
        draws = drawn(count, over.random, over.ranges)
        seen, caches = draws.forward(images)
        every = np.tile(np.arange(len(images)), count)
        slope = self.climbed.of(every).counted(self._widths(images)[every])
        flat = seen.reshape(-1, SIZE, SIZE)
        logits, gradient = self.oracle.gradient(flat, slope, self.soften, of=self.rows[every])
        self.number += 1
        return logits[: len(images)], draws.backward(caches, gradient.reshape(seen.shape))

    def _widths(self, images: Array) -> Array:
        """How far from the border each image's draws still count now, (m,)."""
        if self.spreads is None:
            logits = self.oracle.logits(images, of=self.rows)
            self.spreads = np.maximum(logits.max(axis=1) - logits.mean(axis=1), _LEAST)
        share = WIDE * (NARROW / WIDE) ** (self.number / self.over.steps)
        widths: Array = np.float32(share) * self.spreads
        return widths


def held(ranges: Ranges) -> Draws:
    """The draws by which a step is judged: the same for every step and every run."""
    return drawn(HELD, np.random.default_rng(_HELD_SEED), ranges)


def every(steps: int) -> int:
    """One step of so many is judged by them, which costs as much as some steps; the last is."""
    return max(1, steps // JUDGED)
