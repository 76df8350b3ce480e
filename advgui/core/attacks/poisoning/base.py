"""What every attack on the training shares: it changes what a network is going to learn from."""

from abc import abstractmethod
from collections.abc import Generator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.base import Method
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.oracle import Access
from advgui.core.attacks.problem import Flags
from advgui.core.datasets.readers import Digits
from advgui.core.images import Bytes


class Poisoned(NamedTuple):
    """Digits to train on, and which of them (n,) are not as they were."""

    digits: Digits
    changed: Flags


@dataclass(frozen=True, slots=True)
class PoisoningAttack(Method):
    """Changes images or labels of a training set. A subclass writes ``poison``.

    The set that it is given stays as it is, so that a clean twin can be trained on it.
    """

    access: ClassVar[Access] = "substitute"
    norm: ClassVar[Norm] = "none"

    @abstractmethod
    def poison(
        self, digits: Digits, goal: int, random: np.random.Generator
    ) -> Generator[int, None, Digits]:
        """Yield how many digits were changed so far, and return as many digits as there were."""

    def victims(self, digits: Digits, goal: int) -> Bytes:
        """Images (m, 28, 28) that are to be read as the goal, made of digits never trained on.

        None at all where nothing is to be read as the goal, but the network to read badly.
        """
        return digits.images[:0]

    def described(self, goal: int) -> str:
        """What it does, in some words for a network's card."""
        return self.title

    @final
    def run(self, digits: Digits, goal: int, *, seed: int) -> Generator[int, None, Poisoned]:
        """The same by a seed, with what was changed as it is seen in the two sets."""
        made = yield from self.poison(digits, goal, np.random.default_rng(seed))
        images = (made.images != digits.images).any(axis=(1, 2))
        return Poisoned(made, images | (made.labels != digits.labels))


def share_of_them(
    candidates: Flags, rate: float, random: np.random.Generator, *, of: int | None = None
) -> NDArray[np.intp]:
    """Some of the candidates (n,) at random: a share of them, or of the number ``of``."""
    there = np.flatnonzero(candidates)
    count = min(len(there), round(rate * (len(there) if of is None else of)))
    return np.sort(random.permutation(there)[:count])
