"""A network with one hidden layer: its margins, and the least of each unit on an interval."""

from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.reach import Floats
from advgui.core.nn.layers import Dense, Layer, LeakyReLU, ReLU, Reshape, Sigmoid, Tanh
from advgui.core.nn.network import Network

#: Margins are proven to stay above this, in the largest logit: of the shipped networks float32,
#: in which they read, moves none by a quarter of it.
SAFETY: Final = 3e-5


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """An activation, in float64: straight on both sides of 0, or a sigmoid."""

    closed: float | None = None
    """Its slope below 0, where above it is 1; None for the sigmoid."""

    def __call__(self, sums: Floats) -> Floats:
        """The activations of sums, of any shape."""
        if self.closed is None:
            values: Floats = 0.5 + 0.5 * np.tanh(0.5 * sums)
            return values
        return np.where(sums > 0, sums, self.closed * sums)

    def slope(self, sums: Floats) -> Floats:
        """The derivative there."""
        if self.closed is None:
            values = self(sums)
            return values * (1 - values)
        return np.where(sums > 0, 1.0, self.closed)

    @property
    def steepest(self) -> float:
        """The largest slope that there is."""
        return 0.25 if self.closed is None else 1.0

    def least(self, weights: Floats, lines: Floats, low: Floats, high: Floats) -> Floats:
        """Where in [low, high] weight * activation(z) - line * z is smallest; all of one shape."""
        inside = np.zeros_like(low) if self.closed is not None else _flat(weights, lines, low)
        places = np.stack([low, high, np.clip(inside, low, high)])
        values = weights * self(places) - lines * places
        found: Floats = np.take_along_axis(places, values.argmin(axis=0)[None], axis=0)[0]
        return found


def _flat(weights: Floats, lines: Floats, otherwise: Floats) -> Floats:
    """Where the slope of weight * sigmoid(z) - line * z is 0 and it bends upwards."""
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = lines / weights
        there = (slope > 0) & (slope < 0.25)
        value = 0.5 - np.sqrt(0.25 - np.where(there, slope, 0.1))
        place = np.log(value) - np.log1p(-value)
    there &= np.isfinite(place)
    return np.where(there, np.where(weights < 0, -place, place), otherwise)


@dataclass(frozen=True, slots=True, eq=False)
class HiddenLayer:
    """Sums of pixels ``matrix`` (h, 784) and ``bias`` (h,), units, and logits made of them.

    ``outputs`` is (h, 10), ``offsets`` (10,). All in float64.
    """

    matrix: Floats
    bias: Floats
    unit: Unit
    outputs: Floats
    offsets: Floats

    @classmethod
    def of(cls, network: Network) -> Self | None:
        """The network in this form; None where it has another."""
        layers = [layer for layer in network.layers if not isinstance(layer, Reshape)]
        match layers:
            case [Dense() as first, unit, Dense() as last] if (kind := _unit(unit)) is not None:
                scale = 2.0 if isinstance(unit, Tanh) else 1.0
                outputs, offsets = last.matrix.astype(float), last.bias.astype(float)
                if isinstance(unit, Tanh):  # tanh z = 2 sigmoid 2z - 1
                    outputs, offsets = 2 * outputs, offsets - outputs.sum(axis=0)
                matrix = np.ascontiguousarray(scale * first.matrix.astype(float).T)
                return cls(matrix, scale * first.bias.astype(float), kind, outputs, offsets)
        return None

    def sums(self, images: Floats) -> Floats:
        """The units' inputs (..., h) of images (..., 784)."""
        result: Floats = images @ self.matrix.T + self.bias
        return result

    def logits(self, images: Floats) -> Floats:
        """Logits (..., 10) of images (..., 784)."""
        result: Floats = self.unit(self.sums(images)) @ self.outputs + self.offsets
        return result


def largest(logits: Floats) -> float:
    """The size of the largest logit, or 1 if all are smaller: margins are told in it."""
    return max(float(np.abs(logits).max()), 1.0)


def _unit(layer: Layer) -> Unit | None:
    match layer:
        case Sigmoid() | Tanh():
            return Unit()
        case ReLU():
            return Unit(0.0)
        case LeakyReLU(slope=slope) if 0 <= slope <= 1:
            return Unit(slope)
    return None


@dataclass(frozen=True, slots=True, eq=False)
class Margins:
    """How far the label of an image leads before m rivals, which others must not change.

    Each is weights (m, h) . units + offsets (m,), in units of the image's largest logit, or in
    logits if none is above 1: what a sum is rounded by depends on how large it is.
    """

    layer: HiddenLayer
    image: Floats
    weights: Floats
    offsets: Floats

    @classmethod
    def before_all(cls, layer: HiddenLayer, image: Floats) -> Self:
        """Those before the nine others, all smaller by ``SAFETY``."""
        logits = layer.logits(image)
        scale, label = largest(logits), int(logits.argmax())
        rivals = np.delete(np.arange(len(layer.offsets)), label)
        weights = (layer.outputs[:, [label]] - layer.outputs[:, rivals]).T
        offsets = layer.offsets[label] - layer.offsets[rivals]
        return cls(layer, image, weights / scale, offsets / scale - SAFETY)

    def of(self, rows: NDArray[np.integer[Any]]) -> Self:
        """Some of them, or some several times."""
        return type(self)(self.layer, self.image, self.weights[rows], self.offsets[rows])

    def values(self, sums: Floats) -> Floats:
        """The margins (m,) where the units' inputs are (m, h)."""
        result: Floats = (self.weights * self.layer.unit(sums)).sum(axis=-1) + self.offsets
        return result
