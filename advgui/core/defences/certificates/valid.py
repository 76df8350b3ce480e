"""Valid 8-bit images that are read otherwise: of a change in real numbers, the nearest of them."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.reach import Floats, Norm
from advgui.core.images import SIZE, Bytes, to_floats
from advgui.core.nn.network import Network

_LEVELS: Final = 255
# By how much a change is made longer until what rounding made of it is read otherwise.
_LONGER: Final = 1 + np.array([0.0, 0.003, 0.006, 0.01, 0.02, 0.04, 0.08, 0.15])
_HARDLY: Final = 1e-9
#: Of a level: float32, in which pixels are told, moves none by so much.
_SPARE: Final = 1e-3


def distance(image: Bytes, other: Bytes, norm: Norm) -> float:
    """How far two valid images are apart, of pixels in [0, 1]."""
    levels = np.abs(image.astype(np.float64) - other)
    size = levels.max() if norm == "linf" else np.sqrt((levels * levels).sum())
    return float(size) / _LEVELS


def reached(radius: float, norm: Norm) -> float:
    """The smallest distance at which there are valid images that a proven radius does not hold.

    In L-infinity valid images are whole levels apart: no image below ``radius`` is none up to the
    next level. In L2 there are too many distances for that to matter.
    """
    return float(np.ceil(_LEVELS * radius - _SPARE)) / _LEVELS if norm == "linf" else radius


def valid_change(network: Network, image: Bytes, change: Floats, norm: Norm) -> Bytes | None:
    """The nearest valid image along a change (784,) of one (28, 28) that is read otherwise.

    It is read alone, as it will be where it is saved. None where rounding leaves none.
    """
    label = network.read(image).label
    tried = _rounded(image, change, norm)
    read = network.logits(to_floats(tried)).argmax(axis=-1)
    others: list[Bytes] = sorted(
        tried[read != label], key=lambda other: distance(image, other, norm)
    )
    for one in others:
        if network.read(one).label != label:
            return one
    return None


def _rounded(image: Bytes, change: Floats, norm: Norm) -> Bytes:
    """Some valid images along it; in L-infinity pixels may as well go to the full level."""
    levels = (_LEVELS * change).reshape(SIZE, SIZE)
    moves: NDArray[np.floating[Any]] = _LONGER[:, None, None] * levels
    if norm == "linf":
        full = np.ceil(np.abs(levels).max() - _HARDLY)
        moves = np.concatenate([moves, np.sign(levels) * (full + np.arange(2))[:, None, None]])
        moves = np.clip(moves, -full - 1, full + 1)
    found: Bytes = np.rint(np.clip(image + moves, 0, _LEVELS)).astype(np.uint8)
    return found
