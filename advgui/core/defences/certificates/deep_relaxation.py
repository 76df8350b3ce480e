"""A proven radius of a network of dense layers, by a linear relaxation that goes back through it.

While the inputs z of a layer's units lie in a box, each unit times its weight a is above a line:
a s(z) >= a t z + min over the box of (a s(z) - a t z), whatever its slope t is. Put in place of
the units, from the last layer to the first, lines leave a weighted sum of pixels below each lead
(CROWN, Zhang et al. 2018, arXiv:1811.00866). Boxes come of the same, one layer after the other, cut
with intervals. The slopes below the leads are improved by ascent (alpha-CROWN, Xu et al. 2021,
arXiv:2011.13824).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple, Self

import numpy as np

from advgui.core.defences.certificates.hidden_layer import (
    Unit,
    largest,
    moved_by_rounding,
    unit_of,
)
from advgui.core.defences.certificates.intervals import interval_radii
from advgui.core.defences.certificates.reach import Floats, Norm, Reach, falls, reach
from advgui.core.defences.certificates.relaxation import LONGER, SHORTER
from advgui.core.defences.certificates.trial_radii import larger_radii
from advgui.core.nn.layers import Dense, Reshape, Tanh
from advgui.core.nn.network import Network

#: Rows that are bounded at once, in some two milliseconds.
_PIECE: Final = 32
#: After so many steps slopes prove hardly more.
_ASCENT: Final = 10
#: The first step of a slope, of the steepest that there is.
_FIRST: Final = 0.1
_NEWTON: Final = 8
_EVERYWHERE: Final[dict[Norm, float]] = {"linf": 1.0, "l2": 28.0}
_FIRST_TRIAL: Final = 0.4  # of the radius that the slopes at the image would have
_TINY: Final = 1e-12


class Box(NamedTuple):
    """The inputs (h,) of a layer's units lie between two."""

    low: Floats
    high: Floats


class Lines(NamedTuple):
    """Slopes of lines below units, and above them, of one shape: (h,), or (m, h)."""

    below: Floats
    above: Floats

    @classmethod
    def first(cls, unit: Unit, box: Box) -> Self:
        """Of the chord; below a unit that is straight on both sides of 0, the nearer of these."""
        low, high = box
        width = np.maximum(high - low, _TINY)
        chord = np.where(high - low > _TINY, (unit(high) - unit(low)) / width, unit.slope(low))
        if unit.closed is None:
            return cls(chord, chord)
        nearer = np.where(high > -low, 1.0, unit.closed)
        return cls(np.where((low < 0) & (high > 0), nearer, chord), chord)


@dataclass(frozen=True, slots=True, eq=False)
class DeepNetwork:
    """Dense layers, matrices (h, inputs) and biases (h,), and units between them, in float64."""

    matrices: tuple[Floats, ...]
    biases: tuple[Floats, ...]
    units: tuple[Unit, ...]

    @classmethod
    def of(cls, network: Network) -> Self | None:
        """The network in this form; None where it has another, or but one hidden layer."""
        layers = [layer for layer in network.layers if not isinstance(layer, Reshape)]
        dense, between = layers[::2], layers[1::2]
        units = [unit for unit in map(unit_of, between) if unit is not None]
        if len(layers) % 2 == 0 or len(between) < 2 or len(units) < len(between):
            return None
        matrices, biases = [], []
        for number, layer in enumerate(dense):
            if not isinstance(layer, Dense):
                return None
            matrix, bias = layer.matrix.astype(np.float64).T, layer.bias.astype(np.float64)
            if number and isinstance(between[number - 1], Tanh):  # tanh z = 2 sigmoid 2z - 1
                matrix, bias = 2 * matrix, bias - matrix.sum(axis=1)
            if number < len(between) and isinstance(between[number], Tanh):
                matrix, bias = 2 * matrix, 2 * bias
            matrices.append(np.ascontiguousarray(matrix))
            biases.append(bias)
        return cls(tuple(matrices), tuple(biases), tuple(units))

    def sums(self, image: Floats) -> list[Floats]:
        """What every layer makes of an image (784,); the last are the logits (10,)."""
        found: list[Floats] = [self.matrices[0] @ image + self.biases[0]]
        for unit, matrix, bias in zip(self.units, self.matrices[1:], self.biases[1:], strict=True):
            found.append(matrix @ unit(found[-1]) + bias)
        return found

    def spare(self, image: Floats) -> float:
        """How far leads of an image (784,) must stay above 0, in the largest logit."""
        logits = self.sums(image)[-1]
        return moved_by_rounding(self.matrices, self.biases, self.units, image, logits)


