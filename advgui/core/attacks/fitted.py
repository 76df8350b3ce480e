"""Attacks that learn once, from many digits, and are then worn by any image."""

from abc import abstractmethod
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np

from advgui.core.attacks.base import EvasionAttack, Method
from advgui.core.attacks.objective import Budget, Cheapest, Objective
from advgui.core.attacks.oracle import Access, Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.steps import Block, Step
from advgui.core.images import Array, quantise, to_floats
from advgui.core.parameters import Value


class Fit(NamedTuple):
    """One yielded state of a fit: how much of the ``total()`` is done, and the rate so far.

    ``rate`` is the share of digits that were not learned from and are fooled, in [0, 1].
    """

    number: int
    rate: float


@dataclass(frozen=True, slots=True, eq=False)
class Artefact:
    """What a method has learned: plain arrays by name, and what made them."""

    arrays: Mapping[str, Array]
    method: str
    settings: Mapping[str, Value]
    network: str
    seed: int


@dataclass(frozen=True, slots=True)
class FittedAttack(Method):
    """Learns an artefact from many digits, and applies it to any image without learning more.

    A subclass writes ``fit`` and ``apply``. What it makes is judged as of every other attack:
    ``worn`` is an evasion attack of one step.
    """

    @abstractmethod
    def fit(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Generator[Fit, None, Artefact]:
        """Learn from the problem's images and goals. ``Stop`` ends it with what it has."""

    @abstractmethod
    def apply(self, artefact: Artefact, images: Array, random: np.random.Generator) -> Array:
        """Images (n, 28, 28) in [0, 1] as they wear the artefact; they are clipped after it."""

    def limit(self) -> Budget | None:
        """How large a perturbation may be; None where that is not what it keeps small."""
        return None

    def worn(self, artefact: Artefact) -> EvasionAttack:
        """The artefact on any images: it asks for nothing, and learns nothing from them."""
        return _Worn(self, artefact)


@dataclass(frozen=True, slots=True)
class _Worn(EvasionAttack):
    """One step: what is made of the images."""

    name: ClassVar[str] = "worn"
    title: ClassVar[str] = "Worn"
    summary: ClassVar[str] = "What was learned once is put on an image."
    source: ClassVar[str] = ""
    access: ClassVar[Access] = "labels"

    attack: FittedAttack
    artefact: Artefact

    def total(self) -> int:
        """There is but one step."""
        return 1

    def limit(self) -> Budget | None:
        """That of the attack which has learned it."""
        return self.attack.limit()

    def objective(self, problem: Problem) -> Objective:
        """The image that wears it, whether it fools or not."""
        return Cheapest(_latest)

    @property
    def settings(self) -> dict[str, Value]:
        """Those that it was learned with."""
        return {"method": self.attack.name} | dict(self.artefact.settings)

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """The originals, and then what they become."""
        yield Step(0, problem.originals)
        made = self.attack.apply(self.artefact, to_floats(problem.originals), random)
        yield Step(1, quantise(made))


def _latest(block: Block) -> Array:
    """Costs (k, n) of which that of the last step is the lowest."""
    numbers = -np.arange(block.first, block.last + 1, dtype=np.float32)
    return np.broadcast_to(numbers[:, None], block.logits.shape[:2])
