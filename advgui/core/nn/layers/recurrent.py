"""The simple recurrent layer, which reads an image row by row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final, NamedTuple

import numpy as np

from advgui.core.images import Array
from advgui.core.nn.layers.activations import sigmoid
from advgui.core.nn.layers.base import Saturating, Sides, Weights
from advgui.core.nn.layers.dense import Dense
from advgui.core.nn.layers.fields import Axes
from advgui.core.nn.layers.operators import Operator


class Steps(NamedTuple):
    """The cache: what was read at each step, and the state before and after each."""

    rows: Array
    states: Array


@dataclass(frozen=True, slots=True, eq=False)
class Recurrent(Saturating):
    """h' = tanh(x W + h U + b) for one row x after the other, from h = 0 (Elman 1990).

    ``inputs`` W has the shape (width, units), ``recurrent`` U (units, units), ``bias`` (units,).
    """

    kind: ClassVar[str] = "recurrent"
    inputs: Annotated[Array, Axes("width units")]
    recurrent: Annotated[Array, Axes("units units")]
    bias: Annotated[Array, Axes("units")]

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

    def softened_backward(self, cache: Steps, gradient: Array, soften: float) -> Array:
        """Back through all steps; ``soften`` is added to the slope of every tanh."""
        errors = self._errors(cache, gradient, soften)
        return by_step(product(errors, self.inputs.T))

    def weight_gradients(self, cache: Steps, gradient: Array) -> Weights:
        """Sums over the steps, because every step has the same weights."""
        errors = self._errors(cache, gradient, 0.0)
        return {
            "inputs": summed(cache.rows, errors),
            "recurrent": summed(cache.states[:-1], errors),
            "bias": errors.sum(axis=(0, 1)),
        }

    def bounds(self, low: Array, high: Array) -> tuple[Array, Array]:
        """Step by step, as each state lies between two."""
        drive = Dense(self.inputs, self.bias)
        carry = Dense(self.recurrent, np.zeros_like(self.bias))
        state = (np.zeros((len(low), len(self.recurrent)), low.dtype),) * 2
        for rows in zip(by_step(low), by_step(high), strict=True):
            state = _each(np.tanh, _sum(drive.bounds(*rows), carry.bounds(*state)))
        return state

    def _errors(self, cache: Steps, gradient: Array, soften: float) -> Array:
        """The gradient in front of each tanh, (rows, n, units)."""
        states = cache.states[1:]
        errors: Array = 1.0 - states * states
        if soften:
            errors += soften
        for error in errors[::-1]:
            error *= gradient
            gradient = error @ self.recurrent.T
        return errors

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """RNN."""
        return _operators("RNN", self)


class Gated(NamedTuple):
    """The cache, one entry for each step.

    ``rows`` (rows, n, width) were read; ``states`` (rows + 1, n, units) were before and
    after; ``gates`` (rows, n, 2 units) are z and r; ``candidates`` (rows, n, units) are c.
    """

    rows: Array
    states: Array
    gates: Array
    candidates: Array


@dataclass(frozen=True, slots=True, eq=False)
class GRU(Saturating):
    """Cho et al. 2014, arXiv:1406.1078, equations 5 to 8, with biases, from h = 0.

    z = sigmoid(x Wz + h Uz + bz)        how much of the state stays
    r = sigmoid(x Wr + h Ur + br)        how much of it the candidate sees
    c = tanh(x Wc + (r h) Uc + bc)       the candidate
    h' = z h + (1 - z) c

    As in the paper the reset r is applied before the product with Uc; cuDNN and PyTorch apply
    it after. ``inputs`` (width, 3 units) holds Wz, Wr and Wc side by side, ``recurrent``
    (units, 3 units) and ``bias`` (3 units,) theirs in the same order, which is ONNX's.
    """

    kind: ClassVar[str] = "gru"
    inputs: Annotated[Array, Axes("width gates")]
    recurrent: Annotated[Array, Axes("units gates")]
    bias: Annotated[Array, Axes("gates")]

    def room(self, sides: Sides) -> int:
        """What was read, gates, candidates and states, at every step."""
        return room_of_steps(sides, 4 * len(self.recurrent))

    def forward(self, inputs: Array) -> tuple[Array, Gated]:
        """Batch (n, rows, width) to the state after the last row, (n, units)."""
        units = len(self.recurrent)
        rows = by_step(inputs)
        driven = product(rows, self.inputs)
        driven += self.bias
        states = states_for(driven, units)
        gates, candidates = driven[..., : 2 * units], driven[..., 2 * units :]
        for gate, candidate, before, after in zip(
            gates, candidates, states[:-1], states[1:], strict=True
        ):
            gate += before @ self.recurrent[:, : 2 * units]
            gate[...] = sigmoid(gate)
            keep, reset = gate[:, :units], gate[:, units:]
            candidate += (reset * before) @ self.recurrent[:, 2 * units :]
            np.tanh(candidate, out=candidate)
            np.subtract(before, candidate, out=after)
            after *= keep
            after += candidate
        return states[-1], Gated(rows, states, gates, candidates)

    def softened_backward(self, cache: Gated, gradient: Array, soften: float) -> Array:
        """Back through all steps; ``soften`` is added to every sigmoid's and tanh's slope."""
        errors = self._errors(cache, gradient, soften)
        return by_step(product(errors, self.inputs.T))

    def weight_gradients(self, cache: Gated, gradient: Array) -> Weights:
        """Sums over the steps, because every step has the same weights."""
        units = len(self.recurrent)
        errors = self._errors(cache, gradient, 0.0)
        before = cache.states[:-1]
        kept = cache.gates[..., units:] * before
        parts = (summed(before, errors[..., : 2 * units]), summed(kept, errors[..., 2 * units :]))
        return {
            "inputs": summed(cache.rows, errors),
            "recurrent": np.concatenate(parts, axis=1),
            "bias": errors.sum(axis=(0, 1)),
        }

    def bounds(self, low: Array, high: Array) -> tuple[Array, Array]:
        """Step by step; what a gate lets through lies between the products of all its ends."""
        units = len(self.recurrent)
        drive = Dense(self.inputs, self.bias)
        gated, proposed = self.recurrent[:, : 2 * units], self.recurrent[:, 2 * units :]
        none = np.zeros(2 * units, low.dtype)
        gates, candidate = Dense(gated, none), Dense(proposed, none[:units])
        state = (np.zeros((len(low), units), low.dtype),) * 2
        for rows in zip(by_step(low), by_step(high), strict=True):
            driven = drive.bounds(*rows)
            front = driven[0][:, : 2 * units], driven[1][:, : 2 * units]
            gate = _each(sigmoid, _sum(front, gates.bounds(*state)))
            keep, reset = _each(lambda g: g[:, :units], gate), _each(lambda g: g[:, units:], gate)
            rest = driven[0][:, 2 * units :], driven[1][:, 2 * units :]
            new = _each(np.tanh, _sum(rest, candidate.bounds(*_product(reset, state))))
            state = _mixed(keep, state, new)
        return state

    def _errors(self, cache: Gated, gradient: Array, soften: float) -> Array:
        """The gradient in front of z, r and c at every step, (rows, n, 3 units)."""
        units = len(self.recurrent)
        gated, proposed = self.recurrent[:, : 2 * units].T, self.recurrent[:, 2 * units :].T
        errors = _slopes(cache, soften)
        before = cache.states[:-1]
        for step in range(len(errors) - 1, -1, -1):
            error, state = errors[step], before[step]
            keep, reset = cache.gates[step, :, :units], cache.gates[step, :, units:]
            error[:, :units] *= gradient * (state - cache.candidates[step])
            error[:, 2 * units :] *= gradient * (1.0 - keep)
            passed = error[:, 2 * units :] @ proposed
            error[:, units : 2 * units] *= passed * state
            gradient = gradient * keep + passed * reset + error[:, : 2 * units] @ gated
        return errors

    def misfit(self) -> str:
        """Whether its columns are three gates of as many units as it has."""
        units, columns = self.recurrent.shape
        return "" if columns == 3 * units else f"recurrent has {columns} columns for {units} units"

    def operators(self, sides: Sides) -> tuple[Operator, ...]:
        """GRU."""
        return _operators("GRU", self)


Ends = tuple[Array, Array]
"""The least and the largest that something can be."""


def _each(function: Callable[[Array], Array], ends: Ends) -> Ends:
    """Of a function that rises."""
    return function(ends[0]), function(ends[1])


def _sum(one: Ends, other: Ends) -> Ends:
    return one[0] + other[0], one[1] + other[1]


def _product(one: Ends, other: Ends) -> Ends:
    products = np.stack([a * b for a in one for b in other])
    return products.min(axis=0), products.max(axis=0)


def _mixed(keep: Ends, state: Ends, new: Ends) -> Ends:
    """z h + (1 - z) c, which is linear in z, and rises in h and c as z is in [0, 1]."""
    low = np.minimum(*(z * state[0] + (1 - z) * new[0] for z in keep))
    high = np.maximum(*(z * state[1] + (1 - z) * new[1] for z in keep))
    return low, high


def _slopes(cache: Gated, soften: float) -> Array:
    """The slopes of z, r and c at every step, (rows, n, 3 units)."""
    gates, candidates = cache.gates, cache.candidates
    slopes = np.concatenate((gates - gates * gates, 1.0 - candidates * candidates), axis=-1)
    if soften:
        slopes += soften
    return slopes


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
    width, columns = matrix.shape
    result: Array = rows.reshape(-1, width) @ matrix
    return result.reshape(*rows.shape[:2], columns)


def summed(rows: Array, errors: Array) -> Array:
    """The sum over steps and images of a row times an error: the gradient of a matrix."""
    result: Array = rows.reshape(-1, rows.shape[-1]).T @ errors.reshape(-1, errors.shape[-1])
    return result


def states_for(driven: Array, units: int) -> Array:
    """Room for the state before and after every step, (rows + 1, n, units), from 0 on."""
    states: Array = np.empty((len(driven) + 1, driven.shape[1], units), driven.dtype)
    states[0] = 0.0
    return states


def _operators(name: str, layer: Recurrent | GRU) -> tuple[Operator, ...]:
    """Of all rows, rows first, the last state; ONNX's second output holds one per direction.

    It has the matrices turned, and a bias for each of both products.
    """
    both = np.concatenate((layer.bias, np.zeros_like(layer.bias)))
    weights = (layer.inputs.T[None], layer.recurrent.T[None], both[None])
    return (
        Operator("Transpose", attributes={"perm": [1, 0, 2]}),
        Operator(name, weights, {"hidden_size": len(layer.recurrent)}, output=1),
        Operator("Squeeze", (np.array([0]),)),
    )
