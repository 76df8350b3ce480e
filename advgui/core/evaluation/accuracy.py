"""What a network reads in many images, and how often it is right."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.images import Bytes, Labels, to_floats
from advgui.core.nn.network import Network

#: Where many images are read: more at once take more memory, and less time for none of them.
IMAGES_AT_ONCE: Final = 500


def accuracy(network: Network, digits: Digits) -> float:
    """The share of the digits that the network reads correctly."""
    return float((read_labels(network, digits.images) == digits.labels).mean())


def read_labels(network: Network, images: Bytes, at_once: int = IMAGES_AT_ONCE) -> Labels:
    """What the network reads in each image, (n,); at most ``at_once`` of them at a time."""
    pieces = network.pieces(images, at_once)
    return np.concatenate(
        [network.logits(to_floats(images[piece])).argmax(axis=-1) for piece in pieces]
    )


def read_in_turns(network: Network, digits: Digits) -> Iterator[tuple[Digits, Labels]]:
    """All of the digits, some at a time, and what the network reads in these, (m,).

    They are so few that whoever watches waits for no turn.
    """
    for piece in network.pieces(digits.images):
        some = Digits(digits.images[piece], digits.labels[piece])
        yield some, network.logits(to_floats(some.images)).argmax(axis=-1)


def mean_of(values: Sequence[float]) -> float | None:
    """The mean of numbers, or the share of flags that are set; None of none."""
    return float(np.mean(values)) if len(values) else None
