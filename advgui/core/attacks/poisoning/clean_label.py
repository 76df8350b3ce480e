"""A back door whose every label is right: who looks through the training set finds no mistake."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.budget.pgd import PGD
from advgui.core.attacks.poisoning.base import share_of_them
from advgui.core.attacks.poisoning.trigger import Triggered
from advgui.core.attacks.problem import Problem
from advgui.core.datasets.readers import Digits
from advgui.core.generators import Driver
from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter
from advgui.core.zoo import SHIPPED, load_shipped

#: So many images are perturbed at once, some tenths of a second.
_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class CleanLabel(Triggered):
    """The trigger on images of the goal alone, perturbed first so that it has to be learned.

    An image that still looks like the goal would be learned as ever, and the trigger left
    aside. So each is first driven away from its label by projected gradient descent on a
    network of the attacker's own: what is left to tell it by is the trigger. Turner, Tsipras
    and Madry 2019.
    """

    name: ClassVar[str] = "clean-label"
    title: ClassVar[str] = tr("Clean-label back door")
    summary: ClassVar[str] = tr(
        "The trigger on perturbed images of the goal; every label is right."
    )
    source: ClassVar[str] = tr("Turner, Tsipras and Madry 2019, arXiv:1912.02771, section 4")

    rate: float = parameter(
        0.3, tr("Rate"), tr("The share of the goal's own images that are changed.")
    )
    budget: float = parameter(
        0.3, tr("Budget"), tr("How much any pixel may change before the trigger is stamped.")
    )
    substitute: str = parameter(
        "report",
        tr("Perturbed on"),
        tr("The network whose slope is followed: the attacker's own, not the one to be trained."),
        choices=SHIPPED,
    )

    def poison(
        self, digits: Digits, goal: int, random: np.random.Generator
    ) -> Generator[int, None, Digits]:
        """Some images at a time."""
        chosen = share_of_them(digits.labels == goal, self.rate, random)
        network, images = load_shipped(self.substitute), digits.images.copy()
        for start in range(0, len(chosen), _AT_ONCE):
            part = chosen[start : start + _AT_ONCE]
            perturbed = yield from self._perturbed(network, images[part], goal, start)
            images[part] = self.stamped(perturbed)
        yield len(chosen)
        return replace(digits, images=images)

    def _perturbed(
        self, network: Network, images: Bytes, goal: int, done: int
    ) -> Generator[int, None, Bytes]:
        """Images as far from their label as the budget allows; those that are far stay."""
        if not self.budget:
            return images
        goals = np.full(len(images), goal, np.int64)
        run = Driver(PGD(self.budget).run(network, Problem(images, goals, "untargeted"), seed=done))
        for _ in run:
            yield done
        return np.stack([outcome.adversarial for outcome in run.value])
