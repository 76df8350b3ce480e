"""The report's own recipe: adversarial images made once and mixed in, and all trained again."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.attacks import EvasionAttack, make_attack
from advgui.core.images import Array, Labels
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter
from advgui.core.training.defending import (
    Learned,
    TrainingDefence,
    budget_parameter,
    norm_parameter,
    steps_parameter,
)
from advgui.core.training.loop import gradients_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedIn(TrainingDefence):
    """Train, attack what came of it, put those images among the digits, and train anew.

    The report, section 8; Szegedy et al. 2014, section 4.1, did it first. What is mixed in are
    exact 8-bit images of the network of the round before, with their true labels, beside all
    that was mixed in earlier. Whether that helps is asked twice in every round: of images that
    were made against the round before, and of new ones, which an attacker who knows the new
    network makes. ``adversarial`` training makes new ones for every batch instead.
    """

    name: ClassVar[str] = "mixed-in"
    way: ClassVar[str] = tr("With images mixed in")
    title: ClassVar[str] = tr("images mixed in")
    summary: ClassVar[str] = tr(
        "Train again and again, with images among the digits that fooled the round before."
    )
    source: ClassVar[str] = tr("the report, section 8; Szegedy et al. 2014, arXiv:1312.6199")
    carried: ClassVar[str] = "rounds"

    rounds: int = parameter(
        4,
        tr("Rounds"),
        tr("How often images are made and mixed in, after a first plain training."),
        minimum=1,
        maximum=50,
    )
    images: int = parameter(
        6_000,
        tr("Images"),
        tr("How many adversarial images each round mixes in."),
        minimum=10,
        maximum=60_000,
        scale="log",
    )
    budget: float = budget_parameter(
        tr("How large the changes may be that are mixed in, pixels being from 0 to 1.")
    )
    norm: str = norm_parameter()
    steps: int = steps_parameter(10, tr("How many steps make an image that is mixed in."))

    @property
    def trainings(self) -> int:
        """One before anything is mixed in, and one for each round."""
        return 1 + self.rounds

    @property
    def passes(self) -> float:
        """All trainings; the attacks take less."""
        return 1.2 * self.trainings

    def attack(self, steps: int) -> EvasionAttack:
        """Projected gradient descent within the budget, from a random start."""
        name = "pgd-l2" if self.measured_norm == "l2" else "pgd"
        return make_attack(name, {"budget": self.budget, "steps": steps})

    def learned(
        self,
        network: Network,
        images: Array,
        labels: Labels,
        done: float,
        random: np.random.Generator,
    ) -> Learned:
        """The cross-entropy of whatever is among the digits by now."""
        return gradients_of(network, images, labels, "cross-entropy")

    def described(self) -> str:
        """What is mixed in, and how often."""
        sentence = (
            tr(
                "trained once with {images:,} more images within {budget} mixed in, made against "
                "the network before"
            )
            if self.rounds == 1
            else tr(
                "trained anew in each of {rounds} rounds with {images:,} more images within "
                "{budget} mixed in, made against the network before"
            )
        )
        return sentence.format(rounds=self.rounds, images=self.images, budget=self.budget_words)
