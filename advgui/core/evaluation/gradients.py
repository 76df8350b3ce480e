"""Where gradients are lost: what a network's activations leave of the report's cost."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import Problem
from advgui.core.attacks.closest.penalty import VANISHING
from advgui.core.images import Array, to_floats
from advgui.core.nn.layers import Cache, Saturating
from advgui.core.nn.losses import squared_error
from advgui.core.nn.network import Network

Flags = NDArray[np.bool_]

# More images at once do not fit the processor's cache, and cost more time each, not less.
IMAGES_AT_ONCE: Final = 100
# A unit whose slope is less than a hundredth of the steepest hardly passes anything on.
FLAT: Final = 0.01


@dataclass(frozen=True, slots=True)
class Gradients:
    """What is left of the gradients where an attack begins, as shares in [0, 1].

    ``zero`` of the images have no gradient at all, ``vanishing`` none that a hundred steps
    of the report's attack would show. ``saturated`` is the share of hidden units, over all
    images, that are flat where they stand: a saturated sigmoid, a closed ReLU. It is None
    for a network that has none.
    """

    zero: float
    vanishing: float
    saturated: float | None


def gradients(network: Network, problem: Problem) -> Gradients:
    """The gradients of the report's cost, 1/2 |y_goal - y(x)|^2, at the originals."""
    peaks: list[Array] = []
    flat: list[Flags] = []
    for piece in network.pieces(problem.originals, IMAGES_AT_ONCE):
        logits, caches = network.forward(to_floats(problem.originals[piece]))
        slope = network.backward(caches, squared_error(logits, problem.goals[piece])[1])
        peaks.append(np.abs(slope).max(axis=(1, 2)))
        flat.extend(_flat_units(network, caches))
    found = np.concatenate(peaks)
    return Gradients(
        zero=float((found == 0.0).mean()),
        vanishing=float((found < VANISHING).mean()),
        saturated=float(np.concatenate(flat).mean()) if flat else None,
    )


def _flat_units(network: Network, caches: list[Cache]) -> list[Flags]:
    """For each layer of activations, which of its units are flat, in one row."""
    found = []
    for layer, cache in zip(network.layers, caches, strict=True):
        if isinstance(layer, Saturating) and layer.steepest is not None:
            slopes = layer.backward(cache, np.ones(cache.shape, np.float32))
            found.append((slopes < FLAT * layer.steepest).ravel())
    return found
