"""What a network reads in many images, and how often it is right."""

from typing import Final

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.images import Bytes, Labels, to_floats
from advgui.core.nn.network import Network

IMAGES_AT_ONCE: Final = 500  # bounds the memory where many images are read


def accuracy(network: Network, digits: Digits) -> float:
    """The share of the digits that the network reads correctly."""
    return float((read_labels(network, digits.images) == digits.labels).mean())


def read_labels(network: Network, images: Bytes, together: int = IMAGES_AT_ONCE) -> Labels:
    """What the network reads in each image, (n,); ``together`` at a time."""
    parts = [
        network.logits(to_floats(images[start : start + together])).argmax(axis=-1)
        for start in range(0, len(images), together)
    ]
    return np.concatenate(parts)
