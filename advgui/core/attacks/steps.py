"""The steps of a run, one by one and in blocks of many."""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.basis import Basis, Lanes
from advgui.core.images import PIXELS, Array

# Steps are judged together, because many images at once cost little more than one; not too
# many, because what leaves the processor's cache has to be fetched again.
_TOGETHER: Final = 128 * PIXELS
_MOST: Final = 512


class Step(NamedTuple):
    """One yielded state of a run: the batch as the network was shown it, and its logits.

    ``content`` is what ``basis`` makes the images of. These may leave [0, 1] where the
    attack is unconstrained; ``valid`` says that they are exact 8-bit images, so that
    ``logits`` (n, 10) are theirs already. Step 0 is the start, before any update.
    """

    number: int
    content: Array
    logits: Array
    valid: bool
    basis: Basis

    @property
    def images(self) -> Array:
        """The batch, (n, 28, 28)."""
        return self.basis.images(self.content)


class Block(NamedTuple):
    """k steps, one after the other, for arithmetic on all at once; ``first`` is a number."""

    first: int
    content: Array
    logits: Array
    valid: bool
    basis: Basis

    @property
    def images(self) -> Array:
        """The images (k, n, 28, 28)."""
        return self.basis.images(self.content)

    @property
    def squares(self) -> Array:
        """The squared L2 distance (k, n) of each image to its original."""
        return self.basis.squares(self.content)

    def picked(self, steps: NDArray[np.integer[Any]], lanes: Lanes) -> Array:
        """The images (j, 28, 28) of j lanes, each at a step of its own."""
        return self.basis.images(self.content[steps, lanes], lanes)


class Pile:
    """Steps that wait until there are enough of them for a block."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._room = 0

    def add(self, step: Step) -> bool:
        """Put one more on it; whether that fills it."""
        if not self._steps:
            self._room = max(1, min(_MOST, _TOGETHER // step.content.size))
        self._steps.append(step)
        return len(self._steps) >= self._room

    def take(self) -> Block | None:
        """All of them, in one block, if there is any."""
        steps, self._steps = self._steps, []
        if not steps:
            return None
        # Far less work for each than ``np.stack``.
        content = np.concatenate([step.content for step in steps])
        logits = np.concatenate([step.logits for step in steps])
        number, *_, valid, basis = steps[0]
        return Block(
            number,
            content.reshape(-1, *steps[0].content.shape),
            logits.reshape(-1, *steps[0].logits.shape),
            valid,
            basis,
        )
