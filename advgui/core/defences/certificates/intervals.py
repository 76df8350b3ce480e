"""A radius by interval bounds, for every network whose layers tell theirs.

Every number of every layer is held between two (Gowal et al. 2018, arXiv:1810.12715), the last
product being folded into the margins. It is fast, and loose where layers are many or wide.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from advgui.core.defences.certificates.hidden_layer import SAFETY, largest
from advgui.core.defences.certificates.reach import Floats
from advgui.core.images import SIZE
from advgui.core.nn.layers import Dense
from advgui.core.nn.network import Network

_HALVINGS: Final = 20


def interval_radii(network: Network, image: Floats) -> Iterator[float]:
    """Larger and larger radii, in L-infinity, that intervals prove of an image (784,) in [0, 1].

    No image in the box that is nearer has another label, or leads by less than ``SAFETY``. As a
    change is no smaller in L2, it is a proven radius there as well. Raises ValueError where a
    layer tells no bounds.
    """
    exact = network.astype(np.float64)
    safety = SAFETY * largest(exact.logits(image.reshape(1, SIZE, SIZE)))
    proven, refuted = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (proven + refuted) / 2
        if _least_lead(exact, image, middle) > safety:
            proven = middle
        else:
            refuted = middle
        yield proven


def _least_lead(network: Network, image: Floats, radius: float) -> float:
    """By how much the label of an image leads at least within a radius; minus infinity for NaN."""
    label = int(network.logits(image.reshape(1, SIZE, SIZE)).argmax())
    low = np.clip(image - radius, 0, 1).reshape(1, SIZE, SIZE)
    high = np.clip(image + radius, 0, 1).reshape(1, SIZE, SIZE)
    *layers, last = network.layers
    for layer in layers:
        low, high = layer.bounds(low, high)
    if isinstance(last, Dense):
        last = _leads(last, label)
        lead = last.bounds(low, high)[0].min()
    else:
        low, high = last.bounds(low, high)
        lead = low[0, label] - np.delete(high[0], label).max()
    return float(lead) if np.isfinite(lead) else -np.inf


def _leads(last: Dense, label: int) -> Dense:
    """The layer that makes the label's leads over the others, instead of logits."""
    others = np.delete(np.arange(len(last.bias)), label)
    matrix = last.matrix[:, [label]] - last.matrix[:, others]
    return Dense(matrix, last.bias[label] - last.bias[others])
