"""Activation clustering: a label that is two things makes two clusters, of which one is small."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.defences.detectors.activations import hidden, principal
from advgui.core.defences.detectors.base import Detector, Flags, by_label
from advgui.core.generators import changed
from advgui.core.images import Array
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter

#: Activations are told by so few numbers, as in the paper.
DIMENSIONS: Final = 10
#: 2-means begins so often, and the tightest clusters count.
_STARTS: Final = 3
_ROUNDS: Final = 100


@dataclass(frozen=True, slots=True)
class ActivationClustering(Detector):
    """Of each label the smaller of two clusters of hidden activations, where it is small enough.

    Chen et al. 2018: the activations of a label's digits along their ten main directions are
    parted by 2-means. Clean digits part into two halves; where one cluster has less than a
    share of them, it is taken for poisoned ("exclusionary reclassification" by size).
    """

    name: ClassVar[str] = "clustering"
    title: ClassVar[str] = tr("Activation clustering")
    summary: ClassVar[str] = tr("The small one of two clusters of a label's hidden activations.")
    source: ClassVar[str] = tr("Chen et al. 2018, arXiv:1811.03728, sections 4 and 5")

    smaller: float = parameter(
        0.35,
        tr("Smaller than"),
        tr("The share of a label's digits below which a cluster is taken for poisoned."),
        minimum=0.01,
        maximum=0.5,
    )

    def find(
        self, network: Network, digits: Digits, random: np.random.Generator
    ) -> Generator[float, None, Flags]:
        """One label after the other."""
        activations = yield from changed(hidden(network, digits.images), lambda done: 0.5 * done)
        caught = np.zeros(len(digits.labels), bool)
        for label, rows in by_label(digits):
            _, reduced = principal(activations[rows], DIMENSIONS)
            second = two_means(reduced, random)
            small = second if second.mean() < 0.5 else ~second
            if small.mean() < self.smaller:
                caught[rows[small]] = True
            yield 0.5 + 0.05 * (label + 1)
        return caught


def two_means(points: Array, random: np.random.Generator) -> Flags:
    """Which of the points (n, d) belong to the second of two clusters, (n,).

    Lloyd's rounds from centres that are drawn apart (k-means++, Arthur and Vassilvitskii 2007).
    """
    tries = [_clustered(points, _drawn_apart(points, random)) for _ in range(_STARTS)]
    return min(tries, key=lambda found: found[0])[1]


def _drawn_apart(points: Array, random: np.random.Generator) -> Array:
    """Two centres: any point, and another by its squared distance."""
    first = points[random.integers(len(points))]
    distances = ((points - first) ** 2).sum(axis=1)
    total = distances.sum()
    if not total:
        return np.stack([first, first])
    return np.stack([first, points[random.choice(len(points), p=distances / total)]])


def _clustered(points: Array, centres: Array) -> tuple[float, Flags]:
    """The sum of squared distances to the nearer centre, and who belongs to the second."""
    second = np.zeros(len(points), bool)
    for _ in range(_ROUNDS):
        distances = ((points[:, None] - centres) ** 2).sum(axis=2)
        nearer = distances[:, 1] < distances[:, 0]
        if (nearer == second).all():
            break
        second = nearer
        centres = np.stack([points[~second].mean(axis=0), points[second].mean(axis=0)])
    return float(distances.min(axis=1).sum()), second
