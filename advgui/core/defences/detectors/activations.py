"""What a network makes of images before its last layer: where detectors look."""

from collections.abc import Generator
from typing import Final

import numpy as np

from advgui.core.images import Array, Bytes, to_floats
from advgui.core.nn.network import Network
from advgui.core.nn.sequential import Sequential

#: So many images go through at once, some hundredths of a second.
_AT_ONCE: Final = 500


def hidden(network: Network, images: Bytes) -> Generator[float, None, Array]:
    """What goes into the last layer that has weights, (n, d); yields the share that is done.

    Of a network without hidden layers these are the pixels themselves.
    """
    last = max(at for at, layer in enumerate(network.layers) if layer.weights)
    below = Sequential(network.layers[:last])
    parts: list[Array] = []
    done = 0
    for piece in network.pieces(images, _AT_ONCE):
        parts.append(below.logits(to_floats(images[piece])).reshape(len(images[piece]), -1))
        done += len(parts[-1])
        yield done / len(images)
    return np.concatenate(parts)


def principal(vectors: Array, most: int) -> tuple[Array, Array]:
    """Variances, the largest first, and what vectors (n, d) are along those directions (n, k)."""
    centred = (vectors - vectors.mean(axis=0)).astype(np.float64)
    variances, directions = np.linalg.eigh(centred.T @ centred / len(centred))
    kept = slice(None, -most - 1, -1)
    return variances[kept], centred @ directions[:, kept]
