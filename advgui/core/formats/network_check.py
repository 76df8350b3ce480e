"""Whether a network can be used: its layers fit together, take little and do not overflow."""

from typing import Final

import numpy as np

from advgui.core.images import LABELS, PIXELS, SIZE, Array
from advgui.core.language import tr
from advgui.core.limits import ACTIVATIONS, LARGEST_NUMBER, LAYERS, WEIGHTS
from advgui.core.nn.layers import Layer, Sides
from advgui.core.nn.network import Network

MISFIT: Final = tr("the shapes of its weights do not fit together")
_OVERFLOWS: Final = tr(
    "its weights are so large that numbers in it grow beyond {largest:.0e} and overflow"
).format(largest=LARGEST_NUMBER)


def check_network(network: Network) -> None:
    """Raise ValueError where a network makes no ten logits of an image, or cannot be afforded.

    It is shown an empty image, a full one and one of noise, there and back.
    """
    if len(network.layers) > LAYERS:
        raise ValueError(
            tr("it has {layers:,} layers, more than {most:,}").format(
                layers=len(network.layers), most=LAYERS
            )
        )
    if network.parameters() > WEIGHTS:
        raise ValueError(
            tr("it has {count:,} weights, more than {most:,}").format(
                count=network.parameters(), most=WEIGHTS
            )
        )
    with np.errstate(all="ignore"):  # what overflows is looked for
        gradients = _there_and_back(network, _shown())
    _require_moderate(gradients)


def room_after(room: int, layer: Layer, sides: Sides) -> int:
    """The numbers computed of one image, with those of one more layer.

    Raises ValueError where they are too many, before any memory is taken.
    """
    room += layer.room(sides)
    if room > ACTIVATIONS:
        raise TooLargeError(
            tr("more than {most:,} numbers are computed of one image").format(most=ACTIVATIONS)
        )
    return room


class TooLargeError(ValueError):
    """A network wants more than it may; the message tells the limit."""


def _shown() -> Array:
    """A batch of images between which there is all that an image can be."""
    empty, full = np.zeros(PIXELS, np.float32), np.ones(PIXELS, np.float32)
    noise = np.random.default_rng(0).random(PIXELS, np.float32)
    return np.stack([empty, full, noise]).reshape(-1, SIZE, SIZE)


def _there_and_back(network: Network, images: Array) -> Array:
    """The gradients of all logits' sum with respect to the images."""
    values, room, caches = images, 0, []
    for layer in network.layers:
        try:
            room = room_after(room, layer, values.shape[1:])
            largest = _largest(layer, values)
            values, cache = layer.forward(values)
        except TooLargeError:
            raise
        except (ValueError, IndexError) as error:
            raise ValueError(MISFIT) from error
        caches.append(cache)
        _require_moderate(largest)
    if values.shape != (len(images), LABELS):
        raise ValueError(
            tr("it gives an array of shape {shape}, not ten logits").format(
                shape=(1, *values.shape[1:])
            )
        )
    _require_moderate(values)
    return network.backward(caches, np.ones_like(values))


def _largest(layer: Layer, values: Array) -> Array:
    """What a layer could make of such numbers where none of its weights cancel each other."""
    if not layer.weights:  # it makes nothing larger; what it frames an image with may well be
        return np.zeros(1, np.float32)
    sizes = {name: np.abs(array) for name, array in layer.weights.items()}
    return layer.with_weights(sizes).forward(np.abs(values))[0]


def _require_moderate(numbers: Array) -> None:
    if not (np.abs(numbers) < LARGEST_NUMBER).all():
        raise ValueError(_OVERFLOWS)
