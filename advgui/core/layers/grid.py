"""The graph of a pixel grid, and its rescaled Laplacian as sums of shifted images."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from advgui.core.images import Array


def laplacian(values: Array) -> Array:
    """L - I for a batch (n, height, width, channels) of values on the pixels.

    Every pixel is joined to its up to eight neighbours, all edges weighing the same.
    L = I - D^-1/2 A D^-1/2 is the normalised Laplacian, with eigenvalues in [0, 2]; L - I
    is the rescaled one of Defferrard et al. 2016 (arXiv:1606.09375, section 2.1) with that
    bound in place of the largest eigenvalue. It is symmetric.
    """
    factors = scales(values.shape[1], values.shape[2], values.dtype)
    shares = values * factors
    # The sum over a pixel and its neighbours is one over three rows, then over three columns.
    rows = shares.copy()
    rows[:, 1:] += shares[:, :-1]
    rows[:, :-1] += shares[:, 1:]
    shares -= rows
    shares[:, :, 1:] -= rows[:, :, :-1]
    shares[:, :, :-1] -= rows[:, :, 1:]
    shares *= factors
    return shares


@lru_cache(maxsize=32)
def scales(height: int, width: int, dtype: DTypeLike) -> Array:
    """1 / sqrt(degree) of every pixel, (height, width, 1)."""
    degrees = np.outer(_near(height), _near(width)) - 1.0
    # A pixel on its own has no edge, and nothing to share.
    factors: Array = np.divide(1.0, np.sqrt(degrees), out=np.zeros_like(degrees), where=degrees > 0)
    return factors.astype(dtype)[:, :, None]


def _near(side: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    """How many places of a line are a place itself or beside it."""
    return np.convolve(np.ones(side), np.ones(3))[1:-1]
