"""What a network makes of the images on the straight line through two of them."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from advgui.core.images import Array, Bytes, to_floats
from advgui.core.nn.network import Network

#: From the first image, 0, through the second, 1, to twice as far.
PLACES: Final = np.linspace(0.0, 2.0, 201)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """``logits`` and ``confidences`` (k, 10) at the PLACES of a line."""

    logits: Array = field(repr=False)
    confidences: Array = field(repr=False)

    @property
    def turn(self) -> float | None:
        """The first place at which another digit is read than at its beginning, if any."""
        labels = self.logits.argmax(axis=-1)
        (others,) = np.nonzero(labels != labels[0])
        return float(PLACES[others[0]]) if len(others) else None


def images_on(first: Bytes, second: Bytes, places: Array) -> Array:
    """The images (k, 28, 28), float32 in [0, 1]: real numbers, clipped where they leave it.

    At 0 and 1 they are the two valid images themselves, to the last bit.
    """
    share = places.astype(np.float32)[:, None, None]
    between = (1 - share) * to_floats(first) + share * to_floats(second)
    clipped: Array = np.clip(between, 0.0, 1.0)
    return clipped


def line(network: Network, first: Bytes, second: Bytes) -> Generator[None, None, Line]:
    """What is made of them, some after the other."""
    images, logits = images_on(first, second, PLACES), []
    for piece in network.pieces(images, 20):
        logits.append(network.logits(images[piece]))
        yield
    found = np.concatenate(logits)
    return Line(found, network.activate(found))
