"""Records every step of a run at next to no cost."""

from advgui.core.attacks import Pile, Step
from advgui.lab.film import Film, Piece, filmed


class Trace:
    """Every step of one run, as a film.

    A step costs one append; a whole block of steps is put on film when the block is full
    or ``settle`` is called.
    """

    def __init__(self) -> None:
        self._open = Pile()
        self._pieces: list[Piece] = []
        self.step = -1
        """The number of the newest settled step; -1 before the first."""

    def add(self, *steps: Step) -> None:
        """Take some more steps."""
        if self._open.add(*steps):
            self.settle()

    def settle(self) -> None:
        """Turn the open block of steps into a piece of film."""
        block = self._open.take()
        if block is None:
            return
        self._pieces.append(filmed(block))
        self.step = block.first + len(block.content) - 1

    def film(self) -> Film:
        """The settled steps since the last call."""
        pieces, self._pieces = self._pieces, []
        return Film.of(*pieces)
