"""How often a smoothed network is fooled: by who does not know of the noise, by who does."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import EvasionAttack, Problem
from advgui.core.datasets.readers import Digits
from advgui.core.defences.certificates.votes.noisy_copies import DRAWS, NoisyCopies, through_noise
from advgui.core.defences.certificates.votes.smoothing import Smoothing, certified, read_smoothed
from advgui.core.defences.defended import bare_of
from advgui.core.evaluation.attackers import usual_attacks, within
from advgui.core.evaluation.curves import RobustnessCurves
from advgui.core.generators import changed
from advgui.core.images import Bytes
from advgui.core.nn.network import Network

# Images that are attacked together.
_AT_ONCE: Final = 25
# What is told of an image at a budget, from the best to the worst.
_RIGHT, _ABSTAINED, _FOOLED = range(3)

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shares:
    """At each budget the share of all digits that is read ``right``, and that is ``abstained`` of.

    What is left is read as another label: the vote is wrong, or fooled. ``stuck`` are those
    among the right ones that no attack could move: nobody knows whether they are robust.
    """

    right: tuple[float, ...]
    abstained: tuple[float, ...]
    stuck: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SmoothedRobustness:
    """Of ``images`` digits what a vote of noisy copies reads, whatever is done within a budget.

    ``budgets`` are in L2 and rise; at 0 nobody attacks. ``unaware`` is of the worst of the images
    that were made on the network alone, ``aware`` of these and of those that were made through
    the noise: an abstention is worse than being read right, and better than being fooled. It
    is no proof. ``proven`` are the shares that are read right in every image within the budget.
    """

    network: str
    smoothing: Smoothing
    images: int
    budgets: tuple[float, ...]
    unaware: Shares
    aware: Shares
    proven: tuple[float, ...]

    @property
    def curves(self) -> RobustnessCurves:
        """As those of every other network: what abstains is not robust."""
        asked = 3 * self.images * len(self.budgets)
        return RobustnessCurves(
            norm="l2",
            budgets=self.budgets,
            images=self.images,
            clean=self.unaware.right[0],
            unaware=self.unaware.right,
            aware=self.aware.right,
            proven=self.proven,
            unaware_stuck=self.unaware.stuck,
            aware_stuck=self.aware.stuck,
            done=asked,
            total=asked,
        )


def _attacks(budget: float) -> tuple[EvasionAttack, ...]:
    return tuple(within(attack, "l2", budget) for attack in usual_attacks("l2"))


def smoothed_robustness(
    network: Network,
    digits: Digits,
    smoothing: Smoothing,
    budgets: Sequence[float],
    *,
    draws: int = DRAWS,
    seed: int = 0,
) -> Generator[float, None, SmoothedRobustness]:
    """Attack and certify all digits, at least one; yields the share of the work that is done.

    The verdict is that of a vote of ``smoothing.samples`` copies on the exact 8-bit image.
    """
    sizes = (0.0, *sorted(set(budgets) - {0.0}))
    measured = _Measurement(network, digits, smoothing, sizes, draws, seed)
    yield from measured.shares()
    return measured.result


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """What became of each image at each budget, and whether any attack could move it there.

    Both are (budgets, images).
    """

    states: Rows
    moved: NDArray[np.bool_]

    @classmethod
    def of(cls, budgets: int, images: int) -> Self:
        """Nothing is known yet."""
        shape = budgets, images
        return cls(np.zeros(shape, np.int64), np.zeros(shape, np.bool_))

    def take(self, budget: int, image: int, state: int, *, moved: bool) -> None:
        """Take note of an image that was found: it counts within every larger budget, too."""
        states = self.states[budget:, image]
        self.states[budget:, image] = np.maximum(states, state)
        self.moved[budget, image] |= moved

    @property
    def shares(self) -> Shares:
        """Of all images."""
        right, abstained = self.states == _RIGHT, self.states == _ABSTAINED
        flags = right, abstained, right & ~self.moved
        return Shares(*(tuple(each.mean(axis=1).tolist()) for each in flags))


class _Measurement:
    """What the vote makes of each image at each budget, and how far that is proven."""

    def __init__(
        self,
        network: Network,
        digits: Digits,
        smoothing: Smoothing,
        budgets: tuple[float, ...],
        draws: int,
        seed: int,
    ) -> None:
        self._network, self._digits, self._smoothing = network, digits, smoothing
        self._budgets, self._seed, self._copies = budgets, seed, NoisyCopies(network)
        count = len(digits.labels)
        self._unaware, self._aware = (_Row.of(len(budgets), count) for _ in range(2))
        self._radii = np.zeros(count)
        through = through_noise(network, smoothing.sigma, draws, seed)
        self._attackers = (
            (bare_of(network), (self._unaware, self._aware)),
            (through, (self._aware,)),
        )
        self._done = 0

    def shares(self) -> Iterator[float]:
        """Measure all; yields the share that is done."""
        count = len(self._digits.labels)
        batches = range(0, count, _AT_ONCE)
        each = 1 + sum(2 * len(_attacks(budget)) for budget in self._budgets[1:])
        for start in batches:
            rows = np.arange(start, min(start + _AT_ONCE, count))
            for share in self._batch(rows, self._seed + start // _AT_ONCE):
                yield (self._done + share) / (each * len(batches))

    @property
    def result(self) -> SmoothedRobustness:
        """As shares of all digits."""
        return SmoothedRobustness(
            network=self._network.name,
            smoothing=self._smoothing,
            images=len(self._radii),
            budgets=self._budgets,
            unaware=self._unaware.shares,
            aware=self._aware.shares,
            proven=tuple(float((self._radii > size).mean()) for size in self._budgets),
        )

    def _batch(self, rows: Rows, seed: int) -> Iterator[float]:
        """Some of the images, first as they are; yields the share of each piece of work."""
        yield from self._certified(rows)
        self._done += 1
        for place, budget in enumerate(self._budgets[1:], start=1):
            for attacked, kept in self._attackers:
                for attack in _attacks(budget):
                    yield from self._attacked(attacked, attack, rows, seed, kept, place)
                    self._done += 1

    def _certified(self, rows: Rows) -> Iterator[float]:
        for number, row in enumerate(rows):
            image, label = self._digits.images[row], self._digits.labels[row]
            for vote in certified(self._copies, image, self._smoothing, seed=(self._seed, row)):
                yield (number + vote.samples / self._smoothing.samples) / len(rows)
            self._radii[row] = vote.radius if vote.label == label else 0.0
            state = self._state(image, row)
            for kept in (self._unaware, self._aware):
                kept.take(0, row, state, moved=True)

    def _attacked(
        self,
        attacked: Network,
        attack: EvasionAttack,
        rows: Rows,
        seed: int,
        kept: Sequence[_Row],
        place: int,
    ) -> Iterator[float]:
        """Attack what is not fooled yet; what comes of it counts in every larger budget, too."""
        left = rows[kept[0].states[place, rows] < _FOOLED]
        if not len(left):
            return
        problem = Problem(self._digits.images[left], self._digits.labels[left], "untargeted")
        total = attack.total() or 1
        run = attack.run(attacked, problem, seed=seed)
        outcomes = yield from changed(run, lambda step: min(1.0, step.done / total))
        for row, outcome in zip(left, outcomes, strict=True):
            state = self._state(outcome.adversarial, row)
            for each in kept:
                each.take(place, row, state, moved=not outcome.could_not_move)

    def _state(self, image: Bytes, row: int) -> int:
        """What the vote makes of a valid image (28, 28), under noise that no attack has seen."""
        seed = (self._seed, int(row), 1)
        label = read_smoothed(self._copies, image, self._smoothing, seed=seed)
        if label is None:
            return _ABSTAINED
        return _RIGHT if label == self._digits.labels[row] else _FOOLED
