"""A network: layers with weights, read in one direction and differentiated in the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import SIZE, Array, Bytes, Labels, to_floats
from advgui.core.language import known
from advgui.core.nn.card import Card
from advgui.core.nn.layers import Cache, Layer, Reshape, sigmoid
from advgui.core.nn.losses import Loss, Output, loss_of, softmax
from advgui.core.nn.sequential import PIECE, Sequential
from advgui.core.printable import printable

LONGEST_NAME: Final = 80

# A network that learns has weights of about 1, whatever its layers.
EXTREME: Final = 1e3


class Reading(NamedTuple):
    """What a network makes of one image: its label and the ten confidences."""

    label: int
    confidences: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Layers from images (n, 28, 28) to logits (n, 10), and their card.

    Images are real numbers in [0, 1], or whole ones from 0 to 255, such as valid images.

    A network from a file has the file's name, and ``stored_name`` is what the file itself
    calls it; one that ships, or was trained just now, has none. Names are made printable.
    """

    name: str
    layers: tuple[Layer, ...] = field(repr=False)
    output: Output
    card: Card = field(default_factory=Card)
    stored_name: str = ""
    _sequence: Sequential = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_sequence", Sequential(self.layers))
        object.__setattr__(self, "name", printable(self.name, LONGEST_NAME))
        object.__setattr__(self, "stored_name", printable(self.stored_name, LONGEST_NAME))

    @property
    def full_name(self) -> str:
        """Its file's name, and beside it the one in the file, which a copy keeps."""
        return _beside(self.name, self.stored_name)

    @property
    def title(self) -> str:
        """What people call it: by its file and its card, or by its card alone if it has none."""
        if self.stored_name:
            return _beside(self.name, known(self.card.title) or self.stored_name)
        return known(self.card.title) or self.name

    def forward(self, images: Array | Bytes) -> tuple[Array, list[Cache]]:
        """The logits (n, 10) and one cache for each layer."""
        return self._sequence.forward(_real(images))

    def backward(self, caches: Sequence[Cache], gradient: Array) -> Array:
        """The gradient (n, 28, 28) with respect to the images, from one for the logits."""
        return self._sequence.backward(caches, gradient)

    def weight_gradients(self, caches: Sequence[Cache], gradient: Array) -> list[Array]:
        """The gradient with respect to every weight array, in the order of the layers."""
        return self._sequence.weight_gradients(caches, gradient)

    def logits(self, images: Array | Bytes) -> Array:
        """The last layer before its output activation, (n, 10)."""
        return self._sequence.logits(_real(images))

    def room(self) -> int:
        """How many numbers its layers compute of one image."""
        return self._sequence.room((SIZE, SIZE))

    def pieces(self, images: Array | Bytes, most: int = PIECE) -> Iterator[slice]:
        """A batch in pieces that go through together without taking too much memory."""
        return self._sequence.pieces(images, most)

    def activate(self, logits: Array) -> Array:
        """Confidences (..., 10) from logits: sigmoids need not sum to one, a softmax does."""
        return sigmoid(logits) if self.output == "sigmoid" else softmax(logits)

    def confidences(self, images: Array | Bytes) -> Array:
        """The last layer after its output activation, (n, 10)."""
        return self.activate(self.logits(images))

    def input_gradient(
        self, images: Array | Bytes, labels: Labels, loss: Loss | str
    ) -> tuple[Array, Array]:
        """The losses (n,) and their gradient with respect to the images (n, 28, 28).

        ``loss`` is one of ``losses.LOSSES`` by its name, such as ``"cross-entropy"``, or any other.
        Raises ParameterError for an unknown name.
        """
        logits, caches = self.forward(images)
        values, gradient = loss_of(loss)(logits, labels)
        return values, self.backward(caches, gradient)

    def read(self, image: Bytes | Array) -> Reading:
        """What the network makes of one image (28, 28), a valid one, by a fresh forward pass."""
        logits = self.logits(image[None])[0]
        # Two saturated confidences can be equal in float32; their logits are not.
        return Reading(int(logits.argmax()), tuple(self.activate(logits).tolist()))

    def parameters(self) -> int:
        """The number of its parameters: weights and biases."""
        return sum(array.size for layer in self.layers for array in layer.weights.values())

    def extreme(self) -> bool:
        """Whether its weights are so large that a sum of them may leave float32, or no numbers."""
        arrays = (array for layer in self.layers for array in layer.weights.values())
        return any(array.size and not np.abs(array).max() <= EXTREME for array in arrays)

    @property
    def parts_at(self) -> float | None:
        """The threshold, where all it sees of a pixel is whether that is above; else None."""
        first = self._first
        return first.parts_at if first else None

    @property
    def cuts(self) -> tuple[float, ...]:
        """The thresholds, where all it sees of a pixel is which of a few that is above."""
        first = self._first
        return first.cuts if first else ()

    @property
    def _first(self) -> Layer | None:
        """The first layer that does anything to the pixels."""
        return next((layer for layer in self.layers if not isinstance(layer, Reshape)), None)

    def for_one_image(self) -> "Network":
        """The same network with its matrices laid out by columns.

        One image goes through it and back in two thirds of the time; the last bit of a sum
        may differ, as its terms come in another order.
        """
        return replace(self, layers=tuple(layer.for_one_image() for layer in self.layers))

    def astype(self, dtype: type[np.floating[Any]]) -> "Network":
        """The same network computing in another precision."""
        return replace(self, layers=tuple(_cast(layer, dtype) for layer in self.layers))


def _real(images: NDArray[Any]) -> Array:
    """Whole numbers from 0 to 255 as real ones in [0, 1]; real ones as they are."""
    return to_floats(images) if images.dtype.kind in "iu" else images


def _beside(name: str, other: str) -> str:
    return f"{name} ({other})" if other not in ("", name) else name


def _cast(layer: Layer, dtype: type[np.floating[Any]]) -> Layer:
    return layer.with_weights({name: a.astype(dtype) for name, a in layer.weights.items()})
