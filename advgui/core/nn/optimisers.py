"""Ways to follow a gradient: each changes the arrays that it was given in place."""

from collections.abc import Callable
from typing import Literal, Protocol

import numpy as np

from advgui.core.images import Array

OptimiserName = Literal["sgd", "adam"]


class Optimiser(Protocol):
    """Updates a fixed list of arrays, one gradient for each, in the same order.

    All that it remembers from one update to the next are its ``updates`` so far, and arrays.
    """

    updates: int

    @property
    def memory(self) -> list[Array]:
        """The arrays that it remembers, which change in place."""
        ...

    def update(self, gradients: list[Array], rate: float) -> None:
        """One step of the given rate; what ``gradients`` hold afterwards is of no use."""
        ...


class Sgd:
    """w <- w - rate g, with momentum v <- m v + g if m is not zero."""

    def __init__(self, arrays: list[Array], momentum: float = 0.0) -> None:
        """Remember the arrays that every update changes."""
        self._arrays = arrays
        self._momentum = momentum
        self.updates = 0
        self._speeds = [np.zeros_like(array) for array in arrays] if momentum else []

    @property
    def memory(self) -> list[Array]:
        """The momentum."""
        return self._speeds

    def update(self, gradients: list[Array], rate: float) -> None:
        """One step of the given rate."""
        self.updates += 1
        if self._momentum:
            for speed, gradient in zip(self._speeds, gradients, strict=True):
                speed *= self._momentum
                speed += gradient
            gradients = [speed.copy() for speed in self._speeds]
        for array, gradient in zip(self._arrays, gradients, strict=True):
            gradient *= rate
            array -= gradient


class Adam:
    """Kingma and Ba 2015, algorithm 1, with its default decay rates.

    All in place: of a large matrix, every array that need not be made saves its time.
    """

    def __init__(self, arrays: list[Array]) -> None:
        """Remember the arrays that every update changes."""
        self._arrays = arrays
        self._means = [np.zeros_like(array) for array in arrays]
        self._squares = [np.zeros_like(array) for array in arrays]
        self.updates = 0

    @property
    def memory(self) -> list[Array]:
        """Both moments."""
        return [*self._means, *self._squares]

    def update(self, gradients: list[Array], rate: float) -> None:
        """One step of the given rate."""
        self.updates += 1
        size = rate * np.sqrt(1 - 0.999**self.updates) / (1 - 0.9**self.updates)
        moments = zip(self._arrays, gradients, self._means, self._squares, strict=True)
        for array, gradient, mean, square in moments:
            change = gradient - mean
            change *= 0.1
            mean += change
            gradient *= gradient
            gradient -= square
            gradient *= 0.001
            square += gradient
            np.multiply(mean, array.dtype.type(size), out=change)
            np.sqrt(square, out=gradient)
            gradient += 1e-8
            change /= gradient
            array -= change


OPTIMISERS: dict[OptimiserName, Callable[[list[Array]], Optimiser]] = {"sgd": Sgd, "adam": Adam}
