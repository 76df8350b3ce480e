"""Spectral signatures: poisoned digits lie far out along the main direction of their label."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.defences.detectors.activations import hidden, principal
from advgui.core.defences.detectors.base import Detector, Flags, by_label
from advgui.core.generators import changed
from advgui.core.images import Array
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class SpectralSignatures(Detector):
    """Of each label the digits whose hidden activations are largest along their main direction.

    What a back door is learned by makes a direction of its own. The score is the squared
    projection of the centred activations onto the first right singular vector, and 1.5 times
    the share that is expected are taken, of every label, as in algorithm 1 of Tran, Li and
    Madry 2018: so most of what it takes is clean where but one label is poisoned.
    """

    name: ClassVar[str] = "spectral"
    title: ClassVar[str] = tr("Spectral signatures")
    summary: ClassVar[str] = tr("Far out along the main direction of a label's hidden activations.")
    source: ClassVar[str] = tr("Tran, Li and Madry 2018, arXiv:1811.00636, algorithm 1")

    expected: float = parameter(
        0.1,
        tr("Expected"),
        tr("The share of a label's digits that may be poisoned; 1.5 times as many are taken."),
        minimum=0.001,
        maximum=0.5,
        scale="log",
    )

    def find(
        self, network: Network, digits: Digits, random: np.random.Generator
    ) -> Generator[float, None, Flags]:
        """One label after the other."""
        activations = yield from changed(hidden(network, digits.images), lambda done: 0.8 * done)
        caught = np.zeros(len(digits.labels), bool)
        for label, rows in by_label(digits):
            count = round(1.5 * self.expected * len(rows))
            order = np.argsort(-_scores(activations[rows]), kind="stable")
            caught[rows[order[:count]]] = True
            yield 0.8 + 0.02 * (label + 1)
        return caught


def _scores(activations: Array) -> Array:
    _, along = principal(activations, 1)
    scores: Array = along[:, 0] ** 2
    return scores
