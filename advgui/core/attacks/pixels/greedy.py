"""Pixel by pixel: each time the one that promises most is set to full ink, or to none."""

from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.pixels.search import Moves, PixelSearch, Rows, unchanged
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.shared_parameters import softening
from advgui.core.images import PIXELS, Array, Bytes, to_floats
from advgui.core.language import tr
from advgui.core.nn.losses import Rivals

# How much more the best rival of a label counts than one as far behind as the last, as the
# power of e: a pixel that lowers the best one alone may raise the next.
SHARPNESS: Final = 6.0


@dataclass(frozen=True, slots=True)
class Greedy(PixelSearch):
    """Sets pixel after pixel to the end of the box at which its slope promises most.

    Of a pixel x with the slope g of what is to grow, full ink promises g (1 - x) and no ink
    -g x. The largest promise is taken, and then every slope anew: Papernot et al. 2016 for
    single pixels, both ways, with what is to grow instead of their product.

    Three things are our own. The slope is that of ``Rivals``, which knows all other labels and
    no scale of the logits; a hidden unit's slope is taken as its own plus ``soften``, or
    saturated units would hide the way of one image in ten; and what was not needed is put
    back, a sixth of all pixels.
    """

    name: ClassVar[str] = "greedy"
    title: ClassVar[str] = tr("Pixel by pixel (greedy)")
    summary: ClassVar[str] = tr("Sets the most promising pixel, and puts needless ones back.")
    source: ClassVar[str] = tr(
        "After Papernot et al. 2016, arXiv:1511.07528; single pixels, put back"
    )

    soften: float = softening(0.03)

    def moves(
        self, oracle: Oracle, problem: Problem, images: Bytes, rows: Rows
    ) -> tuple[Array, Moves]:
        """The pixel that promises most of those that were not set."""
        slope = Rivals.of(problem.goals[rows]).slope(SHARPNESS)
        logits, gradient = oracle.gradient(to_floats(images), slope, self.soften, of=rows)
        sign = -1 if problem.form == "targeted" else 1
        slopes = sign * gradient.reshape(-1, PIXELS)
        promises = _promises(to_floats(images).reshape(-1, PIXELS), slopes)
        promises = np.where(unchanged(images, problem.originals[rows]), promises, 0)
        best = promises.argmax(axis=1)[:, None]
        levels = np.where(np.take_along_axis(slopes, best, 1) > 0, 255, 0).astype(np.uint8)
        return logits, Moves(best, levels, np.take_along_axis(promises, best, 1)[:, 0] > 0)


def _promises(images: Array, slopes: Array) -> Array:
    """What each pixel adds if it goes as far as it can along its slope and that stays, >= 0."""
    return np.where(slopes > 0, slopes * (1 - images), -slopes * images)
