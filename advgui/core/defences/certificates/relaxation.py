"""A proven radius of a network with one hidden layer: the dual of a relaxation, with ascent.

A margin is sum_i a_i s(z_i) + d, with z = W x + b. For every alpha,

    sum_i min over z in [low_i, high_i] of (a_i s(z) - alpha_i z)  +  alpha . z(x)  +  d

is no larger, if z(x) is in the box [low, high]: sound whatever alpha is, so that it may be
improved by any means (Lagrangian duality; as alpha-CROWN, Xu et al. 2021, arXiv:2011.13824,
whose slopes it optimises, and beta-CROWN, Wang et al. 2021, arXiv:2103.06624, as a smaller box
of z holds the multipliers of splits). What is left, alpha . W change, is a weighted sum of pixels.
"""

from dataclasses import dataclass, fields
from typing import Any, Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.hidden_layer import Margins
from advgui.core.defences.certificates.reach import Floats, Norm, Radii

#: Rprop (Riedmiller and Braun 1993): only the sign of a gradient tells where to go.
LONGER: Final = 1.6
SHORTER: Final = 0.4
_FIRST: Final = 0.04
# Newton's steps of a radius, and from that of alphas nearby.
_FROM_NOTHING: Final = 8
_FROM_NEAR: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Nodes:
    """m parts of the problem: a rival's margin each, on a box of the units' inputs.

    ``rivals`` (m,) are rows of the margins, ``low``, ``high`` and ``alphas`` (m, h). ``radii``
    (m,) are proven: inside its radius no image, whose units lie in the box, has a margin of 0;
    where nothing is, they tell by how much that failed, as numbers below 0.
    """

    rivals: NDArray[np.integer[Any]]
    low: Floats
    high: Floats
    alphas: Floats
    radii: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ascended(Nodes):
    """The same with better alphas, and the images at which that was proven.

    ``changes`` (m, 784) tell how they differ, ``gaps`` (m, h) what the relaxation of each unit
    loses there, ``shared`` (m,) how far pixels go.
    """

    changes: Floats
    gaps: Floats
    shared: Floats

    def of(self, rows: NDArray[np.integer[Any]]) -> Self:
        """Some of them."""
        return type(self)(*(getattr(self, each.name)[rows] for each in fields(self)))


def ascend(
    margins: Margins, nodes: Nodes, norm: Norm, steps: int, start: Floats | None = None
) -> Ascended:
    """The same with alphas that prove more; no radius becomes smaller.

    ``start`` (m,) is what the alphas shared before.
    """
    own = margins.of(nodes.rivals)
    lengths = _FIRST * np.abs(own.weights) * own.layer.unit.steepest
    alphas, former = nodes.alphas, np.zeros_like(nodes.alphas)
    best, radii = nodes.alphas, np.full(len(nodes.radii), -np.inf)
    mean = np.zeros((len(nodes.radii), len(margins.image)))
    shared = start
    for _ in range(steps):
        tried = _proven(own, nodes, alphas, norm, shared)
        shared = tried.shared
        best = np.where((tried.radii > radii)[:, None], alphas, best)
        radii = np.maximum(radii, tried.radii)
        mean += tried.changes
        turned = tried.uphill * former
        lengths = lengths * np.where(turned > 0, LONGER, np.where(turned < 0, SHORTER, 1.0))
        alphas, former = alphas + lengths * tried.uphill, tried.uphill
    radii = np.maximum(radii, nodes.radii)
    mean /= steps
    shared = np.zeros_like(radii) if shared is None else shared
    gaps = _gaps(own, nodes, best, mean)
    return Ascended(nodes.rivals, nodes.low, nodes.high, best, radii, mean, gaps, shared)


def rated(margins: Margins, nodes: Nodes, norm: Norm, start: Floats) -> Radii:
    """What alphas prove as they are; ``start`` (m,) is what they shared of an image nearby."""
    own = margins.of(nodes.rivals)
    layer, alphas = own.layer, nodes.alphas
    places = layer.unit.least(own.weights, alphas, nodes.low, nodes.high)
    sums = _lead(own, alphas, places)
    found = own.radii(sums, alphas @ layer.matrix, norm, start)
    return found._replace(radii=np.where(sums > 0, found.radii, sums))


def _lead(own: Margins, alphas: Floats, places: Floats) -> Floats:
    """What alphas leave of margins (m,) at the image."""
    losses = own.weights * own.layer.unit(places) - alphas * places
    result: Floats = own.offsets + losses.sum(axis=1) + alphas @ own.sums
    return result


class _Proof(NamedTuple):
    """What some alphas prove: radii (m,), where (m, 784), and the signs (m, h) of the way up."""

    radii: Floats
    changes: Floats
    uphill: Floats
    shared: Floats


def _proven(own: Margins, nodes: Nodes, alphas: Floats, norm: Norm, start: Floats | None) -> _Proof:
    layer = own.layer
    places = layer.unit.least(own.weights, alphas, nodes.low, nodes.high)
    sums = _lead(own, alphas, places)
    steps = _FROM_NOTHING if start is None else _FROM_NEAR
    found = own.reach(sums, alphas @ layer.matrix, norm, steps, start)
    there = own.sums + found.changes @ layer.matrix.T
    radii = np.where(sums > 0, found.radii, sums)
    return _Proof(radii, found.changes, np.sign(there - places), found.shared)


def _gaps(own: Margins, nodes: Nodes, alphas: Floats, changes: Floats) -> Floats:
    """What the relaxation of each unit (m, h) loses at an image, as far as it is in the box."""
    unit = own.layer.unit
    places = unit.least(own.weights, alphas, nodes.low, nodes.high)
    there = np.clip(own.layer.sums(own.image + changes), nodes.low, nodes.high)
    rise = own.weights * (unit(there) - unit(places))
    result: Floats = rise - alphas * (there - places)
    return result
