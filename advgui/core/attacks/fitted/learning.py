"""Learning step by step, which can go on where it was after its process was ended."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping

from advgui.core.images import Array
from advgui.core.resuming.checkpoints import Remembered


class Learning(ABC, Iterator[Mapping[str, Array]]):
    """What is learned, before the first of ``total`` steps and after each of them.

    A subclass says how much it has to know to go on in ``known``, and takes it back in ``know``.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._number = -1

    def __next__(self) -> Mapping[str, Array]:
        """What is learned after the next step."""
        if self._number >= self._total:
            raise StopIteration
        self._number += 1
        if self._number:
            self.step(self._number)
        return self.arrays

    @property
    @abstractmethod
    def arrays(self) -> Mapping[str, Array]:
        """What is learned by now."""

    @abstractmethod
    def step(self, number: int) -> None:
        """One more step, by its number from 1 on."""

    @abstractmethod
    def known(self) -> Remembered:
        """What it has to know to go on, but for how many steps there were."""

    @abstractmethod
    def know(self, known: Remembered) -> None:
        """Be as it was then. Raises KeyError, TypeError or ValueError for what it never was."""

    def remembered(self) -> Remembered:
        """That, and how many steps there were."""
        known = self.known()
        return Remembered({**known.values, "number": self._number}, known.arrays)

    def resume(self, known: Remembered) -> None:
        """The next step is the one that came next then."""
        self._number = int(known.values["number"])
        self.know(known)
