"""Layers one after the other: what drives them forward and back."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import numpy as np

from advgui.core.images import Array, Bytes
from advgui.core.limits import ACTIVATIONS, ACTIVATIONS_AT_ONCE
from advgui.core.nn.layers import Cache, Layer, Saturating, Sides
from advgui.core.nn.losses import Slope

# The arrays of more images at once leave the processor's cache, and those of a convolution
# the memory that is kept for the next ones: each image would cost more, not less.
PIECE: Final = 128
# So many never take too much memory, whatever the layers.
_FEW: Final = ACTIVATIONS_AT_ONCE // ACTIVATIONS

Backward = Callable[[Cache, Array], Array]
Softened = Callable[[Cache, Array, float], Array]


class Sequential:
    """Layers from a batch (n, ...) to a batch (n, ...), and the gradient's way back.

    What every step of an attack calls is looked up once: for a small network that is a
    tenth of the step.
    """

    __slots__ = ("_backward", "_few", "_forward", "_room", "_trained", "_ways", "layers")

    def __init__(self, layers: Sequence[Layer]) -> None:
        """Look up how each layer goes forward and back."""
        self.layers = tuple(layers)
        behind = self.layers[::-1]
        self._forward = tuple(layer.forward for layer in self.layers)
        self._backward: tuple[Backward, ...] = tuple(layer.backward for layer in behind)
        self._ways: tuple[tuple[Backward, Softened | None], ...] = tuple(
            (layer.backward, _softened(layer)) for layer in behind
        )
        self._trained = next((at for at, layer in enumerate(self.layers) if layer.weights), 0)
        self._few = _FEW // max((layer.copies for layer in self.layers), default=1)
        self._room = 0  # how many numbers they compute of one image, once that was asked

    def __reduce__(self) -> tuple[Any, ...]:
        """Only the layers travel to another process."""
        return Sequential, (self.layers,)

    def forward(self, values: Array) -> tuple[Array, list[Cache]]:
        """What comes out of the last layer, and one cache for each layer."""
        caches = []
        for forward in self._forward:
            values, cache = forward(values)
            caches.append(cache)
        return values, caches

    def logits(self, images: Array) -> Array:
        """What comes out of the last layer, no cache being kept."""
        for forward in self._forward:
            images = forward(images)[0]
        return images

    def backward(self, caches: Sequence[Cache], gradient: Array) -> Array:
        """The gradient with respect to what went in, from one for what came out."""
        for backward, cache in zip(self._backward, reversed(caches), strict=True):
            gradient = backward(cache, gradient)
        return gradient

    def weight_gradients(self, caches: Sequence[Cache], gradient: Array) -> list[Array]:
        """The gradient with respect to every weight array, in the order of the layers."""
        found: list[list[Array]] = []
        for position in range(len(self.layers) - 1, self._trained - 1, -1):
            layer, cache = self.layers[position], caches[position]
            found.append(list(layer.weight_gradients(cache, gradient).values()))
            if position > self._trained:  # nothing is trained below
                gradient = layer.backward(cache, gradient)
        return [array for group in reversed(found) for array in group]

    def pieces(self, values: Array | Bytes, most: int = PIECE) -> Iterator[slice]:
        """A batch in pieces of at most ``most``, or of fewer where these took too much memory."""
        size = most
        if min(len(values), most) > self._few:
            self._room = self._room or self.room(values.shape[1:])
            size = max(1, min(most, ACTIVATIONS_AT_ONCE // self._room))
        return (slice(start, start + size) for start in range(0, len(values), size))

    def room(self, sides: Sides) -> int:
        """How many numbers all layers compute of one image of these sides."""
        values, room = np.zeros((1, *sides), np.float32), 0
        for layer in self.layers:
            room += len(values) * layer.room(values.shape[1:])
            values = layer.forward(values)[0]
        return max(room, 1)

    def gradient(self, values: Array, slope: Slope, soften: float = 0.0) -> tuple[Array, Array]:
        """The logits (n, 10) and a loss's gradient with respect to what goes in.

        ``soften`` is added to the slope of units that saturate. Of many images each piece goes
        forward and back before the next, so that no more than its own caches are ever held.
        """
        if len(values) > self._few:
            parts = list(self.pieces(values))
            if len(parts) > 1:
                return self._gradient_in_pieces(values, parts, slope, soften)
        caches = []
        for forward in self._forward:
            values, cache = forward(values)
            caches.append(cache)
        gradient = slope.function(values, *slope.rows)
        if soften:
            for backward, softened in self._ways:
                cache = caches.pop()
                if softened is None:
                    gradient = backward(cache, gradient)
                else:
                    gradient = softened(cache, gradient, soften)
        else:
            for backward in self._backward:
                gradient = backward(caches.pop(), gradient)
        return values, gradient

    def jacobian(self, values: Array, rows: Array, soften: float = 0.0) -> tuple[Array, Array]:
        """The logits (n, 10) and k products with the Jacobian, (k, n, ...).

        ``rows`` (k, n, 10) are what is multiplied: unit vectors give the Jacobian itself. All
        go back behind one way forward.
        """
        logits, products = [], []
        for part in self.pieces(values):
            found, caches = self.forward(values[part])
            logits.append(found)
            products.append(np.stack([self._back(caches, row, soften) for row in rows[:, part]]))
        return np.concatenate(logits), np.concatenate(products, axis=1)

    def _back(self, caches: Sequence[Cache], gradient: Array, soften: float) -> Array:
        """As ``backward``; ``soften`` is added to the slope of units that saturate."""
        for (backward, softened), cache in zip(self._ways, reversed(caches), strict=True):
            if softened is None:
                gradient = backward(cache, gradient)
            else:
                gradient = softened(cache, gradient, soften)
        return gradient

    def _gradient_in_pieces(
        self, values: Array, parts: Sequence[slice], slope: Slope, soften: float
    ) -> tuple[Array, Array]:
        found = [self.gradient(values[part], slope.of(part), soften) for part in parts]
        logits, gradients = zip(*found, strict=True)
        return np.concatenate(logits), np.concatenate(gradients)


def _softened(layer: Layer) -> Softened | None:
    """How a layer goes back if it saturates."""
    return layer.softened_backward if isinstance(layer, Saturating) else None
