"""The exact radius of a network with one hidden layer, by branch and bound over its units.

Parts whose radius is the smallest are cut in two, where the relaxation of a unit loses most,
until every part is proven as far as an image is known that is read otherwise (best-first
branch and bound; as in Wang et al. 2021, arXiv:2103.06624, but on the radius itself).
"""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.bracket import Bracket
from advgui.core.defences.certificates.hidden_layer import HiddenLayer, Margins
from advgui.core.defences.certificates.nearest import first_changes, nearest, pushed
from advgui.core.defences.certificates.reach import Floats, Norm, widths
from advgui.core.defences.certificates.relaxation import Nodes, ascend

#: Proven so far, a bracket is as good as exact.
ENOUGH: Final = 0.999
_AT_ONCE: Final = 16
_FIRST_STEPS: Final = 20
_STEPS: Final = 8
# Of the radius that is attacked: nearer to the image the first relaxation says more.
_SHARES: Final = (0.4, 0.7, 1.0)
_INNER: Final = 0.15  # no cut leaves less than this of a unit's interval
_CORRECTIONS: Final = 8
_AGAIN: Final = 3
_NEARER: Final = 0.99


def branched(
    layer: HiddenLayer, image: Floats, norm: Norm, enough: float = ENOUGH
) -> Iterator[Bracket]:
    """Tighter and tighter brackets of an image (784,) in [0, 1].

    It ends where ``enough`` of what is attacked is proven; whoever drives it may stop before.
    """
    search = _Search(layer, image, norm, enough)
    yield search.bracket
    while search.open:
        search.step()
        yield search.bracket


class _Search:
    """What is still open, and the nearest image that is read otherwise."""

    def __init__(self, layer: HiddenLayer, image: Floats, norm: Norm, enough: float) -> None:
        self._norm: Norm = norm
        self._enough = enough
        self._margins = Margins.before_all(layer, image)
        self._radius, self._change = _everywhere(image, norm), np.zeros_like(image)
        starts = first_changes(self._margins, norm)
        rivals = np.tile(np.arange(len(self._margins.offsets)), len(starts) // 9)
        self._attack(rivals, starts, _CORRECTIONS)
        self._proven, self._parts = 0.0, 0
        for share in _SHARES:
            self._nodes = self._whole(share * self._radius)
        self._close()

    def _whole(self, radius: float) -> Nodes:
        """All of it within a radius: proven so far, and where an attack may start from."""
        nodes = Nodes.whole(self._margins, *self._box(radius))
        nodes = ascend(self._margins, nodes, self._norm, _FIRST_STEPS)
        self._parts += len(nodes.radii)
        self._proven = max(self._proven, min(float(nodes.radii.min()), radius))
        self._attack(nodes.rivals, nodes.changes, _CORRECTIONS)
        return nodes

    @property
    def open(self) -> bool:
        return len(self._nodes.radii) > 0

    @property
    def bracket(self) -> Bracket:
        lowest = self._nodes.radii.min() if self.open else self._enough * self._radius
        known = self._change.any()
        attacked = self._radius if known else np.inf
        self._proven = max(self._proven, min(float(lowest), self._radius))
        return Bracket(self._norm, self._proven, float(attacked), self._change, self._parts)

    def step(self) -> None:
        """Cut the parts that are proven least."""
        order = np.argsort(self._nodes.radii)
        chosen = self._nodes.of(order[:_AT_ONCE])
        self._nodes = self._nodes.of(order[_AT_ONCE:])
        if self._attack(chosen.rivals, chosen.changes, _AGAIN):
            low, high = self._box(self._radius)
            for nodes in (chosen, self._nodes):
                nodes.low, nodes.high = np.maximum(nodes.low, low), np.minimum(nodes.high, high)
        cut = _halves(self._margins, chosen)
        self._parts += len(cut.radii)
        self._nodes = self._nodes.and_also(ascend(self._margins, cut, self._norm, _STEPS))
        self._close()

    def _close(self) -> None:
        """Drop what is proven as far as it has to be."""
        self._nodes = self._nodes.of(self._nodes.radii < self._enough * self._radius)

    def _attack(self, rivals: NDArray[np.integer[Any]], changes: Floats, steps: int) -> bool:
        """Look for a nearer image from these changes; whether one was found."""
        margins = self._margins.of(rivals)
        starts = pushed(margins, changes, _NEARER * self._radius, self._norm)
        found = nearest(margins, starts, self._norm, steps)
        best = int(found.radii.argmin())
        if found.radii[best] >= self._radius:
            return False
        self._radius, self._change = float(found.radii[best]), found.changes[best]
        return True

    def _box(self, radius: float) -> tuple[Floats, Floats]:
        """The units' inputs (h,) of all images within a radius."""
        layer, image = self._margins.layer, self._margins.image
        less, more = widths(layer.matrix, image, radius, self._norm)
        sums = layer.sums(image)
        return sums - less, sums + more


def _everywhere(image: Floats, norm: Norm) -> float:
    """A radius that holds every image there is."""
    most = np.maximum(image, 1 - image)
    return float(most.max() if norm == "linf" else np.linalg.norm(most))


def _halves(margins: Margins, nodes: Nodes) -> Nodes:
    """Each part as two, cut at the unit whose relaxation loses most, near where it does."""
    rows, units = np.arange(len(nodes.rivals)), nodes.gaps.argmax(axis=1)
    layer = margins.layer
    places = layer.sums(margins.image + nodes.changes)[rows, units]
    low, high = nodes.low[rows, units], nodes.high[rows, units]
    inner = _INNER * (high - low)
    places = np.clip(places, low + inner, high - inner)
    lower, upper = nodes.of(rows), nodes.of(rows)
    lower.high = nodes.high.copy()
    lower.high[rows, units] = places
    upper.low = nodes.low.copy()
    upper.low[rows, units] = places
    both = lower.and_also(upper)
    return both.of(np.flatnonzero((both.low <= both.high).all(axis=1)))
