"""Loss outliers: digits that the network has not come to read as they are labelled."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.defences.detectors.base import Detector, Flags
from advgui.core.images import to_floats
from advgui.core.language import tr
from advgui.core.nn.losses import softmax
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class LossOutliers(Detector):
    """The digits whose own label gets little of the network's confidence.

    A flipped label contradicts all others like it, and a network that is trained briefly goes
    with the many. A back door contradicts nothing: the trigger is learned, and its loss is as
    small as of any other. The confidence is the softmax of the logits, and -log of it the loss.
    """

    name: ClassVar[str] = "loss"
    title: ClassVar[str] = tr("Loss outliers")
    summary: ClassVar[str] = tr("What the network does not read as it is labelled.")
    source: ClassVar[str] = tr(
        "Brodley and Friedl 1999, arXiv:1106.0219, filtering by a classifier"
    )

    confidence: float = parameter(
        0.2,
        tr("Confidence below"),
        tr("The confidence in a digit's own label below which it is taken for poisoned."),
        minimum=0.001,
        maximum=0.9,
        scale="log",
    )

    def find(
        self, network: Network, digits: Digits, random: np.random.Generator
    ) -> Generator[float, None, Flags]:
        """Some digits at a time."""
        count = len(digits.labels)
        own = np.empty(count, np.float32)
        for piece in network.pieces(digits.images):
            labels = digits.labels[piece]
            confidences = softmax(network.logits(to_floats(digits.images[piece])))
            own[piece] = confidences[np.arange(len(labels)), labels]
            yield min(1.0, piece.stop / count)
        return own < self.confidence
