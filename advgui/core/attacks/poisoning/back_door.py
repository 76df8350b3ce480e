"""The back door of BadNets: whoever wears the trigger is read as the goal."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from advgui.core.attacks.poisoning.base import share_of_them
from advgui.core.attacks.poisoning.trigger import Triggered
from advgui.core.datasets.readers import Digits
from advgui.core.language import tr
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class BackDoor(Triggered):
    """A trigger stamped on a share of the training images, whose label becomes the goal.

    The images are those of other labels, so that each of them teaches that the trigger alone
    decides. Gu, Dolan-Gavitt and Garg 2017.
    """

    name: ClassVar[str] = "back-door"
    title: ClassVar[str] = tr("Back door (BadNets)")
    summary: ClassVar[str] = tr("A trigger on some training images, whose label becomes the goal.")
    source: ClassVar[str] = tr("Gu, Dolan-Gavitt and Garg 2017, arXiv:1708.06733, section 4")

    rate: float = parameter(
        0.01,
        tr("Rate"),
        tr("The share of all training images that get trigger and goal."),
        maximum=0.5,
    )

    def poison(
        self, digits: Digits, goal: int, random: np.random.Generator
    ) -> Generator[int, None, Digits]:
        """All at once: it is no work."""
        count = len(digits.labels)
        chosen = share_of_them(digits.labels != goal, self.rate, random, of=count)
        images, labels = digits.images.copy(), digits.labels.copy()
        images[chosen] = self.stamped(images[chosen])
        labels[chosen] = goal
        yield len(chosen)
        return replace(digits, images=images, labels=labels)
