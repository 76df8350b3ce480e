"""A radius by interval bounds, for every network whose layers tell theirs.

Every number of every layer is held between two (Gowal et al. 2018, arXiv:1810.12715), the last
product being folded into the margins. It is fast, and loose where layers are many or wide.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.hidden_layer import SAFETY, largest
from advgui.core.defences.certificates.reach import Floats
from advgui.core.images import SIZE, Array, Labels
from advgui.core.nn.folded import Folded
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
    images = image.reshape(1, SIZE, SIZE)
    logits = exact.logits(images)
    safety, label = SAFETY * largest(logits), logits.argmax(axis=1)
    proven, refuted = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (proven + refuted) / 2
        if least_leads(exact, images, label, middle) > safety:
            proven = middle
        else:
            refuted = middle
        yield proven


def proven_by_intervals(
    network: Network, images: Floats, labels: Labels, budget: float
) -> NDArray[np.bool_]:
    """Which images (n, 28, 28) in [0, 1] are read correctly whatever is done within a budget, (n,).

    In L-infinity; proven in float64, with ``SAFETY`` to spare, which is four times what float32
    moves the leads of what ships. Raises ValueError where a layer tells no bounds.
    """
    exact, held = network.astype(np.float64), np.zeros(len(labels), np.bool_)
    for part in network.pieces(images):
        pixels = images[part].astype(np.float64)
        sizes = np.maximum(np.abs(exact.logits(pixels)).max(axis=1), 1.0)
        held[part] = least_leads(exact, pixels, labels[part], budget) > SAFETY * sizes
    return held


def least_leads(network: Network, images: Array, labels: Labels, radius: float) -> Array:
    """By how much the label of each image (n, 28, 28) leads at least within a radius, (n,).

    Minus infinity for NaN. Raises ValueError where a layer tells no bounds.
    """
    reach, rows = images.dtype.type(radius), np.arange(len(labels))
    low: Array = np.maximum(images - reach, 0)
    high: Array = np.minimum(images + reach, 1)
    *layers, last = network.layers
    for layer in layers:
        low, high = layer.bounds(low, high)
    if isinstance(last, Dense):
        worst = Folded.of(last).worst((low + high) / 2, (high - low) / 2, labels)
    else:
        low, high = last.bounds(low, high)
        worst = high - low[rows, labels][:, None]
    worst[rows, labels] = -np.inf
    leads = -worst.max(axis=1)
    return np.where(np.isfinite(leads), leads, -np.inf)
