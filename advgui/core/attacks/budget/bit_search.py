"""Which bits to flip inside a budget, where a network sees of every pixel whether it is ink."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.budget.gains import Gain, gain, lead
from advgui.core.attacks.closest.flips import Flips
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.images import LABELS, PIXELS, Array, Bytes, Labels, to_floats

#: So many flips are tried at each step: those that the slope says are worth most.
TRIED: Final = 16
# What gains less may be no more than the order of a sum.
_LEAST: Final = 1e-6


class BitSearch:
    """Coordinate ascent: the flip, or flip back, that gains most, until none gains anything.

    No flip costs anything inside the budget, so that all that is left to choose is which of the
    pixels near the threshold cross it. What each gains is not taken from the slope, which goes
    straight through the threshold and is far off for so large a step, but asked. From the top
    that was reached it goes on toward the next rival of the label: at first from the image that
    it began with, and from any flips at random once all rivals were tried. Toward a goal that is
    the only one. What fools stays on the top that it has reached.
    """

    def __init__(
        self, problem: Problem, rows: Labels, threshold: float, most: int, start: Bytes
    ) -> None:
        """Of some rows of a problem, by at most so many levels; ``start`` are images inside."""
        self._problem = problem.of(rows)
        self._rows = rows
        choices = Flips(self._problem.originals, threshold)
        near = choices.within_levels(most)
        self._pixels, self._can = _columns(near)
        every = np.arange(len(rows))[:, None]
        originals, across = (
            images.reshape(-1, PIXELS) for images in (self._problem.originals, choices.across)
        )
        self._images = originals.copy()
        self._levels = np.stack([levels[every, self._pixels] for levels in (originals, across)])
        self._ways = np.where(self._levels[1] > self._levels[0], 1, -1).astype(np.float32)
        begun = start.reshape(-1, PIXELS)[every, self._pixels]
        paper = choices.highest_paper
        self._start: Flags = self._can & ((begun > paper) != (self._levels[0] > paper))
        self._flips = self._start.copy()
        self._order: Labels | None = None
        self._turn = np.zeros(len(rows), np.int64)
        self._write(np.arange(len(rows)))

    @property
    def images(self) -> Bytes:
        """The images (m, 28, 28) as they are now."""
        return self._images.reshape(self._problem.originals.shape).copy()

    @property
    def gain(self) -> Gain:
        """What is climbed: a rival's lead over the label, or the goal's over all others."""
        if self._problem.form == "targeted":
            return gain("margin", self._problem)
        return Gain(lead, 1.0, (self._problem.goals, self._rivals))

    def move(
        self, oracle: Oracle, logits: Array, gradient: Array, random: np.random.Generator
    ) -> None:
        """One flip on, or back to a start, from ``images``, their logits and their gradient."""
        if self._order is None:
            self._order = _others(logits, self._problem.goals)
        if not self._can.any():
            return
        climbed = self.gain
        rows, columns = self._promising(gradient)
        read = oracle.logits(self._flipped(rows, columns), of=self._rows[rows])
        gained = np.full(self._can.shape, -np.inf, np.float32)
        gained[rows, columns] = climbed.of(rows).values(read)
        best, every = gained.argmax(axis=1), np.arange(len(logits))
        higher = gained[every, best] > climbed.values(logits) + _LEAST
        self._flips[every[higher], best[higher]] ^= True
        stays = ~higher & ~self._problem.satisfied(logits)
        self._begin_anew(stays, random)
        self._write(np.flatnonzero(higher | stays))

    @property
    def _rivals(self) -> Labels:
        if self._order is None:
            return (self._problem.goals + 1) % LABELS
        rivals: Labels = self._order[np.arange(len(self._turn)), self._turn % (LABELS - 1)]
        return rivals

    def _promising(self, gradient: Array) -> tuple[Labels, Labels]:
        """Rows and columns of the flips that are worth most by the slope."""
        slopes = np.take_along_axis(gradient.reshape(-1, PIXELS), self._pixels, axis=1)
        worth = slopes * np.where(self._flips, -self._ways, self._ways)
        order = np.where(self._can, -worth, np.inf).argsort(axis=1)[:, :TRIED]
        rows, places = np.nonzero(np.take_along_axis(self._can, order, axis=1))
        return rows, order[rows, places]

    def _flipped(self, rows: Labels, columns: Labels) -> Array:
        """The images as they are now, each with one flip more."""
        levels = self._levels[1 - self._flips[rows, columns].astype(np.int64), rows, columns]
        made = to_floats(self._images)[rows]
        made[np.arange(len(rows)), self._pixels[rows, columns]] = to_floats(levels)
        return made.reshape(-1, *self._problem.originals.shape[1:])

    def _begin_anew(self, which: Flags, random: np.random.Generator) -> None:
        self._turn[which] += 1
        known = self._turn < (1 if self._problem.form == "targeted" else LABELS - 1)
        drawn = self._can & (random.random(self._can.shape, np.float32) < 0.5)
        self._flips[which] = np.where(known[:, None], self._start, drawn)[which]

    def _write(self, rows: Labels) -> None:
        """Bring the images of some rows to the flips that they have."""
        levels = np.where(self._flips[rows], self._levels[1, rows], self._levels[0, rows])
        # A column that only fills a row up names a pixel that stays as it is.
        self._images[rows[:, None], self._pixels[rows]] = levels


def _columns(near: Flags) -> tuple[Labels, Flags]:
    """The pixels (m, k) that can flip, and which of the columns are none but fill a row up."""
    most = int(near.sum(axis=1).max(initial=0))
    pixels = (~near).argsort(axis=1, kind="stable")[:, : max(most, 1)]
    return pixels, np.take_along_axis(near, pixels, axis=1)


def _others(logits: Array, labels: Labels) -> NDArray[np.int64]:
    """All labels but one (m, 9), those with the largest logits first."""
    hidden = logits.copy()
    hidden[np.arange(len(labels)), labels] = -np.inf
    order: NDArray[np.int64] = (-hidden).argsort(axis=1)[:, : LABELS - 1]
    return order
