"""Random numbers for a batch, the same for images that are the same.

So an image ends alike alone, toward one goal, and several times in a batch, toward each.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import Array, Bytes, Labels


def kinds(images: NDArray[Any]) -> tuple[Labels, Labels]:
    """Where each image (n, 28, 28) first comes (k,), and to which of these each one is equal (n,).

    Where no two are equal both count from 0.
    """
    known: dict[bytes, int] = {}
    kind = np.array([known.setdefault(one.tobytes(), len(known)) for one in images], np.int64)
    return np.unique(kind, return_index=True)[1], kind


def drawn_alike(images: Array, draw: Callable[[Array], Array]) -> Array:
    """What is drawn for images (n, 28, 28), once for those that are equal."""
    firsts, kind = kinds(images)
    return draw(images[firsts])[kind]


def spawned_alike(images: Bytes, random: np.random.Generator) -> list[np.random.Generator]:
    """A generator of its own for each of the images (n, 28, 28), alike for those that are equal."""
    firsts, kind = kinds(images)
    spawned = random.spawn(len(firsts))
    return [deepcopy(spawned[number]) for number in kind]
