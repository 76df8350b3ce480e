"""Records every step of a run at next to no cost."""

from advgui.core.attacks import Block, Step, stacked
from advgui.lab.film import Film, Piece, filmed


class Trace:
    """Every step of one run, as a film.

    Steps come twice: as they are made, and later in the blocks in which they were judged.
    A block costs nothing to record; but the first step of a large network's block would be
    old before the block is full, so ``settle`` records what waits for it.
    """

    def __init__(self) -> None:
        self._waiting: list[Step] = []
        self._pieces: list[Piece] = []
        self.step = -1
        """The number of the newest step on film; -1 before the first."""

    def add(self, *steps: Step) -> None:
        """Take the next steps."""
        self._waiting += steps

    def judged(self, block: Block) -> None:
        """Take the next block, of whose steps some may have come, and be on film, already."""
        if self.step < block.first + len(block.content) - 1:
            self._record(block.since(self.step + 1))

    def settle(self) -> None:
        """Record the steps that wait, unless a whole block has come since the last film."""
        if self._waiting:
            del self._waiting[: max(0, self.step + 1 - self._waiting[0].number)]
        if self._waiting and not self._pieces:
            self._record(stacked(self._waiting))
            self._waiting.clear()

    def film(self) -> Film:
        """What was recorded since the last call."""
        pieces, self._pieces = self._pieces, []
        return Film.of(*pieces)

    def _record(self, block: Block) -> None:
        self._pieces.append(filmed(block))
        self.step = block.first + len(block.content) - 1
