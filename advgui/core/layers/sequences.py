"""What layers that read row by row share: all steps' products at once, steps first."""

from typing import Final

import numpy as np

from advgui.core.images import Array
from advgui.core.layers.base import Sides

_STEP: Final = 500  # numbers: a step of fewer takes as long as one of so many


def room_of_steps(sides: Sides, numbers: int) -> int:
    """About how many numbers are computed of one image, with so many at each step."""
    rows, width = sides
    return rows * max(width + numbers, _STEP)


def by_step(inputs: Array) -> Array:
    """(n, rows, width) as contiguous (rows, n, width), and the other way round."""
    return np.ascontiguousarray(inputs.swapaxes(0, 1))


def product(rows: Array, matrix: Array) -> Array:
    """Every row of (rows, n, width) times the matrix."""
    steps, count, width = rows.shape
    result: Array = rows.reshape(-1, width) @ matrix
    return result.reshape(steps, count, -1)


def summed(rows: Array, errors: Array) -> Array:
    """The sum over steps and images of a row times an error: the gradient of a matrix."""
    result: Array = rows.reshape(-1, rows.shape[-1]).T @ errors.reshape(-1, errors.shape[-1])
    return result


def states_for(driven: Array, units: int) -> Array:
    """Room for the state before and after every step, (rows + 1, n, units), from 0 on."""
    states: Array = np.empty((len(driven) + 1, driven.shape[1], units), driven.dtype)
    states[0] = 0.0
    return states
