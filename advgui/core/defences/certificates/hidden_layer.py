"""A network with one hidden layer: its margins, and the least of each unit on an interval."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.reach import (
    Floats,
    Norm,
    Radii,
    Reach,
    radii_of,
    reach,
    widths,
)
from advgui.core.nn.layers import Dense, Layer, LeakyReLU, ReLU, Reshape, Sigmoid, Tanh
from advgui.core.nn.network import Network

#: Margins are proven to stay above this at least, in the largest logit: of the shipped networks
#: float32, in which they read, moves none by a quarter of it.
SAFETY: Final = 3e-5
#: How far past the border an image is that is read otherwise, in the largest logit: on it, rounding
#: may decide.
PAST: Final = 7e-5
#: Of numbers of float32, in their size.
ROUNDING: Final = 2.0**-24
#: Images so near, in each pixel, are what proofs are about.
AROUND: Final = 0.1
# A sigmoid or tanh is a few units of its last place off.
_OF_UNITS: Final = 4


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
        return cls.made_of(network.layers)

    @classmethod
    def made_of(cls, layers: Sequence[Layer]) -> Self | None:
        """The same of layers."""
        match [layer for layer in layers if not isinstance(layer, Reshape)]:
            case [Dense() as first, unit, Dense() as last] if (kind := unit_of(unit)) is not None:
                scale = 2.0 if isinstance(unit, Tanh) else 1.0
                outputs, offsets = last.matrix.astype(float), last.bias.astype(float)
                if isinstance(unit, Tanh):  # tanh z = 2 sigmoid 2z - 1
                    outputs, offsets = 2 * outputs, offsets - outputs.sum(axis=0)
                matrix = np.ascontiguousarray(scale * first.matrix.astype(float).T)
                return cls(matrix, scale * first.bias.astype(float), kind, outputs, offsets)
        return None

    @classmethod
    def straight(cls, only: Dense) -> Self:
        """A linear layer in this form: its logits are units that are straight."""
        matrix, bias = only.matrix.astype(float).T, only.bias.astype(float)
        same = np.eye(len(bias))
        return cls(np.ascontiguousarray(matrix), bias, Unit(1.0), same, np.zeros(len(bias)))

    def sums(self, images: Floats) -> Floats:
        """The units' inputs (..., h) of images (..., 784)."""
        result: Floats = images @ self.matrix.T + self.bias
        return result

    def logits(self, images: Floats) -> Floats:
        """Logits (..., 10) of images (..., 784)."""
        result: Floats = self.unit(self.sums(images)) @ self.outputs + self.offsets
        return result

    def spare(self, image: Floats) -> float:
        """How far margins of an image (784,) must stay above 0, in the largest logit.

        What float32 may move them by (``moved_by_rounding``).
        """
        layers = (self.matrix, self.outputs.T), (self.bias, self.offsets)
        return moved_by_rounding(*layers, (self.unit,), image, self.logits(image))


def moved_by_rounding(
    matrices: Sequence[Floats],
    biases: Sequence[Floats],
    units: Sequence[Unit],
    image: Floats,
    logits: Floats,
) -> float:
    """How far margins of an image (784,) must stay above 0 for float32, in the largest logit.

    Each sum of n terms is off by sqrt(n) units of their last place, as its errors go either way
    (Higham and Mary 2019, doi 10.1137/18M1226312), each unit by some of its own, and what comes of
    both is carried on by the steepest slope of a unit and the magnitudes of all weights. Networks
    with steep units, or with large terms that cancel, have more to spare, or nothing proven. It is
    ``SAFETY`` at least.
    """
    inputs, errors = np.minimum(image + AROUND, 1.0), np.zeros_like(image)
    *sums, last = zip(matrices, biases, strict=True)
    for (matrix, bias), unit in zip(sums, units, strict=True):
        terms = np.abs(matrix) @ inputs + np.abs(bias)
        errors = np.abs(matrix) @ errors + ROUNDING * np.sqrt(len(inputs)) * terms
        inputs = np.ones_like(terms) if unit.closed is None else terms
        errors = unit.steepest * errors + _OF_UNITS * ROUNDING * inputs
    matrix, bias = last
    label = int(logits.argmax())
    own = ROUNDING * np.sqrt(len(inputs)) * (np.abs(matrix) @ inputs + np.abs(bias))
    moved = np.abs(matrix[label] - matrix) @ errors + own[label] + own
    return max(SAFETY, float(np.delete(moved, label).max()) / largest(logits))


