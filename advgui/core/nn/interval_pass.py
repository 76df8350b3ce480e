"""Intervals through layers, and the gradient's way back from both of their ends."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from advgui.core.images import Array
from advgui.core.language import tr
from advgui.core.nn.layers import Cache, Layer


class Held(NamedTuple):
    """What the way back needs of a layer.

    Of one that multiplies these are the caches of middle and half width, and the layer of its
    magnitudes; of one that rises those of the lower and the upper end, and the layer itself.
    """

    first: Cache
    second: Cache
    other: Layer


def forward(layers: Sequence[Layer], low: Array, high: Array) -> tuple[Array, Array, list[Held]]:
    """What holds the results of all batches (n, ...) between two, and what the way back needs.

    Raises ValueError for a layer that neither multiplies nor rises.
    """
    caches = []
    for layer in layers:
        if layer.factors:
            other = layer.magnitudes()
            middle, first = layer.forward((low + high) / 2)
            spread, second = other.forward((high - low) / 2)
            low, high = middle - spread, middle + spread
        elif layer.rising:
            other = layer
            (low, first), (high, second) = layer.forward(low), layer.forward(high)
        else:
            raise ValueError(
                tr("intervals through a layer of the kind {kind} have no slope").format(
                    kind=layer.kind
                )
            )
        caches.append(Held(first, second, other))
    return low, high, caches


def weight_gradients(
    layers: Sequence[Layer], caches: Sequence[Held], low: Array, high: Array
) -> list[Array]:
    """The gradient for every weight array, in their order, from those for both ends."""
    found: list[list[Array]] = []
    trained = next((at for at, layer in enumerate(layers) if layer.weights), len(layers))
    for position in range(len(layers) - 1, trained - 1, -1):
        layer, held = layers[position], caches[position]
        found.append(_learned(layer, held, low, high))
        if position > trained:  # nothing is trained below
            low, high = _passed_back(layer, held, low, high)
    return [array for group in reversed(found) for array in group]


def _learned(layer: Layer, held: Held, low: Array, high: Array) -> list[Array]:
    """The gradient for the layer's own arrays: factors widen intervals by their magnitudes."""
    if not layer.weights:
        return []
    own = layer.weight_gradients(held.first, low + high)
    wider = held.other.weight_gradients(held.second, high - low)
    factors = {name: np.sign(layer.weights[name]) for name in layer.factors}
    return [
        gradient + factors[name] * wider[name] if name in factors else gradient
        for name, gradient in own.items()
    ]


def _passed_back(layer: Layer, held: Held, low: Array, high: Array) -> tuple[Array, Array]:
    """The gradients for both ends in front of the layer."""
    if not layer.factors:
        return layer.backward(held.first, low), layer.backward(held.second, high)
    middle = layer.backward(held.first, low + high)
    spread = held.other.backward(held.second, high - low)
    half = middle.dtype.type(0.5)
    return half * (middle - spread), half * (middle + spread)
