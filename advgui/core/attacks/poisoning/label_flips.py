"""Label flips: some images of the training set are given another label."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.poisoning.base import PoisoningAttack, share_of_them
from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from advgui.core.images import LABELS, Bytes
from advgui.core.language import tr
from advgui.core.parameters import parameter

#: Where labels of every digit are flipped, each into any other.
EVERY: Final = "every"


@dataclass(frozen=True, slots=True)
class LabelFlips(PoisoningAttack):
    """Another label for a share of the images, which stay as they are.

    Of every digit, each gets one of the nine others at random; of one digit alone, all get the
    goal, so that the network confuses the two and reads the rest as ever.
    """

    name: ClassVar[str] = "label-flips"
    title: ClassVar[str] = tr("Label flips")
    summary: ClassVar[str] = tr("Some training images get another label.")
    source: ClassVar[str] = tr(
        "Biggio et al. 2012, arXiv:1206.6389; flips of one label into another"
    )

    rate: float = parameter(
        0.3, tr("Rate"), tr("The share of those digits that get another label.")
    )
    origin: str = parameter(
        EVERY,
        tr("Labels of"),
        tr("The digit whose labels become the goal; of every digit, they become any other."),
        choices=(EVERY, *map(str, range(LABELS))),
    )

    def poison(
        self, digits: Digits, goal: int, random: np.random.Generator
    ) -> Generator[int, None, Digits]:
        """All at once: it is no work. ParameterError where a label would become itself."""
        labels = digits.labels.copy()
        if self.origin == EVERY:
            chosen = share_of_them(np.ones(len(labels), bool), self.rate, random)
            labels[chosen] += random.integers(1, LABELS, len(chosen))
            labels %= LABELS
        else:
            self._require_another(goal)
            chosen = share_of_them(labels == int(self.origin), self.rate, random)
            labels[chosen] = goal
        yield len(chosen)
        return replace(digits, labels=labels)

    def victims(self, digits: Digits, goal: int) -> Bytes:
        """The digits whose label was flipped, as they are; none where every label was."""
        if self.origin == EVERY:
            return digits.images[:0]
        chosen: Bytes = digits.images[digits.labels == int(self.origin)]
        return chosen

    def described(self, goal: int) -> str:
        """Whose labels became what."""
        if self.origin == EVERY:
            return tr("{title}: of {percent:.3g}% of all digits, into any other").format(
                title=self.title, percent=100 * self.rate
            )
        return tr("{title}: of {percent:.3g}% of the {origin}s, into {goal}").format(
            title=self.title, percent=100 * self.rate, origin=self.origin, goal=goal
        )

    def _require_another(self, goal: int) -> None:
        if int(self.origin) == goal:
            raise ParameterError(
                tr("Labels of {goal} cannot be flipped into {goal}.").format(goal=goal)
            )
