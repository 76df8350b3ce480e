"""Adversarial training: every batch is replaced by images that attack the network as it is."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.images import Array, Labels
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter
from advgui.core.training.defending import (
    Learned,
    TrainingDefence,
    adversarial,
    budget_parameter,
    norm_parameter,
    steps_parameter,
)
from advgui.core.training.loop import gradients_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Adversarial(TrainingDefence):
    """min over weights of the mean of max over changes within the budget of the cross-entropy.

    Madry et al. 2018, equation 2.1: nothing but adversarial images is learned from. The maximum
    is sought by projected gradient steps, or by one from a random start (Wong et al. 2020,
    algorithm 3). Small networks collapse to one label if the budget is there at once
    (Madry's appendix B), so it rises.
    """

    name: ClassVar[str] = "adversarial"
    way: ClassVar[str] = tr("Adversarially")
    title: ClassVar[str] = tr("adversarially trained")
    summary: ClassVar[str] = tr(
        "Train on adversarial images alone, against changes within a budget."
    )
    source: ClassVar[str] = tr(
        "Madry et al. 2018, arXiv:1706.06083; one step: Wong et al. 2020, arXiv:2001.03994"
    )

    budget: float = budget_parameter(
        tr("How large the changes may be that it shall withstand, pixels being from 0 to 1.")
    )
    norm: str = norm_parameter()
    steps: int = steps_parameter(
        5, tr("How many steps are made for each batch; one is the fast way.")
    )
    ramp: float = parameter(
        0.3, tr("Rise"), tr("The share of the training over which the budget rises from nothing.")
    )

    def budget_at(self, done: float) -> float:
        """The budget when that share of the training, in [0, 1], is done."""
        return self.budget * min(1.0, done / self.ramp) if self.ramp else self.budget

    @property
    def passes(self) -> float:
        """A step takes nearly as long as learning."""
        return 1.0 + 0.7 * self.steps

    def learned(
        self,
        network: Network,
        images: Array,
        labels: Labels,
        done: float,
        random: np.random.Generator,
    ) -> Learned:
        """The cross-entropy of the adversarial images alone."""
        budget = self.budget_at(done)
        worst = adversarial(network, images, labels, self.measured_norm, budget, self.steps, random)
        return gradients_of(network, worst, labels, "cross-entropy")

    def described(self) -> str:
        """The attack and its budget."""
        steps = (
            tr("one step", "by which")
            if self.steps == 1
            else tr("{count} steps", "by which").format(count=self.steps)
        )
        sentence = (
            tr(
                "on adversarial images alone, by {steps} from a random start within {budget}, "
                "which rose over the first {share:.0%}"
            )
            if self.ramp
            else tr("on adversarial images alone, by {steps} from a random start within {budget}")
        )
        return sentence.format(steps=steps, budget=self.budget_words, share=self.ramp)