def largest(logits: Floats) -> float:
    """The size of the largest logit, or 1 if all are smaller: margins are told in it."""
    return max(float(np.abs(logits).max()), 1.0)


def unit_of(layer: Layer) -> Unit | None:
    """An activation in that form; tanh is a sigmoid, too, but for its scale. None for others."""
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

    Each is weights (m, h) . units + offsets (m,), in units of ``scale``, the image's largest logit,
    or in logits if none is above 1: what a sum is rounded by depends on how large it is.

    Where one is below minus ``past``, the image is read otherwise, in float32 too.

    ``layer`` and ``image`` are ``arranged``: pixels of 1 are told as what they lack, so as 0, and
    all that are 0, the last ``blank`` ones, come last. The place of each was ``order`` (784,).
    ``sums`` (h,) are the units' inputs there.
    """

    layer: HiddenLayer
    image: Floats
    weights: Floats
    offsets: Floats
    past: float
    label: int
    scale: float
    order: NDArray[np.integer[Any]]
    signs: Floats
    blank: int
    sums: Floats

    @classmethod
    def before_all(cls, layer: HiddenLayer, image: Floats) -> Self:
        """Those before the nine others, all smaller by what there is to ``spare``."""
        logits = layer.logits(image)
        scale, label = largest(logits), int(logits.argmax())
        rivals = np.delete(np.arange(len(layer.offsets)), label)
        weights = (layer.outputs[:, [label]] - layer.outputs[:, rivals]).T / scale
        spare = layer.spare(image)
        offsets = (layer.offsets[label] - layer.offsets[rivals]) / scale - spare
        full = image == 1
        ends = full | (image == 0)
        order = np.argsort(ends, kind="stable")
        signs = np.where(full, -1.0, 1.0)[order]
        matrix, bias = layer.matrix[:, order] * signs, layer.bias + layer.matrix @ full
        turned = replace(layer, matrix=matrix, bias=bias)
        seen = np.where(full, 0.0, image)[order]
        leads = weights, offsets, spare + PAST, label, scale
        return cls(turned, seen, *leads, order, signs, int(ends.sum()), turned.sums(seen))

    def of(self, rows: NDArray[np.integer[Any]]) -> Self:
        """Some of them, or some several times."""
        return replace(self, weights=self.weights[rows], offsets=self.offsets[rows])

    def arranged(self, changes: Floats) -> Floats:
        """Changes (..., 784) of the image as those of the arranged one."""
        result: Floats = changes[..., self.order] * self.signs
        return result

    def restored(self, changes: Floats) -> Floats:
        """The other way round."""
        result = np.empty_like(changes)
        result[..., self.order] = changes * self.signs
        return result

    def reach(
        self,
        sums: Floats,
        slopes: Floats,
        norm: Norm,
        steps: int,
        start: Floats | None = None,
    ) -> Reach:
        """How far the image must move until sums (m,) + slopes (m, 784) . change come to 0."""
        return reach(sums, slopes, self.image, norm, steps, start, self.blank)

    def radii(self, sums: Floats, slopes: Floats, norm: Norm, start: Floats) -> Radii:
        """The same in one step from a start, in less time, without telling where that is."""
        return radii_of(sums, slopes, self.image, norm, 1, start, self.blank)

    def box(self, radius: float, norm: Norm) -> tuple[Floats, Floats]:
        """The units' inputs (h,) of all images within a radius, between two."""
        less, more = widths(self.layer.matrix, self.image, radius, norm, self.blank)
        return self.sums - less, self.sums + more

    def values(self, sums: Floats) -> Floats:
        """The margins (m,) where the units' inputs are (m, h)."""
        result: Floats = (self.weights * self.layer.unit(sums)).sum(axis=-1) + self.offsets
        return result
