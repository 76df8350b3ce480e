"""The states of a fit: what was learned so far, and how well it does on digits held out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from advgui.core.attacks.fitted.artefact import Artefact, ArtefactCard
from advgui.core.attacks.fitted.trial import Trial, other_labels
from advgui.core.datasets.readers import Digits
from advgui.core.images import Array, Labels, quantise, to_floats
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import Remembered

if TYPE_CHECKING:
    from advgui.core.attacks.fitted.base import FittedAttack


class Look(NamedTuple):
    """The share of the digits held out that was fooled after so many steps, in [0, 1]."""

    number: int
    rate: float


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """One yielded state of a fit: how much of ``total()`` is done, and what it had when looked at.

    ``looks`` are all of them so far, as whoever watches may miss some states. ``artefact`` is a
    snapshot as of the last look: it stays as it is while the fit goes on. ``noise_rate`` is what
    random noise of the same norm does, None where there is none.
    """

    number: int
    looks: tuple[Look, ...]
    noise_rate: float | None
    artefact: Artefact

    @property
    def rate(self) -> float:
        """The share of digits that are not learned from and are fooled, at the last look."""
        return self.looks[-1].rate


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Makes a state of what was learned so far, by the digits that were held out.

    ``goals`` are said where the goal is said when it is worn: one at random for each digit.
    """

    attack: "FittedAttack"
    trial: Trial
    goal: int | None
    goals: Labels | None
    seed: int
    card: ArtefactCard

    @classmethod
    def of(
        cls,
        attack: "FittedAttack",
        network: Network,
        unseen: Digits,
        *,
        goal: int | None,
        seed: int,
        card: ArtefactCard,
    ) -> "Judged":
        """With random noise judged already, as it does not change. Raises as ``Trial.of`` does."""
        random = np.random.default_rng(seed)
        late = attack.goal_when_worn
        goals = None if goal is None else np.full(len(unseen.labels), goal, np.int64)
        trial = Trial.of(network, unseen, other_labels(unseen.labels, random) if late else goals)
        noisy = attack.noise(to_floats(trial.problem.originals), random)
        noise_rate = None if noisy is None else trial.rate(quantise(noisy))
        count = len(trial.problem.goals)
        card = replace(card, unseen=count, total=attack.total(), noise_rate=noise_rate)
        return cls(attack, trial, goal, trial.problem.goals if late else None, seed, card)

    def fit(self, number: int, arrays: Mapping[str, Array], last: Fit | None) -> Fit:
        """The state after so many steps, and after the ``last`` look; the arrays are copied."""
        kept = {name: array.copy() for name, array in arrays.items()}
        made = self._made(kept, self.card)
        rate = self.trial.rate(made.apply(self.trial.problem.originals, self.goals))
        looks = (*(last.looks if last else ()), Look(number, rate))
        return self.told(looks, kept)

    def told(self, looks: tuple[Look, ...], arrays: Mapping[str, Array]) -> Fit:
        """The state at the last of some looks, when these were learned."""
        number, rate = looks[-1]
        made = self._made(arrays, replace(self.card, done=number, rate=rate))
        return Fit(number, looks, self.card.noise_rate, made)

    def _made(self, arrays: Mapping[str, Array], card: ArtefactCard) -> Artefact:
        network = self.trial.network.name
        return Artefact(self.attack, arrays, self.goal, network, self.seed, card)


class Progress:
    """How far a fit is, by looking at it now and then: after the first and each ``every`` steps."""

    def __init__(self, judged: Judged, *, every: int) -> None:
        self._judged, self._every = judged, every
        self._number = -1
        self.last: Fit | None = None
        """As it was looked at last."""

    def after(self, arrays: Mapping[str, Array]) -> Fit:
        """The state after one more step, by which these are learned."""
        self._number += 1
        number, last, card = self._number, self.last, self._judged.card
        if last is None or number % self._every == 0 or number == card.total:
            last = self.last = self._judged.fit(number, arrays, last)
        return replace(last, number=number)

    def remembered(self) -> Remembered:
        """All looks, what was learned at the last of them, and from how many images."""
        last, images = self.last, self._judged.card.images
        looks = [] if last is None else [list(look) for look in last.looks]
        values = {"number": self._number, "looks": looks, "images": images}
        return Remembered(values, {} if last is None else last.artefact.arrays)

    def resume(self, known: Remembered) -> None:
        """It goes on from there."""
        values = known.values
        if values["images"] != self._judged.card.images:
            raise ValueError("the digits are others")
        looks = tuple(Look(int(number), float(rate)) for number, rate in values["looks"])
        self._number = int(values["number"])
        self.last = self._judged.told(looks, known.arrays) if looks else None
