"""Records every step of a run at next to no cost, and turns blocks of them into curves."""

from collections.abc import Sequence

import numpy as np

from advgui.core.attacks import Block, Pile, Problem, Step
from advgui.core.images import LABELS
from advgui.core.losses import squared_error_value
from advgui.core.network import Network
from advgui.lab.film import Film, Piece, filmed
from advgui.lab.messages import Curves


class Trace:
    """Every step of one run, as a film and as curves.

    A step costs one append; the arithmetic is done for a whole block of steps, when the
    block is full or ``settle`` is called.
    """

    def __init__(self, network: Network, problem: Problem) -> None:
        self._network = network
        self._problem = problem
        self._open = Pile()
        self._pieces: list[Piece] = []
        self._news: list[Curves] = []
        self.step = -1
        """The number of the newest settled step; -1 before the first."""

    def add(self, step: Step) -> None:
        """Take one more step."""
        if self._open.add(step):
            self.settle()

    def settle(self) -> None:
        """Turn the open block of steps into a piece of film and curves."""
        block = self._open.take()
        if block is None:
            return
        self._pieces.append(filmed(block))
        self._news.append(self._measure(block))
        self.step = block.first + len(block.content) - 1

    def film(self) -> Film:
        """The settled steps since the last call."""
        pieces, self._pieces = self._pieces, []
        return Film.of(*pieces)

    def news(self) -> Curves:
        """The curves of the settled steps since the last call."""
        news, self._news = self._news, []
        return joined(news, (len(self._problem.goals),))

    def _measure(self, block: Block) -> Curves:
        distances = np.sqrt(block.squares)
        logits = block.logits.reshape(-1, LABELS)
        goals = np.tile(self._problem.goals, len(distances))
        confidences = self._network.activate(logits)[np.arange(len(logits)), goals]
        return Curves(
            goal=confidences.reshape(distances.shape),
            misfit=squared_error_value(logits, goals).reshape(distances.shape),
            distance=distances,
            raw_reached=self._problem.reached(block.logits.argmax(axis=-1)),
        )


def joined(blocks: Sequence[Curves], lanes: tuple[int, ...] = ()) -> Curves:
    """One piece out of blocks of curves, in order; without any, (0, *lanes)."""
    if len(blocks) == 1:
        return blocks[0]
    if not blocks:
        nothing = np.empty((0, *lanes), np.float32)
        return Curves(nothing, nothing, nothing, nothing.astype(np.bool_))
    return Curves(
        goal=np.concatenate([block.goal for block in blocks]),
        misfit=np.concatenate([block.misfit for block in blocks]),
        distance=np.concatenate([block.distance for block in blocks]),
        raw_reached=np.concatenate([block.raw_reached for block in blocks]),
    )
