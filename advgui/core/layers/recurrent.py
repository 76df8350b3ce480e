"""The simple recurrent layer, which reads an image row by row."""

from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple, Self

import numpy as np

from advgui.core.images import Array
from advgui.core.layers.base import Sides, Weights
from advgui.core.layers.sequences import (
    by_step,
    product,
    room_of_steps,
    states_for,
    summed,
)


class Steps(NamedTuple):
    """The cache: what was read at each step, and the state before and after each."""

    rows: Array
    states: Array


@dataclass(frozen=True, slots=True, eq=False)
class Recurrent:
    """h' = tanh(x W + h U + b) for one row x after the other, from h = 0 (Elman 1990).

    ``inputs`` W has the shape (width, units), ``recurrent`` U (units, units), ``bias`` (units,).
    """

    kind: ClassVar[str] = "recurrent"
    inputs: Array
    recurrent: Array
    bias: Array

    @property
    def weights(self) -> Weights:
        """What the rows and the state are multiplied by, and the bias."""
        return {"inputs": self.inputs, "recurrent": self.recurrent, "bias": self.bias}

    def with_weights(self, weights: Weights) -> Self:
        """The same layer with other weights."""
        return replace(self, **weights)

    def room(self, sides: Sides) -> int:
        """What was read, what drives the state and the state itself, at every step."""
        return room_of_steps(sides, 2 * len(self.recurrent))

    def forward(self, inputs: Array) -> tuple[Array, Steps]:
        """Batch (n, rows, width) to the state after the last row, (n, units)."""
        rows = by_step(inputs)
        driven = product(rows, self.inputs)
        driven += self.bias
        states = states_for(driven, len(self.recurrent))
        for drive, before, after in zip(driven, states[:-1], states[1:], strict=True):
            np.matmul(before, self.recurrent, out=after)
            after += drive
            np.tanh(after, out=after)
        return states[-1], Steps(rows, states)

    def backward(self, cache: Steps, gradient: Array, soften: float = 0.0) -> Array:
        """Back through all steps; ``soften`` is added to the slope of every tanh."""
        errors = self._errors(cache, gradient, soften)
        return by_step(product(errors, self.inputs.T))

    def weight_gradients(self, cache: Steps, gradient: Array) -> Weights:
        """Sums over the steps, because every step has the same weights."""
        errors = self._errors(cache, gradient)
        return {
            "inputs": summed(cache.rows, errors),
            "recurrent": summed(cache.states[:-1], errors),
            "bias": errors.sum(axis=(0, 1)),
        }

    def _errors(self, cache: Steps, gradient: Array, soften: float = 0.0) -> Array:
        """The gradient in front of each tanh, (rows, n, units)."""
        states = cache.states[1:]
        errors: Array = 1.0 - states * states
        if soften:
            errors += soften
        for error in errors[::-1]:
            error *= gradient
            gradient = error @ self.recurrent.T
        return errors
