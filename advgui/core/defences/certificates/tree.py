"""The parts into which the units' inputs were cut, kept from one image to the next.

A cut is a number that one unit's input lies above or below, so that the parts cover the images
near any image: only what can be reached of each part is another. Their alphas, too, are
a good start for the next image.
"""

from dataclasses import dataclass, field
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.hidden_layer import Margins
from advgui.core.defences.certificates.reach import Floats, Norm
from advgui.core.defences.certificates.relaxation import Ascended, Nodes, ascend, rated

#: So many parts take memory, and time to look through; a tree that has more is begun anew.
MOST: Final = 2000
_INNER: Final = 0.15  # no cut leaves less than this of a unit's interval

Rows = NDArray[np.integer[Any]]


@dataclass(slots=True, eq=False)
class Tree:
    """m parts for all images of one label: of which margin, between which cuts, with which alphas.

    ``rivals`` (m,) are rows of the margins, ``low`` and ``high`` (m, h) the cuts, infinite
    where there is none, ``alphas`` (m, h) those of margins in units of ``scale``, ``shared`` (m,)
    how far pixels went in the last image.
    """

    rivals: Rows
    low: Floats
    high: Floats
    alphas: Floats
    shared: Floats
    scale: float

    @classmethod
    def whole(cls, margins: Margins, low: Floats, high: Floats) -> Self:
        """One part for each margin, without a cut; its alphas are chords of the box (h,), (h,)."""
        sides = margins.weights.shape
        rise = margins.layer.unit(high) - margins.layer.unit(low)
        chords = rise / np.maximum(high - low, 1e-12)
        free = np.full(sides, np.inf)
        alphas = margins.weights * chords
        return cls(np.arange(sides[0]), -free, free, alphas, np.zeros(sides[0]), margins.scale)

    def turn_to(self, margins: Margins) -> None:
        """Begin with the alphas of other margins, that may have other units."""
        self.alphas *= self.scale / margins.scale
        self.scale = margins.scale

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self.rivals)

    def cut(self, rows: Rows, units: Rows, places: Floats) -> None:
        """Make two of each of these parts: the lower stays where it is, the upper comes last."""
        upper = self.low[rows]
        upper[np.arange(len(rows)), units] = places
        self.low = np.concatenate([self.low, upper])
        self.high = np.concatenate([self.high, self.high[rows]])
        self.high[rows, units] = places
        self.rivals = np.concatenate([self.rivals, self.rivals[rows]])
        self.alphas = np.concatenate([self.alphas, self.alphas[rows]])
        self.shared = np.concatenate([self.shared, self.shared[rows]])


@dataclass(slots=True, eq=False)
class Proof:
    """What a tree proves of one image: ``radii`` (m,), of each part, within a ball.

    No image within ``radius``, whose units lie in a part, is read otherwise below the part's
    own radius, which is infinite where the part holds no image of the ball.
    """

    tree: Tree
    margins: Margins
    norm: Norm
    radius: float
    radii: Floats = field(init=False)
    _box: tuple[Floats, Floats] = field(init=False)

    def __post_init__(self) -> None:
        """Nothing is proven of those parts that the ball meets."""
        self.within(self.radius)
        low, high = self._ends(np.arange(len(self.tree)))
        self.radii = np.where((low <= high).all(axis=1), -np.inf, np.inf)

    def within(self, radius: float) -> None:
        """The same in a smaller ball; what is proven stays so."""
        self.radius, self._box = radius, self.margins.box(radius, self.norm)

    @property
    def proven(self) -> float:
        """A radius inside which no image is read otherwise."""
        return float(max(min(self.radii.min(), self.radius), 0.0))

    def lowest(self, below: float, count: int) -> Rows:
        """At most so many of the parts that are proven least, and less than ``below``."""
        found: Rows = np.flatnonzero(self.radii < below)
        if len(found) > count:
            found = found[np.argpartition(self.radii[found], count)[:count]]
        return found

    def improved(self, rows: Rows, steps: int) -> tuple[Rows, Ascended]:
        """Those of the parts that the ball meets, with better alphas, which the tree keeps."""
        rows, nodes = self._met(rows)
        tree = self.tree
        known = tree.shared[rows]
        found = ascend(self.margins, nodes, self.norm, steps, known if known.all() else None)
        tree.alphas[rows], self.radii[rows] = found.alphas, found.radii
        tree.shared[rows] = found.shared
        return rows, found

    def rate(self, rows: Rows) -> None:
        """What the alphas of these parts prove as they are."""
        rows, nodes = self._met(rows)
        found = rated(self.margins, nodes, self.norm, self.tree.shared[rows])
        self.tree.shared[rows] = found.shared
        self.radii[rows] = np.maximum(self.radii[rows], found.radii)

    def _met(self, rows: Rows) -> tuple[Rows, Nodes]:
        """Those of the parts that the ball meets; of the others nothing is left to be proven."""
        low, high = self._ends(rows)
        met = (low <= high).all(axis=1)
        self.radii[rows[~met]] = np.inf
        rows, tree = rows[met], self.tree
        nodes = Nodes(tree.rivals[rows], low[met], high[met], tree.alphas[rows], self.radii[rows])
        return rows, nodes

    def begun(self, steps: int) -> Ascended:
        """Each margin without a cut, and every part proven as far as that is, at least."""
        whole = Tree.whole(self.margins, *self._box)
        sides = whole.alphas.shape
        low, high = (np.broadcast_to(end, sides) for end in self._box)
        nodes = Nodes(whole.rivals, low, high, whole.alphas, np.full(sides[0], -np.inf))
        found = ascend(self.margins, nodes, self.norm, steps)
        self.radii = np.maximum(self.radii, found.radii[self.tree.rivals])
        return found

    def halve(self, rows: Rows, nodes: Ascended) -> None:
        """Cut these parts at the unit whose relaxation loses most, near where it does.

        One that is straight on both sides of 0 is cut there, where nothing is lost any more.
        """
        unit, each = self.margins.layer.unit, np.arange(len(rows))
        straight = np.full_like(nodes.gaps, unit.closed is not None, np.bool_)
        bent = straight & (nodes.low < 0) & (nodes.high > 0)
        some = np.logical_or.reduce(bent, axis=1)
        units = np.where(some[:, None] & ~bent, -np.inf, nodes.gaps).argmax(axis=1)
        places = self.margins.layer.sums(self.margins.image + nodes.changes)[each, units]
        low, high = nodes.low[each, units], nodes.high[each, units]
        inner = _INNER * (high - low)
        places = np.where(some, 0.0, np.clip(places, low + inner, high - inner))
        self.tree.cut(rows, units, places)
        self.radii = np.concatenate([self.radii, self.radii[rows]])

    def _ends(self, rows: Rows) -> tuple[Floats, Floats]:
        low = np.maximum(self.tree.low[rows], self._box[0])
        return low, np.minimum(self.tree.high[rows], self._box[1])
