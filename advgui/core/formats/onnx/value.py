"""What flows through a foreign graph: numbers of ours, in the order that the graph gives them."""

import math
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.formats.network_check import TooLargeError, room_after
from advgui.core.formats.onnx.graph import GraphError
from advgui.core.language import tr
from advgui.core.nn.layers import Dense, Layer, Reshape
from advgui.core.nn.losses import Output

_LARGEST_REORDERED: Final = 1024

Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """The result of our ``layers``, as the graph sees it.

    One image becomes numbers of the shape ``sides``. The graph may have moved, merged and
    chosen among them: its own shape for one image is that of ``places``, which tells for each
    of its numbers where it stands among ours, read in order. ``batch`` is where its axis of
    images stands. After an ``output`` only the shape may change. ``room`` is how many numbers
    all layers compute of one image.
    """

    layers: tuple[Layer, ...]
    sides: tuple[int, ...]
    places: Indices
    batch: int = 0
    output: Output | None = None
    room: int = 0

    def shape(self, images: int) -> tuple[int, ...]:
        """The graph's shape for a batch of so many images."""
        sides = list(self.places.shape)
        sides.insert(self.batch, images)
        return tuple(sides)

    def then(self, layer: Layer, places: Indices | None = None) -> "Value":
        """What one more layer makes of it; places None keeps the order as it is."""
        if self.output:
            raise GraphError(
                tr("it comes after the {output} with which the network ends").format(
                    output=self.output
                )
            )
        room, sides = _after(layer, self)
        where = self.places if places is None else places
        return replace(self, layers=(*self.layers, layer), sides=sides, places=where, room=room)

    def viewed(self, places: Indices) -> "Value":
        """The same numbers of ours in another order of the graph's, images first."""
        return replace(self, places=places, batch=0)

    def reshaped(self, sides: tuple[int, ...]) -> "Value":
        """Our numbers in another shape; the graph notices nothing."""
        return self if self.sides == sides else self.then(Reshape(sides))

    def flat(self) -> "Value":
        """Our numbers in one row."""
        return self.reshaped((math.prod(self.sides),))

    def grid(self) -> "Value":
        """Ours as (height, width, channels), of what the graph has as (n, channels, h, w)."""
        if self.batch or self.places.ndim != 3:
            raise GraphError(tr("its input is no batch of images with channels"))
        channels, height, width = self.places.shape
        wanted = natural((height, width, channels))
        return self.ordered(wanted, self.places.transpose(1, 2, 0))

    def ordered(self, wanted: Indices, places: Indices) -> "Value":
        """Our numbers in the order of ``places``, which has the shape that they get."""
        if len(wanted) and self.size == wanted.size and np.array_equal(places, wanted):
            return self.reshaped(wanted.shape)
        if max(self.size, wanted.size) > _LARGEST_REORDERED:
            raise GraphError(tr("it takes its numbers in an order that cannot be followed"))
        matrix = np.zeros((self.size, wanted.size), np.float32)
        matrix[places.ravel(), wanted.ravel()] = 1.0
        moved = self.flat().then(Dense(matrix, np.zeros(wanted.size, np.float32)))
        return moved.reshaped(wanted.shape)

    @property
    def size(self) -> int:
        """How many numbers of ours there are for one image."""
        return math.prod(self.sides)


Operand = Value | NDArray[Any]


def natural(shape: tuple[int, ...]) -> Indices:
    """The places of numbers that are in order."""
    return np.arange(math.prod(shape), dtype=np.intp).reshape(shape)


def _after(layer: Layer, value: Value) -> tuple[int, tuple[int, ...]]:
    """The room with one more layer, and the shape for one image behind it."""
    try:
        room = room_after(value.room, layer, value.sides)
        after = layer.forward(np.zeros((1, *value.sides), np.float32))[0].shape[1:]
    except TooLargeError as error:
        raise GraphError(str(error)) from error
    except (ValueError, IndexError) as error:
        raise GraphError(tr("its shape does not fit what comes before it")) from error
    if not math.prod(after):
        raise GraphError(tr("it makes no numbers of an image"))
    return room, after
