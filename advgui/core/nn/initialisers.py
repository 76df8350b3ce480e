"""Layers with the random weights that a training starts from."""

import numpy as np

from advgui.core.images import Array
from advgui.core.nn.layers import GRU, Chebyshev, Conv2d, Dense, Recurrent


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


def chebyshev(random: np.random.Generator, order: int, channels: int, filters: int) -> Chebyshev:
    """Filters of the pixel graph before a ReLU, of variance 2 over what they add up."""
    kernel = scaled(random, (order, channels, filters), 2.0 / (order * channels))
    return Chebyshev(kernel, zeros(filters))


def recurrent(random: np.random.Generator, width: int, units: int) -> Recurrent:
    """Rows weigh 1 / width; the state is turned, neither grown nor shrunk (Saxe et al. 2014)."""
    inputs = scaled(random, (width, units), 1.0 / width)
    return Recurrent(inputs, orthogonal(random, units), zeros(units))


def gru(random: np.random.Generator, width: int, units: int) -> GRU:
    """As the simple layer for each of the three gates."""
    inputs = scaled(random, (width, 3 * units), 1.0 / width)
    gates = [orthogonal(random, units) for _ in range(3)]
    return GRU(inputs, np.concatenate(gates, axis=1), zeros(3 * units))


def orthogonal(random: np.random.Generator, side: int) -> Array:
    """A random rotation or reflection, float32 (side, side)."""
    turn, triangle = np.linalg.qr(random.normal(size=(side, side)))
    # Without these signs not every rotation would be as likely (Mezzadri 2007).
    turned: Array = turn * np.sign(np.diagonal(triangle))
    return turned.astype(np.float32)
