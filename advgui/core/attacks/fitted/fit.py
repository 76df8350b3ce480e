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
        network = self.trial.network.name
        made = Artefact(self.attack, kept, self.goal, network, self.seed, self.card)
        rate = self.trial.rate(made.apply(self.trial.problem.originals, self.goals))
        card = replace(self.card, done=number, rate=rate)
        looks = (*(last.looks if last else ()), Look(number, rate))
        return Fit(number, looks, self.card.noise_rate, replace(made, card=card))
