"""What callers give besides images: seeds, labels and networks, checked before they are used."""

from numbers import Integral
from typing import TypeGuard

import numpy as np
from numpy.typing import ArrayLike

from advgui.api.images import ArrayError, array_of
from advgui.core.errors import ParameterError
from advgui.core.images import LABELS, Labels
from advgui.core.nn.network import Network


def checked_seed(seed: object) -> int:
    """A whole number of at least 0; raises ParameterError for anything else, None too.

    Without one nobody could make the same again.
    """
    if _is_whole(seed) and int(seed) >= 0:
        return int(seed)
    raise ParameterError(f"seed is a whole number of at least 0; it cannot be {seed!r}.")


def checked_network(network: object) -> Network:
    """The network; raises ParameterError for a name or a file, which ``load_network`` takes."""
    if isinstance(network, Network):
        return network
    raise ParameterError(
        f"A network is what load_network, train or defend returns; it cannot be {network!r}."
    )


def is_label(goal: object) -> bool:
    """Whether it is a whole number from 0 to 9."""
    return _is_whole(goal) and int(goal) in range(LABELS)


def checked_labels(labels: ArrayLike, count: int) -> Labels:
    """Labels as int64 (n,); raises ArrayError for what is none."""
    array = array_of(labels)
    if array.shape != (count,) or not np.issubdtype(array.dtype, np.integer):
        raise ArrayError(f"There is one label, a whole number, for each of {count} images.")
    if not ((array >= 0) & (array < LABELS)).all():
        raise ArrayError("A label is a whole number from 0 to 9.")
    return array.astype(np.int64)


def _is_whole(value: object) -> TypeGuard[Integral]:
    return isinstance(value, Integral) and not isinstance(value, bool)
