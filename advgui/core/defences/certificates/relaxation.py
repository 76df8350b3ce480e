"""A proven radius of a network with one hidden layer: the dual of a relaxation, with ascent.

A margin is sum_i a_i s(z_i) + d, with z = W x + b. For every alpha,

    sum_i min over z in [low_i, high_i] of (a_i s(z) - alpha_i z)  +  alpha . z(x)  +  d

is no larger, if z(x) is in the box [low, high]: sound whatever alpha is, so that it may be
improved by any means (Lagrangian duality; as alpha-CROWN, Xu et al. 2021, arXiv:2011.13824,
whose slopes it optimises, and beta-CROWN, Wang et al. 2021, arXiv:2103.06624, as a smaller box
of z holds the multipliers of splits). What is left, alpha . W change, is a weighted sum of pixels.
"""

from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.hidden_layer import Margins
from advgui.core.defences.certificates.reach import Floats, Norm, reach

# Rprop (Riedmiller and Braun 1993): only the sign of a gradient tells where to go.
_LONGER: Final = 1.6
_SHORTER: Final = 0.4
_FIRST: Final = 0.04

Rows = NDArray[np.integer[Any]] | NDArray[np.bool_]


@dataclass(slots=True, eq=False)
class Nodes:
    """m parts of the problem: a rival's margin each, on a box of the units' inputs.

    ``rivals`` (m,) are rows of the margins, ``low``, ``high`` and ``alphas`` (m, h). ``radii``
    (m,) are proven: inside its radius no image, whose units lie in the box, has a margin of 0;
    where nothing is, they tell by how much that failed, as numbers below 0.
    ``changes`` (m, 784) and ``gaps`` (m, h) are of the image at which that was proven: how
    it differs, and what the relaxation of each unit loses there.
    """

    rivals: NDArray[np.integer[Any]]
    low: Floats
    high: Floats
    alphas: Floats
    radii: Floats
    changes: Floats
    gaps: Floats

    @classmethod
    def whole(cls, margins: Margins, low: Floats, high: Floats) -> Self:
        """One for each margin, on the whole box (h,), (h,); its alphas are chords."""
        count, units = margins.weights.shape
        rise = margins.layer.unit(high) - margins.layer.unit(low)
        chords = rise / np.maximum(high - low, 1e-12)
        return cls(
            np.arange(count),
            np.repeat(low[None], count, axis=0),
            np.repeat(high[None], count, axis=0),
            margins.weights * chords,
            np.full(count, -np.inf),
            np.zeros((count, len(margins.image))),
            np.zeros((count, units)),
        )

    def of(self, rows: Rows) -> Self:
        """Some of them."""
        return type(self)(*(getattr(self, name)[rows] for name in self.__slots__))

    def and_also(self, others: Self) -> Self:
        """These and others."""
        pairs = ((getattr(self, name), getattr(others, name)) for name in self.__slots__)
        return type(self)(*(np.concatenate(pair) for pair in pairs))


def ascend(margins: Margins, nodes: Nodes, norm: Norm, steps: int) -> Nodes:
    """The same with alphas that prove more; no radius becomes smaller."""
    own = margins.of(nodes.rivals)
    lengths = _FIRST * np.abs(own.weights) * own.layer.unit.steepest
    alphas, former = nodes.alphas, np.zeros_like(nodes.alphas)
    best, radii = nodes.alphas, np.full(len(nodes.radii), -np.inf)
    mean = np.zeros_like(nodes.changes)
    for number in range(steps):
        tried = _proven(own, nodes, alphas, norm)
        best = np.where((tried.radii > radii)[:, None], alphas, best)
        radii = np.maximum(radii, tried.radii)
        mean += (tried.changes - mean) / (number + 1)
        turned = tried.uphill * former
        lengths = lengths * np.where(turned > 0, _LONGER, np.where(turned < 0, _SHORTER, 1.0))
        alphas, former = alphas + lengths * tried.uphill, tried.uphill
    radii = np.maximum(radii, nodes.radii)
    gaps = _gaps(own, nodes, best, mean)
    return Nodes(nodes.rivals, nodes.low, nodes.high, best, radii, mean, gaps)


class _Proof(NamedTuple):
    """What some alphas prove: radii (m,), where (m, 784), and the signs (m, h) of the way up."""

    radii: Floats
    changes: Floats
    uphill: Floats


def _proven(own: Margins, nodes: Nodes, alphas: Floats, norm: Norm) -> _Proof:
    layer = own.layer
    places = layer.unit.least(own.weights, alphas, nodes.low, nodes.high)
    losses = own.weights * layer.unit(places) - alphas * places
    inputs = layer.sums(own.image)
    sums = own.offsets + losses.sum(axis=1) + alphas @ inputs
    radii, changes = reach(sums, alphas @ layer.matrix, own.image, norm)
    there = inputs + changes @ layer.matrix.T
    return _Proof(np.where(sums > 0, radii, sums), changes, np.sign(there - places))


def _gaps(own: Margins, nodes: Nodes, alphas: Floats, changes: Floats) -> Floats:
    """What the relaxation of each unit (m, h) loses at an image, as far as it is in the box."""
    unit = own.layer.unit
    places = unit.least(own.weights, alphas, nodes.low, nodes.high)
    there = np.clip(own.layer.sums(own.image + changes), nodes.low, nodes.high)
    rise = own.weights * (unit(there) - unit(places))
    result: Floats = rise - alphas * (there - places)
    return result
