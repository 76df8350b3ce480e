"""How often a smoothed network is fooled: by who does not know of the noise, by who does."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import EvasionAttack, Problem, make_attack
from advgui.core.datasets.readers import Digits
from advgui.core.defences.certificates.noisy_copies import NoisyCopies
from advgui.core.defences.certificates.smoothing import Smoothing, certified, read_smoothed
from advgui.core.defences.defended import bare_of, defences_of, defended
from advgui.core.defences.random_noise import RandomNoise
from advgui.core.generators import changed
from advgui.core.images import Bytes
from advgui.core.nn.network import Network

#: Noisy copies over which an aware attacker averages every slope.
DRAWS: Final = 32
# Images that are attacked together.
_AT_ONCE: Final = 25
# What is told of an image at a budget, from the best to the worst.
_RIGHT, _ABSTAINED, _FOOLED = range(3)

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shares:
    """At each budget the share of all digits that is read ``right``, and that is ``abstained`` of.

    What is left is read as another label: the vote is wrong, or fooled.
    """

    right: tuple[float, ...]
    abstained: tuple[float, ...]


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


def through_noise(network: Network, sigma: float, draws: int = DRAWS, seed: int = 0) -> Network:
    """What an aware attacker attacks: the mean of so many noisy copies, slopes and all.

    The noise is not clipped, as that of the vote is not. It is drawn anew for the vote, so an
    attack that fits these copies alone has gained nothing (Salman et al. 2019, arXiv:1906.04584,
    section 3: expectation over transformation).
    """
    noise = RandomNoise(sigma, draws, seed, clip=False)
    return defended(network, (noise, *defences_of(network)))


def usual_attacks(budget: float) -> tuple[EvasionAttack, ...]:
    """Projected gradient descent in L2 on two losses."""
    settings = ({"loss": loss, "budget": budget} for loss in ("cross-entropy", "margin"))
    return tuple(make_attack("pgd-l2", one) for one in settings)


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


class _Measurement:
    """What the vote makes of each image at each budget, and how far that is proven.

    ``_unaware`` and ``_aware`` are states (budgets, images), ``_radii`` (images,).
    """

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
        self._unaware, self._aware = np.zeros((2, len(budgets), count), np.int64)
        self._radii = np.zeros(count)
        self._attackers = (
            (bare_of(network), (self._unaware, self._aware)),
            (through_noise(network, smoothing.sigma, draws, seed), (self._aware,)),
        )
        self._done = 0

    def shares(self) -> Iterator[float]:
        """Measure all; yields the share that is done."""
        count = len(self._digits.labels)
        batches = range(0, count, _AT_ONCE)
        each = 1 + sum(2 * len(usual_attacks(budget)) for budget in self._budgets[1:])
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
            unaware=_shares(self._unaware),
            aware=_shares(self._aware),
            proven=tuple(float((self._radii > size).mean()) for size in self._budgets),
        )

    def _batch(self, rows: Rows, seed: int) -> Iterator[float]:
        """Some of the images, first as they are; yields the share of each piece of work."""
        yield from self._certified(rows)
        self._done += 1
        for place, budget in enumerate(self._budgets[1:], start=1):
            for attacked, states in self._attackers:
                for attack in usual_attacks(budget):
                    yield from self._attacked(attacked, attack, rows, seed, states, place)
                    self._done += 1

    def _certified(self, rows: Rows) -> Iterator[float]:
        for number, row in enumerate(rows):
            image, label = self._digits.images[row], self._digits.labels[row]
            for vote in certified(self._copies, image, self._smoothing, seed=(self._seed, row)):
                yield (number + vote.samples / self._smoothing.samples) / len(rows)
            self._radii[row] = vote.radius if vote.label == label else 0.0
            self._unaware[:, row] = self._aware[:, row] = self._state(image, row)

    def _attacked(
        self,
        attacked: Network,
        attack: EvasionAttack,
        rows: Rows,
        seed: int,
        states: Sequence[Rows],
        place: int,
    ) -> Iterator[float]:
        """Attack what is not fooled yet; what comes of it counts in every larger budget, too."""
        left = rows[states[-1][place, rows] < _FOOLED]
        if not len(left):
            return
        problem = Problem(self._digits.images[left], self._digits.labels[left], "untargeted")
        total = attack.total() or 1
        run = attack.run(attacked, problem, seed=seed)
        outcomes = yield from changed(run, lambda step: min(1.0, step.done / total))
        for row, outcome in zip(left, outcomes, strict=True):
            state = self._state(outcome.adversarial, row)
            for kept in states:
                kept[place:, row] = np.maximum(kept[place:, row], state)

    def _state(self, image: Bytes, row: int) -> int:
        """What the vote makes of a valid image (28, 28), under noise that no attack has seen."""
        seed = (self._seed, int(row), 1)
        label = read_smoothed(self._copies, image, self._smoothing, seed=seed)
        if label is None:
            return _ABSTAINED
        return _RIGHT if label == self._digits.labels[row] else _FOOLED


def _shares(states: Rows) -> Shares:
    right, abstained = (
        tuple((states == state).mean(axis=1).tolist()) for state in (_RIGHT, _ABSTAINED)
    )
    return Shares(right, abstained)
