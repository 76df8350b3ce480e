"""Central differences: the independent computation that gradients are compared with."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def central_differences(
    function: Callable[[Floats], float], point: Floats, step: float = 1e-6
) -> Floats:
    """The gradient of a scalar function at a point of any shape, in float64."""
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        shift = np.zeros_like(point)
        shift[index] = step
        gradient[index] = (function(point + shift) - function(point - shift)) / (2 * step)
    return gradient


def away_from_kinks(values: Floats, gap: float = 1e-3) -> Floats:
    """The same values, none of them so near to zero that a kink falls into a difference.

    No two become equal: between equal ones the largest has a kink, too.
    """
    return np.where(np.abs(values) < gap, values + np.copysign(gap, values), values)
