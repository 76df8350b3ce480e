"""What other networks make of images that were made against one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from advgui.core.attacks import Outcome
from advgui.core.evaluation.accuracy import mean_of, read_labels
from advgui.core.images import Bytes
from advgui.core.nn.network import Network


@dataclass(frozen=True, slots=True)
class Transfer:
    """Adversarial images, shown to a network that they were not made against.

    ``images`` of them count: those that fool their own network and whose original this one
    reads as that did. ``misread`` is the share that it reads as anything else than the
    original, ``at_goal`` the share that it reads as the goal; None where there is no image, or
    no goal.
    """

    network: str
    images: int
    misread: float | None
    at_goal: float | None


def transferred(network: Network, outcomes: Sequence[Outcome]) -> Transfer:
    """Show the images of these outcomes to a network."""
    fooled = [outcome for outcome in outcomes if outcome.fooled]
    before = _labels(network, [outcome.original for outcome in fooled])
    after = _labels(network, [outcome.adversarial for outcome in fooled])
    counted = [
        (label, outcome)
        for label, was, outcome in zip(after, before, fooled, strict=True)
        if was == outcome.before.label
    ]
    misread = [label != outcome.before.label for label, outcome in counted]
    at_goal = [label == outcome.goal for label, outcome in counted if outcome.goal is not None]
    return Transfer(network.name, len(counted), mean_of(misread), mean_of(at_goal))


def _labels(network: Network, images: Sequence[Bytes]) -> list[int]:
    labels: list[int] = read_labels(network, np.stack(images)).tolist() if images else []
    return labels
