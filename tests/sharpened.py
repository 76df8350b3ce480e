"""Networks that decide as another does, by larger numbers."""

from dataclasses import replace

import numpy as np

from advgui.core.nn.layers import Dense
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped


def louder(name: str, factor: float) -> Network:
    """A shipped network with all its logits so many times as large: it decides the same."""
    network = load_shipped(name)
    *layers, last = network.layers
    arrays = {key: array * np.float32(factor) for key, array in last.weights.items()}
    return replace(network, name="louder", layers=(*layers, last.with_weights(arrays)))


def saturated() -> Network:
    """The report's network with hidden sigmoids so steep that they have no slope anywhere."""
    network = load_shipped("report")
    layers = list(network.layers)
    first = next(index for index, layer in enumerate(layers) if isinstance(layer, Dense))
    arrays = {key: array * np.float32(1e4) for key, array in layers[first].weights.items()}
    layers[first] = layers[first].with_weights(arrays)
    return replace(network, name="saturated", layers=tuple(layers))
