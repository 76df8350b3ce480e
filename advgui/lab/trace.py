"""Records every step of a run at next to no cost, and turns blocks of them into curves."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from advgui.core.attacks import Problem, Step
from advgui.core.images import SIZE, Array, Bytes, l2, outside, quantise, to_floats
from advgui.core.losses import squared_error_value
from advgui.core.network import Network
from advgui.lab.film import Film
from advgui.lab.messages import Curves

# So many images are settled together: few enough that their floats stay in the cache.
TOGETHER: Final = 128


class Trace:
    """Every step of one run, as valid 8-bit images and as curves.

    A step costs one append; the arithmetic is done for a whole block of steps, when the
    block is full or ``settle`` is called, in memory that is used again for the next.
    """

    def __init__(self, network: Network, problem: Problem) -> None:
        self._network = network
        self._problem = problem
        self._originals = to_floats(problem.originals)
        self._together = max(1, TOGETHER // len(problem.originals))
        self._open: list[Step] = []
        shape = (self._together, *self._originals.shape)
        self._raw, self._spare = np.empty(shape, np.float32), np.empty(shape, np.float32)
        self._images: list[Bytes] = []
        self._news: list[Curves] = []
        self.step = -1
        """The number of the newest settled step; -1 before the first."""

    def add(self, step: Step) -> None:
        """Take one more step."""
        self._open.append(step)
        if len(self._open) == self._together:
            self.settle()

    def settle(self) -> None:
        """Turn the open block of steps into 8-bit images and curves."""
        if not self._open:
            return
        steps, self._open = self._open, []
        raw, spare = self._raw[: len(steps)], self._spare[: len(steps)]
        np.concatenate([step.images for step in steps], out=raw.reshape(-1, SIZE, SIZE))
        logits = np.concatenate([step.logits for step in steps])
        self._images.append(quantise(raw, spare=spare))
        self._news.append(self._measure(raw, logits, valid=steps[0].valid))
        self.step = steps[-1].number

    def film(self) -> Film:
        """The settled steps since the last call."""
        images, self._images = self._images, []
        return Film.of(np.concatenate(images)) if images else Film()

    def news(self) -> Curves:
        """The curves of the settled steps since the last call."""
        news, self._news = self._news, []
        return joined(news, (len(self._originals),))

    def _measure(self, raw: Array, logits: Array, *, valid: bool) -> Curves:
        """Curves of raw images (k, n, 28, 28), which are used up, and their logits (k n, 10)."""
        shape = raw.shape[:2]
        goals = np.tile(self._problem.goals, shape[0])
        confidences = self._network.activate(logits)[np.arange(len(logits)), goals]
        misfits = squared_error_value(logits, goals)
        left = np.zeros(shape, np.intp) if valid else outside(raw)
        raw -= self._originals
        return Curves(
            goal=confidences.reshape(shape),
            misfit=misfits.reshape(shape),
            distance=l2(raw),
            outside=left,
            raw_reached=self._problem.reached(logits.argmax(axis=-1).reshape(shape)),
        )


def joined(blocks: Sequence[Curves], lanes: tuple[int, ...] = ()) -> Curves:
    """One piece out of blocks of curves, in order; without any, (0, *lanes)."""
    if len(blocks) == 1:
        return blocks[0]
    if not blocks:
        nothing = np.empty((0, *lanes), np.float32)
        return Curves(nothing, nothing, nothing, nothing.astype(np.intp), nothing.astype(np.bool_))
    return Curves(
        goal=np.concatenate([block.goal for block in blocks]),
        misfit=np.concatenate([block.misfit for block in blocks]),
        distance=np.concatenate([block.distance for block in blocks]),
        outside=np.concatenate([block.outside for block in blocks]),
        raw_reached=np.concatenate([block.raw_reached for block in blocks]),
    )
