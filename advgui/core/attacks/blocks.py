"""The steps of a run, one by one and in blocks of many."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.lowrank.basis import Basis, Content, Lanes
from advgui.core.images import PIXELS, Array

# Steps are judged together, because many images at once cost little more than one; not too
# many, because what leaves the processor's cache has to be fetched again.
_TOGETHER: Final = 128 * PIXELS
_MOST: Final = 512


class Step(NamedTuple):
    """One yielded state of a run: the batch as the network was shown it, and its logits.

    ``content`` is what ``basis`` makes the images of. These may leave [0, 1] where the
    attack is unconstrained, unless the basis is valid. Step 0 is the start, before any
    update. ``squares`` (n,) are the squared L2 distances to the originals, from an attack
    that has them at hand; else the basis works them out when they are asked for.
    """

    number: int
    content: Content
    logits: Array
    basis: Basis
    squares: Array | None = None

    @property
    def images(self) -> Array:
        """The batch, (n, 28, 28)."""
        return self.basis.images(self.content)


class Block(NamedTuple):
    """k steps, one after the other, for arithmetic on all at once; ``first`` is a number.

    ``logits`` are (k, n, 10), ``known`` the squared distances (k, n) if the steps had them.
    """

    first: int
    content: Content
    logits: Array
    basis: Basis
    known: Array | None = None

    @property
    def images(self) -> Array:
        """The images (k, n, 28, 28)."""
        return self.basis.images(self.content)

    @property
    def squares(self) -> Array:
        """The squared L2 distance (k, n) of each image to its original."""
        return self.basis.squares(self.content) if self.known is None else self.known

    def picked(self, steps: NDArray[np.integer[Any]], lanes: Lanes) -> Array:
        """The images (j, 28, 28) of j lanes, each at a step of its own."""
        return self.basis.images(self.content[steps, lanes], lanes)

    def since(self, number: int) -> "Block":
        """The steps from that number on, which one of them has."""
        some = slice(number - self.first, None)
        known = None if self.known is None else self.known[some]
        return Block(number, self.content[some], self.logits[some], self.basis, known)


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
        return stacked(steps) if steps else None


def stacked(steps: Sequence[Step]) -> Block:
    """One block of some steps, at least one, that came one after the other."""
    first, known = steps[0], [step.squares for step in steps if step.squares is not None]
    return Block(
        first.number,
        _joined([step.content for step in steps]),
        _joined([step.logits for step in steps]),
        first.basis,
        _joined(known) if known else None,
    )


def _joined(arrays: Sequence[Content]) -> Content:
    """(k, ...) out of k arrays, by far less work for each than ``np.stack``."""
    return np.concatenate(arrays).reshape(-1, *arrays[0].shape)