class _Step(NamedTuple):
    """What came to a layer's units, (m, h) each: weights, slopes of lines, where these touch."""

    weights: Floats
    slopes: Floats
    places: Floats


class _Sums(NamedTuple):
    """offsets (m,) + slopes (m, 784) . pixels, and how they came about, from the first layer on."""

    offsets: Floats
    slopes: Floats
    steps: list[_Step]


class _Ascent:
    """Slopes (m, h) of one layer's lines on their way up, by the signs of gradients alone."""

    def __init__(self, unit: Unit, box: Box, rows: int) -> None:
        bent = (box.low < 0) & (box.high > 0) if unit.closed is not None else box.low < box.high
        self._curved = unit.closed is None
        self._range = (unit.closed or 0.0, unit.steepest)
        self._lengths = np.tile(_FIRST * unit.steepest * bent, (rows, 1))
        self._former = np.zeros_like(self._lengths)

    def moved(self, lines: Lines, weights: Floats, gradients: Floats) -> Lines:
        """Those of units that are straight on both sides of 0 only below: none is above a chord."""
        uphill = np.sign(gradients)
        turned = uphill * self._former
        self._lengths *= np.where(turned > 0, LONGER, np.where(turned < 0, SHORTER, 1.0))
        self._former = uphill
        change, (below, above) = self._lengths * uphill, lines
        below = np.clip(below + np.where(weights > 0, change, 0.0), *self._range)
        if self._curved:
            above = np.clip(above + np.where(weights < 0, change, 0.0), *self._range)
        return Lines(below, above)


