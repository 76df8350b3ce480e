"""Networks that are one matrix, so that the smallest change is known."""

import numpy as np

from advgui.core.images import PIXELS, Array, Bytes
from advgui.core.nn.layers import Dense, Reshape
from advgui.core.nn.network import Network

#: Far below all that 784 pixels can add up to here.
HOPELESS = -1e3


def two_labels(weights: Array, gap: float) -> Network:
    """Reads 0 where w · x < gap and else 1, for ``weights`` w (784,), and never another label."""
    matrix = np.zeros((PIXELS, 10), np.float32)
    matrix[:, 1] = weights
    shift = np.full(10, HOPELESS, np.float32)
    shift[0], shift[1] = gap, 0
    return Network("two labels", (Reshape((PIXELS,)), Dense(matrix, shift)), "softmax")


def constant() -> Network:
    """Reads a 3 in everything."""
    shift = np.zeros(10, np.float32)
    shift[3] = 1
    layers = (Reshape((PIXELS,)), Dense(np.zeros((PIXELS, 10), np.float32), shift))
    return Network("constant", layers, "softmax")


def gray(count: int = 1) -> Bytes:
    """Images that can go as far one way as the other."""
    return np.full((count, 28, 28), 128, np.uint8)
