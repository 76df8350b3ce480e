"""What is proven in L2 of a network with a hidden layer that sees bits, and which flips alter it.

While flips cost no more than a radius, the inputs of the units lie in a box, and for every alpha a
lead is at least a weighted sum of the flips (``relaxation``). What flips cost that take it away is
least for those that give most for their cost, of the last one a part (Dantzig 1957, doi
10.1287/opre.5.2.266): a proof for every alpha, and so is the box, by the same sum the other way
round. The alphas are improved by ascent; nothing is cut.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from advgui.core.defences.certificates.bits import Bitwise, Flags, distances
from advgui.core.defences.certificates.bracket import Bracket
from advgui.core.defences.certificates.hidden_layer import PAST, largest
from advgui.core.defences.certificates.reach import Floats
from advgui.core.defences.certificates.relaxation import LONGER, SHORTER
from advgui.core.defences.certificates.trial_radii import larger_radii
from advgui.core.images import Bytes

_LEVELS: Final = 255
_STEPS: Final = 10
_FIRST: Final = 0.04
_FIRST_TRIAL: Final = 0.5  # of the radius that alphas would have that are slopes at the image
_LINEARISED: Final = 8
_TINY: Final = 1e-12


def relaxed_bracket(bitwise: Bitwise, image: Bytes) -> Iterator[Bracket]:
    """Tighter and tighter brackets in L2 of a valid image (28, 28), some milliseconds each.

    The change lies half a level of each flip beyond it, as valid images do.
    """
    relaxed = RelaxedFlips(bitwise, image)
    attacked, change = np.inf, np.zeros(image.size)
    flips = relaxed.altering()
    if flips is not None:
        attacked = relaxed.size(flips)
        flipped = bitwise.flipped(image, flips).astype(np.float64)
        change = (flipped - image).reshape(-1) / _LEVELS
    for number, radius in enumerate(relaxed.radii()):
        yield Bracket("l2", min(radius, attacked), attacked, change, number + 1)


class _Found(NamedTuple):
    """Costs (m,) of the flips (m, n), each in [0, 1], that are cheapest."""

    costs: Floats
    flips: Floats


class RelaxedFlips:
    """The leads of one image before its rivals, over the flips of its pixels."""

    def __init__(self, bitwise: Bitwise, image: Bytes) -> None:
        """Nothing is proven yet."""
        self._bitwise, self._image = bitwise, image
        layer, seen = bitwise.layer, bitwise.seen(image)
        logits = layer.logits(seen)
        label, scale = int(logits.argmax()), largest(logits)
        rivals = np.delete(np.arange(len(logits)), label)
        costs = np.square(distances(image, bitwise.threshold)).reshape(-1)
        self._free = np.flatnonzero(np.isfinite(costs))
        self._costs = costs[self._free]
        self._columns = (layer.matrix * (1 - 2 * seen))[:, self._free]
        self._sums, self._unit = layer.sums(seen), layer.unit
        self._weights = (layer.outputs[:, [label]] - layer.outputs[:, rivals]).T / scale
        self._offsets = (layer.offsets[label] - layer.offsets[rivals]) / scale
        self._spare = layer.spare(np.ones_like(seen))
        self._falls = _Curves(-self._columns, self._costs)
        self._rises = _Curves(self._columns, self._costs)

    def size(self, flips: Flags) -> float:
        """What flips (784,) cost in L2 at least."""
        return float(np.sqrt(self._costs[flips[self._free]].sum()))

    def radii(self) -> Iterator[float]:
        """Larger and larger ones, each proven."""
        most = float(np.sqrt(self._costs.sum()))
        yield from larger_radii(self._proven, self._first_trial(), most)

    def _first_trial(self) -> float:
        alphas = self._weights * self._unit.slope(self._sums)
        leads = self._offsets + self._weights @ self._unit(self._sums)
        least = self._cheapest(np.maximum(leads, 0.0), alphas).costs.min()
        return _FIRST_TRIAL * float(np.sqrt(min(least, self._costs.sum())))

    def _proven(self, radius: float) -> Iterator[float]:
        """What a box for a radius proves, more and more; it holds up to that radius."""
        low = self._sums - self._falls.most(radius * radius)
        high = self._sums + self._rises.most(radius * radius)
        rise = self._unit(high) - self._unit(low)
        alphas = self._weights * rise / np.maximum(high - low, _TINY)
        low, high = (np.broadcast_to(end, alphas.shape) for end in (low, high))
        lengths = _FIRST * np.abs(self._weights) * self._unit.steepest
        former, least = np.zeros_like(alphas), np.zeros(len(alphas))
        for _ in range(_STEPS):
            places = self._unit.least(self._weights, alphas, low, high)
            losses = self._weights * self._unit(places) - alphas * places
            leads = self._offsets + losses.sum(axis=1) + alphas @ self._sums - self._spare
            found = self._cheapest(leads, alphas)
            least = np.maximum(least, found.costs)
            yield float(np.sqrt(least.min()))
            uphill = np.sign(self._sums + found.flips @ self._columns.T - places)
            turned = uphill * former
            lengths *= np.where(turned > 0, LONGER, np.where(turned < 0, SHORTER, 1.0))
            alphas, former = alphas + lengths * uphill, uphill

    def _cheapest(self, leads: Floats, alphas: Floats) -> _Found:
        """Flips, of the last of each a part, that take leads (m,) away; where none do, all."""
        curves = _Curves(-alphas @ self._columns, self._costs)
        costs = np.where(leads > 0, curves.least(leads), 0.0)
        return _Found(costs, curves.taken(costs))

    def altering(self) -> Flags | None:
        """Flips (784,) that alter the label, as cheap as they are found; None where none are.

        Leads are made linear at the flips that took them away before, again and again.
        """
        flips = np.zeros((len(self._weights), len(self._free)))
        best, least = None, np.inf
        for _ in range(_LINEARISED):
            there = self._sums + flips @ self._columns.T
            slopes = self._weights * self._unit.slope(there)
            leads = self._offsets + (self._weights * self._unit(there)).sum(axis=1)
            leads += ((self._sums - there) * slopes).sum(axis=1) + PAST
            flips = np.ceil(self._cheapest(np.maximum(leads, _TINY), slopes).flips - _TINY)
            for row in flips[self._lead(flips) < -PAST]:
                tried = self._pruned(row)
                if (cost := float(tried @ self._costs)) < least and self._alters(tried):
                    best, least = tried, cost
        return None if best is None else self._as_pixels(best)

    def _pruned(self, row: Floats) -> Floats:
        """Those of flips (n,) that are needed, the dearest being left out first."""
        places = np.flatnonzero(row)
        for place in places[np.argsort(-self._costs[places])]:
            without = row.copy()
            without[place] = 0
            if self._lead(without) < -PAST:
                row = without
        return row

    def _lead(self, flips: Floats) -> Floats:
        """By how much the label leads at least behind flips (..., n)."""
        units = self._unit(self._sums + flips @ self._columns.T)
        least: Floats = (self._offsets + units @ self._weights.T).min(axis=-1)
        return least

    def _alters(self, row: Floats) -> bool:
        """By the network itself."""
        network, there = self._bitwise.network, self._as_pixels(row)
        flipped = self._bitwise.flipped(self._image, there)
        return network.read(flipped).label != network.read(self._image).label

    def _as_pixels(self, row: Floats) -> Flags:
        flips = np.zeros(self._image.size, np.bool_)
        flips[self._free] = row > 0
        return flips


class _Curves:
    """Of m sums what flips take away for a cost, those first that give most for theirs.

    ``gains`` are (m, n); ``costs`` (n,) are above 0. Between two whole flips a part is taken.
    """

    def __init__(self, gains: Floats, costs: Floats) -> None:
        """Sort them."""
        useful = np.maximum(gains, 0.0)
        self._order = np.argsort(-useful / costs, axis=1)
        useful = np.take_along_axis(useful, self._order, axis=1)
        self._spent = np.where(useful > 0, costs[self._order], 0.0)
        self._gained = _from_zero(useful)
        self._cost = _from_zero(self._spent)

    def most(self, cost: float) -> Floats:
        """What is taken away (m,) for a cost."""
        pairs = zip(self._cost, self._gained, strict=True)
        return np.array([np.interp(cost, spent, gained) for spent, gained in pairs])

    def least(self, leads: Floats) -> Floats:
        """What it costs (m,) to take leads (m,) away; infinite where all flips do not."""
        rows = zip(leads, self._gained, self._cost, strict=True)
        found = [np.interp(lead, gained, spent, right=np.inf) for lead, gained, spent in rows]
        return np.array(found)

    def taken(self, costs: Floats) -> Floats:
        """Which flips (m, n) that is, each in [0, 1]."""
        left = costs[:, None] - self._cost[:, :-1]
        shares = np.clip(left / np.maximum(self._spent, _TINY), 0.0, 1.0) * (self._spent > 0)
        flips = np.zeros_like(shares)
        np.put_along_axis(flips, self._order, shares, axis=1)
        return flips


def _from_zero(rows: Floats) -> Floats:
    """Sums (m, n + 1) of the first 0, 1 and up to all n."""
    return np.concatenate([np.zeros((len(rows), 1)), np.cumsum(rows, axis=1)], axis=1)
