"""Networks that see bits: which pixels can flip within a budget, and whether that is enough.

Behind a threshold all that a budget in L-infinity allows is that some pixels cross it. Whether
any choice of these alters the label is decided exactly, by branch and bound over the pixels:
the relaxation of the units is that of ``relaxation``, and as what is left of it is a weighted sum
of bits, its least is a choice of bits itself, and so an attack.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.binarise import BinaryThreshold
from advgui.core.defences.certificates.bracket import Bracket
from advgui.core.defences.certificates.hidden_layer import HiddenLayer, largest
from advgui.core.defences.certificates.reach import Floats
from advgui.core.defences.defended import Transform
from advgui.core.images import Bytes, highest_paper
from advgui.core.nn.layers import Bits, Dense, Layer, Reshape
from advgui.core.nn.layers.binarise import THRESHOLD
from advgui.core.nn.network import Network

Flags = NDArray[np.bool_]

_LEVELS: Final = 255
_HARDLY: Final = 1e-9
_STEPS: Final = 10
_FIRST: Final = 0.04
_LONGER: Final = 1.6
_SHORTER: Final = 0.4
_AT_ONCE: Final = 32
_TRIES: Final = 3


def flippable(image: Bytes, budget: float, threshold: float) -> Flags:
    """Which pixels of a valid image (28, 28) can cross the threshold within a budget in L-infinity.

    Of real images, whose pixels cross half a level sooner than those of valid ones; within so
    many whole levels both are the same.
    """
    return distances(image, threshold) <= budget + _HARDLY


def distances(image: Bytes, threshold: float) -> Floats:
    """How far each pixel (28, 28) is from the other side, infinite where there is none."""
    paper = highest_paper(threshold)
    away: Floats = np.abs(image - (paper + 0.5)) / _LEVELS
    return away if paper < _LEVELS else np.full_like(away, np.inf)


@dataclass(frozen=True, slots=True, eq=False)
class Bitwise:
    """A network with at most one hidden layer, that sees whether pixels are above a threshold."""

    network: Network
    threshold: float
    layer: HiddenLayer

    @classmethod
    def of(cls, network: Network) -> Self | None:
        """The network in this form; None where it has another."""
        first, *others = [layer for layer in network.layers if not isinstance(layer, Reshape)]
        threshold = _threshold(first)
        if threshold is None:
            return None
        match others:
            case [Dense() as only]:
                return cls(network, threshold, HiddenLayer.straight(only))
        layer = HiddenLayer.made_of(others)
        return None if layer is None else cls(network, threshold, layer)

    @property
    def straight(self) -> bool:
        """Whether there is no hidden layer: logits are weighted sums of bits."""
        return self.layer.unit.closed == 1.0

    def seen(self, image: Bytes) -> Floats:
        """The bits (784,) of a valid image, as 0 and 1."""
        ink: Flags = image.reshape(-1) > highest_paper(self.threshold)
        return ink.astype(np.float64)

    def flipped(self, image: Bytes, flips: Flags) -> Bytes:
        """The valid image (28, 28) in which these pixels (784,) have just crossed the threshold."""
        paper = highest_paper(self.threshold)
        across = np.where(image > paper, paper, min(paper + 1, _LEVELS)).astype(np.uint8)
        return np.where(flips.reshape(image.shape), across, image)


def _threshold(layer: Layer) -> float | None:
    """That of a layer which makes bits of pixels."""
    match layer:
        case Bits():
            return THRESHOLD
        case Transform(defence=BinaryThreshold(threshold=threshold)):
            return threshold
    return None


class Choice(NamedTuple):
    """Whether pixels can be chosen whose flips alter the label, and which (784,) do.

    ``alters`` is None where that is not decided.
    """

    alters: bool | None
    flips: Flags


def chosen(bitwise: Bitwise, image: Bytes, free: Flags) -> Iterator[Choice]:
    """Decide about flips of the pixels that are ``free`` (28, 28): the last choice is decided."""
    search = _Search(bitwise, image, free.reshape(-1))
    while search.open:
        search.step()
        yield search.choice
    yield search.choice


def bits_bracket(bitwise: Bitwise, image: Bytes) -> Iterator[Bracket]:
    """Tighter and tighter brackets in L-infinity; in the last both ends meet.

    Only the budgets matter at which another pixel can flip: the least that alters the label is
    found by halving. The change lies half a level beyond it, as valid images do.
    """
    away = distances(image, bitwise.threshold)
    steps = np.unique(away[np.isfinite(away)])
    low, high = 0, len(steps)  # of the first so many none alters, that one does
    change, parts = np.zeros(image.size), 0
    while low < high:
        middle = (low + high) // 2
        for choice in chosen(bitwise, image, away <= steps[middle]):
            parts += 1
            if choice.alters:
                high = middle
                flipped = bitwise.flipped(image, choice.flips)
                change = ((flipped - image.astype(np.float64)) / _LEVELS).reshape(-1)
            elif choice.alters is False:
                low = middle + 1
            yield _bracket(steps, low, high, change, parts)
        if low <= middle < high:
            break
    yield _bracket(steps, low, high, change, parts)


def _bracket(steps: Floats, low: int, high: int, change: Floats, parts: int) -> Bracket:
    proven = steps[low] if low < len(steps) else np.inf
    attacked = steps[high] if high < len(steps) else np.inf
    return Bracket("linf", float(proven), float(attacked), change, parts)


class _Search:
    """Choices that are still open: of a rival each, with flips that are taken, and left open."""

    def __init__(self, bitwise: Bitwise, image: Bytes, free: Flags) -> None:
        layer, seen = bitwise.layer, bitwise.seen(image)
        logits = layer.logits(seen)
        label, scale = int(logits.argmax()), largest(logits)
        rivals = np.delete(np.arange(len(logits)), label)
        self._free = np.flatnonzero(free)
        # Told as flips, the image is all 0, and each flip adds its column to the sums.
        self._columns = (layer.matrix * (1 - 2 * seen))[:, self._free]
        self._spare = layer.spare(np.maximum(seen, free))
        self._sums, self._unit = layer.sums(seen), layer.unit
        weights = (layer.outputs[:, [label]] - layer.outputs[:, rivals]).T / scale
        offsets = (layer.offsets[label] - layer.offsets[rivals]) / scale
        self._flips = np.zeros(len(free), np.bool_)
        self._alters: bool | None = None
        self._bitwise, self._image = bitwise, image
        none = np.zeros((len(rivals), len(self._free)))
        least = np.full(len(rivals), -np.inf)
        self._open = _Choices(weights, offsets, none, none + 1, weights * np.nan, least)

    @property
    def open(self) -> bool:
        """Whether there is anything left to look at."""
        return self._alters is None and len(self._open.least) > 0

    @property
    def choice(self) -> Choice:
        """What is known so far."""
        return Choice(None if self.open else bool(self._alters), self._flips)

    def step(self) -> None:
        """Look at the choices that are proven least, and split those that are not decided."""
        order = np.argsort(self._open.least)
        some, self._open = self._open.of(order[:_AT_ONCE]), self._open.of(order[_AT_ONCE:])
        some, gaps = self._ascended(some)
        if self._alters:
            return
        undecided = np.flatnonzero(some.least <= self._spare)
        some, gaps = some.of(undecided), gaps[undecided]
        several = np.flatnonzero(some.left.any(axis=1))
        self._read(some.taken[~some.left.any(axis=1)])
        some, gaps = some.of(several), gaps[several]
        if len(gaps):
            bits = ((gaps @ np.abs(self._columns) + _HARDLY) * some.left).argmax(axis=1)
            self._open = self._open.and_also(some.fixed(bits, 0)).and_also(some.fixed(bits, 1))

    def _read(self, taken: Floats) -> None:
        """Where nothing is left to choose, and rounding may decide, the network itself is asked."""
        network = self._bitwise.network
        for row in taken:
            flips = np.zeros_like(self._flips)
            flips[self._free] = row > 0
            there = self._bitwise.flipped(self._image, flips)
            if network.read(there).label != network.read(self._image).label:
                self._alters, self._flips = True, flips
                return

    def _ascended(self, some: "_Choices") -> tuple["_Choices", Floats]:
        """The same with alphas that prove more, and what each unit's relaxation loses (m, h)."""
        base = self._sums + some.taken @ self._columns.T
        low = base + some.left @ np.minimum(self._columns, 0).T
        high = base + some.left @ np.maximum(self._columns, 0).T
        rise = self._unit(high) - self._unit(low)
        chords = some.weights * rise / np.maximum(high - low, _HARDLY)
        alphas = best = np.where(np.isnan(some.alphas), chords, some.alphas)
        lengths = _FIRST * np.abs(some.weights) * self._unit.steepest
        former, least, gaps = np.zeros_like(alphas), some.least, np.zeros_like(alphas)
        for _ in range(_STEPS):
            flips = some.left * (alphas @ self._columns < 0)
            there = base + flips @ self._columns.T
            places = self._unit.least(some.weights, alphas, low, high)
            losses = some.weights * self._unit(places) - alphas * places
            self._try(some, flips, there)
            found = some.offsets + losses.sum(axis=1) + (alphas * there).sum(axis=1)
            gaps = some.weights * self._unit(there) - alphas * there - losses
            best = np.where((found > least)[:, None], alphas, best)
            least = np.maximum(least, found)
            if self._alters or (least > self._spare).all():
                break
            uphill = np.sign(there - places)
            turned = uphill * former
            lengths *= np.where(turned > 0, _LONGER, np.where(turned < 0, _SHORTER, 1.0))
            alphas, former = alphas + lengths * uphill, uphill
        return replace(some, alphas=best, least=least), gaps

    def _try(self, some: "_Choices", flips: Floats, there: Floats) -> None:
        """Whether one of these flips alters the label, or what its slope tells to flip instead."""
        for _ in range(_TRIES):
            values = some.offsets + (some.weights * self._unit(there)).sum(axis=1)
            row = int(values.argmin())
            if values[row] < -self._spare:
                self._alters = True
                self._flips[self._free] = (some.taken[row] + flips[row]) > 0
                return
            slopes = (some.weights * self._unit.slope(there)) @ self._columns
            flips = some.left * (slopes < 0)
            there = self._sums + (some.taken + flips) @ self._columns.T


@dataclass(frozen=True, slots=True, eq=False)
class _Choices:
    """m of them: ``taken`` and ``left`` (m, flips) are 0 or 1, ``least`` (m,) what is proven.

    ``weights`` and ``alphas`` are (m, h), ``offsets`` (m,); alphas of NaN are not begun.
    """

    weights: Floats
    offsets: Floats
    taken: Floats
    left: Floats
    alphas: Floats
    least: Floats

    def of(self, rows: NDArray[np.integer[Any]] | Flags) -> "_Choices":
        """Some of them."""
        return _Choices(*(getattr(self, each.name)[rows] for each in fields(self)))

    def and_also(self, others: "_Choices") -> "_Choices":
        """These and others."""
        names = [each.name for each in fields(self)]
        pairs = ((getattr(self, name), getattr(others, name)) for name in names)
        return _Choices(*(np.concatenate(pair) for pair in pairs))

    def fixed(self, bits: NDArray[np.integer[Any]], value: int) -> "_Choices":
        """The same with one flip of each no longer open, but taken or not."""
        rows = np.arange(len(bits))
        taken, left = self.taken.copy(), self.left.copy()
        taken[rows, bits], left[rows, bits] = value, 0
        return replace(self, taken=taken, left=left)
