"""A network of which nothing is proven, as one of its layers tells no bounds."""

import numpy as np

from advgui.core.images import Array
from advgui.core.nn.layers import Dense, Layer
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped


class Strange(Layer):
    """Neither rising nor falling."""

    kind = "strange"

    def forward(self, inputs: Array) -> tuple[Array, None]:
        """Half of what comes in, and a wave on it."""
        return inputs / 2 + np.sin(inputs) / 4, None

    def backward(self, cache: None, gradient: Array) -> Array:
        """Half of it."""
        return gradient / 2


def unprovable() -> Network:
    """The shipped dense network with such a layer before its last."""
    *rest, last = load_shipped("dense").layers
    assert isinstance(last, Dense)
    return Network("odd", (*rest, Strange(), last), "softmax")
