"""Digits that are held out: how many of them an artefact fools."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.attacks.oracle import logits_in_pieces
from advgui.core.attacks.problem import Problem
from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from advgui.core.images import LABELS, Bytes, Labels, to_floats
from advgui.core.language import tr
from advgui.core.nn.network import Network

#: Digits that are held out while others are learned from.
UNSEEN: Final = 1000
#: One of so many is held out where there are few.
_ONE_OF: Final = 5


def held_out(digits: Digits, count: int, random: np.random.Generator) -> tuple[Digits, Digits]:
    """``count`` digits to learn from, or as many as there are, and others to judge by.

    Raises ParameterError where there are too few for both.
    """
    order = random.permutation(len(digits.labels))
    unseen = min(UNSEEN, len(order) // _ONE_OF)
    if not unseen:
        raise ParameterError(
            tr("At least {least} digits are needed, as one of {least} is held out.").format(
                least=_ONE_OF
            )
        )
    return _some(digits, order[unseen:][:count]), _some(digits, order[:unseen])


def labels_of(network: Network, images: Bytes) -> Labels:
    """What the network reads in each valid image, (n,)."""
    labels: Labels = logits_in_pieces(network, to_floats(images)).argmax(axis=-1)
    return labels


def other_labels(labels: Labels, random: np.random.Generator) -> Labels:
    """A label for each that is not its own, each as likely as any."""
    others: Labels = (labels + random.integers(1, LABELS, len(labels))) % LABELS
    return others


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """The digits by which an artefact is judged: those that are read correctly without it."""

    network: Network
    problem: Problem

    @classmethod
    def of(cls, network: Network, digits: Digits, goals: Labels | None) -> "Trial":
        """Toward a goal for each of the digits, but for those that have it, or away from labels.

        Raises ParameterError where the network reads none of them correctly.
        """
        right = labels_of(network, digits.images) == digits.labels
        if goals is not None:
            right &= goals != digits.labels
        rows = np.flatnonzero(right)
        if not len(rows):
            raise ParameterError(
                tr(
                    "The network {network} reads none of the digits that are held out correctly."
                ).format(network=network.name)
            )
        if goals is None:
            return cls(network, Problem(digits.images, digits.labels, "untargeted").of(rows))
        return cls(network, Problem(digits.images, goals).of(rows))

    def rate(self, images: Bytes) -> float:
        """The share in [0, 1] that is fooled by valid images made of the problem's."""
        labels = labels_of(self.network, images)
        return float(self.problem.reached(labels).mean())


def _some(digits: Digits, rows: Labels) -> Digits:
    return Digits(digits.images[rows], digits.labels[rows])