class DeepRelaxation:
    """What can be proven of one image (784,) in [0, 1]; radii are in one norm."""

    def __init__(self, network: DeepNetwork, image: Floats, norm: Norm) -> None:
        """Nothing is proven yet."""
        self._network, self._image = network, image
        self._norm: Norm = norm
        self._sums = network.sums(image)
        logits = self._sums[-1]
        scale, label = largest(logits), int(logits.argmax())
        rivals = np.delete(np.arange(len(logits)), label)
        last, bias = network.matrices[-1], network.biases[-1]
        self._weights = (last[label] - last[rivals]) / scale
        self._offsets = (bias[label] - bias[rivals]) / scale - network.spare(image)

    def radii(self) -> Iterator[float]:
        """Larger and larger ones, each proven; a few milliseconds between any two."""
        most = _EVERYWHERE[self._norm]
        yield from larger_radii(self._proven, self._first_trial(), most)

    def withstands(self, budget: float) -> Iterator[bool | None]:
        """Whether all images within a budget keep the label: True in the end, or else None."""
        for found in self._proven(budget):
            yield True if found >= budget and found > 0 else None

    def _first_trial(self) -> float:
        """Some of the radius that it would be if the units were as straight as at the image."""
        boxes = [Box(sums, sums) for sums in self._sums[:-1]]
        found = self._reach(self._back(self._weights, self._offsets, boxes, self._lines(boxes)))
        return min(_FIRST_TRIAL * float(found.radii.min()), _EVERYWHERE[self._norm])

    def _proven(self, radius: float) -> Iterator[float]:
        """What boxes for a radius prove, more and more; it holds up to that radius."""
        boxes: list[Box] = []
        for centre in self._sums[:-1]:
            low, high = self._intervals(boxes)
            for start in range(0, len(centre), _PIECE):
                part = slice(start, start + _PIECE)
                least, most = self._bounds(boxes, part, radius)
                low[part] = np.maximum(low[part], least)
                high[part] = np.minimum(high[part], most)
                yield 0.0
            boxes.append(Box(np.minimum(low, centre), np.maximum(high, centre)))
        low, high = self._held(boxes)
        rise, fall = np.maximum(self._weights, 0), np.minimum(self._weights, 0)
        held = bool((rise @ low + fall @ high + self._offsets > 0).all())
        yield from self._ascended(boxes, radius if held else 0.0)

    def _held(self, boxes: list[Box]) -> Box:
        """What the last units are between."""
        unit = self._network.units[len(boxes) - 1]
        return Box(unit(boxes[-1].low), unit(boxes[-1].high))

    def _intervals(self, boxes: list[Box]) -> Box:
        """What the next layer's sums are between, by those of the last alone."""
        matrix, bias = self._network.matrices[len(boxes)], self._network.biases[len(boxes)]
        if not boxes:
            return Box(np.full(len(bias), -np.inf), np.full(len(bias), np.inf))
        low, high = self._held(boxes)
        middle, spread = matrix @ (low + high) / 2 + bias, np.abs(matrix) @ (high - low) / 2
        return Box(middle - spread, middle + spread)

    def _bounds(self, boxes: list[Box], part: slice, radius: float) -> Box:
        """What some of the next layer's sums are between, by going back to the pixels."""
        matrix = self._network.matrices[len(boxes)][part]
        bias = self._network.biases[len(boxes)][part]
        weights, offsets = np.concatenate([matrix, -matrix]), np.concatenate([bias, -bias])
        sums = self._back(weights, offsets, boxes, self._lines(boxes))
        least = sums.offsets + sums.slopes @ self._image
        least -= falls(sums.slopes, self._image, radius, self._norm)
        return Box(least[: len(bias)], -least[len(bias) :])

    def _lines(self, boxes: list[Box]) -> list[Lines]:
        return [Lines.first(*each) for each in zip(self._network.units, boxes, strict=False)]

    def _back(
        self, weights: Floats, offsets: Floats, boxes: list[Box], lines: list[Lines]
    ) -> _Sums:
        """A sum of pixels below offsets (m,) + weights (m, h) . units, wherever boxes hold."""
        steps: list[_Step] = []
        for depth in reversed(range(len(boxes))):
            unit, (low, high) = self._network.units[depth], boxes[depth]
            below, above = lines[depth]
            slopes = np.where(weights > 0, below, above)
            straight = weights * slopes
            ends = np.broadcast_to(low, weights.shape), np.broadcast_to(high, weights.shape)
            places = unit.least(weights, straight, *ends)
            losses = weights * unit(places) - straight * places
            offsets = offsets + losses.sum(axis=1) + straight @ self._network.biases[depth]
            steps.insert(0, _Step(weights, slopes, places))
            weights = straight @ self._network.matrices[depth]
        return _Sums(offsets, weights, steps)

    def _reach(self, sums: _Sums, start: Floats | None = None) -> Reach:
        leads = sums.offsets + sums.slopes @ self._image
        return reach(leads, sums.slopes, self._image, self._norm, _NEWTON, start)

    def _ascended(self, boxes: list[Box], known: float) -> Iterator[float]:
        """What leads prove with better and better slopes, all of them at least ``known``."""
        shape = (len(self._weights), 1)
        lines = [Lines(*(np.tile(each, shape) for each in pair)) for pair in self._lines(boxes)]
        units = zip(self._network.units, boxes, strict=True)
        ascents = [_Ascent(unit, box, len(self._weights)) for unit, box in units]
        radii, shared = np.zeros(len(self._weights)), None
        for _ in range(_ASCENT):
            sums = self._back(self._weights, self._offsets, boxes, lines)
            found = self._reach(sums, shared)
            radii, shared = np.maximum(radii, found.radii), found.shared
            yield max(known, float(radii.min()))
            uphill = self._uphill(sums.steps, self._image + found.changes)
            lines = [
                one.moved(pair, *each)
                for one, pair, each in zip(ascents, lines, uphill, strict=True)
            ]

    def _uphill(self, steps: list[_Step], there: Floats) -> list[tuple[Floats, Floats]]:
        """Weights and gradients (m, h) of slopes, layer by layer, at images (m, 784).

        What is below a lead is as good as linear in weights where lines touch (Danskin's theorem).
        """
        found: list[tuple[Floats, Floats]] = []
        for depth, (weights, slopes, places) in enumerate(steps):
            matrix, bias = self._network.matrices[depth], self._network.biases[depth]
            off = there @ matrix.T + bias - places
            found.append((weights, weights * off))
            there = self._network.units[depth](places) + slopes * off
        return found


def deep_radii(network: Network, deep: DeepNetwork, image: Floats, norm: Norm) -> Iterator[float]:
    """Larger and larger radii that are proven of an image (784,): by intervals, then by lines."""
    proven = 0.0
    for radius in chain(interval_radii(network, image), DeepRelaxation(deep, image, norm).radii()):
        proven = max(proven, radius)
        yield proven
