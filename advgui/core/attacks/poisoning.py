"""Attacks on the training: they change what a network is going to learn from."""

from abc import abstractmethod
from collections.abc import Generator
from dataclasses import dataclass
from typing import NamedTuple, final

import numpy as np

from advgui.core.attacks.base import Method
from advgui.core.attacks.problem import Flags
from advgui.core.datasets.readers import Digits


class Poisoned(NamedTuple):
    """Digits to train on, and which of them (n,) are not as they were."""

    digits: Digits
    changed: Flags


@dataclass(frozen=True, slots=True)
class PoisoningAttack(Method):
    """Changes images or labels of a training set. A subclass writes ``poison``.

    The set that it is given stays as it is, so that a clean twin can be trained on it.
    """

    @abstractmethod
    def poison(
        self, digits: Digits, goal: int, random: np.random.Generator
    ) -> Generator[int, None, Digits]:
        """Yield how many digits were changed so far, and return as many digits as there were."""

    @final
    def run(self, digits: Digits, goal: int, *, seed: int) -> Generator[int, None, Poisoned]:
        """The same by a seed, with what was changed as it is seen in the two sets."""
        made = yield from self.poison(digits, goal, np.random.default_rng(seed))
        images = (made.images != digits.images).any(axis=(1, 2))
        return Poisoned(made, images | (made.labels != digits.labels))
