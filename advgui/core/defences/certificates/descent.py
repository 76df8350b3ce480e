"""Valid images that are read otherwise, nearer and nearer, for any network with gradients.

Decoupled direction and norm (Rony et al. 2019, arXiv:1811.09600), in L2 or, with the signs of
the gradient, in L-infinity: the ball shrinks where the image is read otherwise and grows where it
is not. It is made of little, to give a live bracket its upper end; the registry's attacks do more.
"""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.reach import Norm
from advgui.core.images import Array, Bytes, quantise, to_floats
from advgui.core.nn.losses import margin
from advgui.core.nn.network import Network

STEPS: Final = 60
_FIRST: Final[dict[Norm, float]] = {"linf": 0.1, "l2": 1.0}
_ADAPT: Final = 0.1
_MOMENTUM: Final = 0.5
_LEVEL: Final = 1 / 255
_TINY: Final = 1e-12


def descended(network: Network, image: Bytes, norm: Norm) -> Iterator[Bytes | None]:
    """After each step the valid image (28, 28) that was tried, if it is read otherwise."""
    original = to_floats(image)
    label = np.array([network.read(image).label])
    radius, change, trend = _FIRST[norm], np.zeros_like(original), np.zeros_like(original)
    for number in range(STEPS):
        left = 1 - number / STEPS
        content = quantise(original + change)
        logits, caches = network.forward(to_floats(content)[None])
        other = int(logits.argmax()) != label[0]
        yield content if other else None
        if other:
            radius = min(radius, _size(to_floats(content) - original, norm))
        slope = network.backward(caches, margin(logits, label)[1])[0]
        trend = _MOMENTUM * trend + slope / max(float(np.linalg.norm(slope)), _TINY)
        radius *= 1 - _ADAPT * left if other else 1 + _ADAPT * left
        radius = max(radius, _LEVEL)
        change = _within(change + _step(trend, norm) * radius * left, original, radius, norm)


def _step(trend: Array, norm: Norm) -> Array:
    result: Array = np.sign(trend) if norm == "linf" else trend
    return result


def _size(change: NDArray[np.floating[Any]], norm: Norm) -> float:
    return float(np.abs(change).max() if norm == "linf" else np.linalg.norm(change))


def _within(change: Array, original: Array, radius: float, norm: Norm) -> Array:
    """A change brought onto the sphere, and into the box."""
    if norm == "linf":
        change = np.clip(change, -radius, radius)
    else:
        change = change * np.float32(radius / max(_size(change, norm), _TINY))
    result: Array = np.clip(original + change, 0, 1) - original
    return result
