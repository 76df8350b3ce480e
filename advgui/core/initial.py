"""Layers with the random weights that a training starts from."""

import numpy as np

from advgui.core.images import Array
from advgui.core.layers import Conv2d, Dense


def scaled(random: np.random.Generator, shape: tuple[int, ...], variance: float) -> Array:
    """Normal numbers of mean zero, float32."""
    values: Array = random.normal(size=shape) * np.sqrt(variance)
    return values.astype(np.float32)


def zeros(count: int) -> Array:
    """What every bias starts from, float32 (count,)."""
    return np.zeros(count, np.float32)


def dense(random: np.random.Generator, inputs: int, outputs: int, gain: float = 1.0) -> Dense:
    """Variance gain / inputs: 1 before a sigmoid, 2 before a ReLU (He et al. 2015)."""
    return Dense(scaled(random, (inputs, outputs), gain / inputs), zeros(outputs))


def conv2d(random: np.random.Generator, side: int, channels: int, filters: int) -> Conv2d:
    """Square kernels before a ReLU, of variance 2 over the pixels of a patch."""
    shape = (side, side, channels, filters)
    return Conv2d(scaled(random, shape, 2.0 / (side * side * channels)), zeros(filters))
